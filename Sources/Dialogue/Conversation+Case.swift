internal import Knowledge
internal import Language
internal import Matching
internal import Triage

/// A question about one's own foot is a case for the check, not for a lecture.
extension Conversation {
  /// The outcome at once where nothing can be asked back, else the question that decides most; nil where
  /// the message is no case.
  func reply(
    toCase turn: Turn, reading: MessageReading, isNew: Bool, in state: inout ConversationState
  ) -> Reply? {
    // What changes a result that was just given gives a new one.
    if isNew, state.turn - state.outcomeTurn <= Self.focusTurns, !turn.isQuestion,
      let before = state.before?.check.values,
      before != state.check.values,
      table.evaluate(before).fired != table.evaluate(state.check.values).fired
    {
      return result(in: &state)
    }
    if wishesToRun(turn), let standing = standing(in: state),
      !isNew || standing.outcome.id == state.outcome
    {
      return reply(toWishAgainst: standing, in: &state)
    }
    let told = reading.findings.filter { $0.manner != .unsure }
    let telling = told.count {
      Self.tellingSlots.contains($0.slot) && ($0.slot != .site || $0.value > 0)
    }
    guard telling > 0, asksToRun(turn) || endsWithARun(turn, told: told.count),
      !isAboutAnother(turn)
    else { return nil }
    if state.isOneShot { return result(in: &state) }
    if let reply = reply(toLastQuestionOf: turn, in: &state) { return reply }
    state.check.depth = .brief
    return proceed(in: &state)
  }

  /// Whether a message names no run and surely asks for something else: "I take it daily, fine to go
  /// on?".
  private func isAboutAnother(_ turn: Turn) -> Bool {
    if turn.words.contains(where: { Self.isRun($0) || $0.hasPrefix("run") || $0.hasPrefix("jog") })
    {
      return false
    }
    let understanding = understand(turn)
    guard understanding.confidence ?? 0 >= Self.ownQuestion,
      let topic = understanding.answered.first
    else { return false }
    return knowledge.topic(topic) != nil && !Self.aboutRunning.contains(topic)
  }

  /// The outcome once more for what was left open at it and is told afterwards: "worse the next day, two
  /// months now". Nil for any other message.
  func reply(toLeftOpenBy turn: Turn, in state: inout ConversationState) -> Reply? {
    guard state.last?.kind == .triage, state.turn - state.outcomeTurn <= 2, !turn.isQuestion,
      turn.move == nil, !state.isChecking
    else { return nil }
    let before = table.evaluate(state.check.values)
    guard
      state.check.completes(turn.message, table: table, reader: { reader.read($0).findings })
    else { return nil }
    let after = table.evaluate(state.check.values)
    guard before.fired == after.fired else { return result(in: &state) }
    var builder = ReplyBuilder(knowledge)
    return reply(staying: &builder, in: &state)
  }

  /// Slots that make a question about running one about this very foot.
  private static let tellingSlots: Set<Slot> = [
    .run, .walk, .level, .nextday, .duration, .returning, .rehab, .site, .diabetes, .pregnant,
    .injection, .bonerisk, .age, .inflam, .skin, .general,
  ]

  /// Whether the message asks for leave to run: "can I run", "ok to do my easy 5", "good to go".
  private func asksToRun(_ turn: Turn) -> Bool {
    asks(turn) { words in
      if words.prefix(3).contains(where: { Self.running.contains($0) || $0.hasPrefix("run") }) {
        return true
      }
      // "Can I do my easy 5", "ok to go today?", but not "can I do raises".
      guard words.prefix(3).contains(where: Self.starting.contains) else { return false }
      let rest = words.filter { !Self.small.contains($0) && !Self.starting.contains($0) }
      return rest.isEmpty
        || rest.prefix(5).contains { word in
          Self.runs.contains(word) || Self.times.contains(word) || word.hasPrefix("run")
        }
    }
  }

  /// Whether it does so by name: "can I race", "5k today?", but not "can I do calf raises".
  func wishesToRun(_ turn: Turn) -> Bool {
    endsWithARun(turn)
      || asks(turn) { words in
        let named = words.first { !Self.small.contains($0) } ?? ""
        return named.hasPrefix("run") || Self.runs.contains(named)
      }
  }

  /// Words between "can I" and the run.
  private static let small: Set<String> = [
    "do", "go", "and", "a", "an", "my", "the", "just", "still", "at", "least", "for", "easy",
    "short", "gentle", "little", "usual", "this", "long", "quick", "slow", "please", "then", "now",
    "start", "get", "back", "to", "in", "on", "out", "some", "half", "few", "couple", "of",
  ]

  private func asks(_ turn: Turn, for isRun: (ArraySlice<String>) -> Bool) -> Bool {
    let words = turn.tokens.filter { $0.kind != .punctuation }.map(\.text)
    for start in words.indices {
      if Self.leave.contains(where: { words[start...].starts(with: $0) }) { return true }
    }
    for opener in Self.openers {
      for start in words.indices where words[start...].starts(with: opener) {
        // "What can I do", "when should I go": not whether.
        if start > 0, Self.askingWords.contains(words[start - 1]) { continue }
        // What is asked for follows at once, small words aside: "can I still go and run".
        let rest = words[(start + opener.count)...].prefix(8)
          .filter { Self.small.contains($0) || matcher.isKnown($0) }[...]
        if !rest.prefix(3).contains("cross"), isRun(rest) { return true }
      }
    }
    return false
  }

  /// Whether the last sentence names a run and leaves the verb out: "easy 5k today?", "usual loop, ok?"
  /// `told` says how much is told of the foot, nil where it does not matter: where it is little, the
  /// sentence must be as short as "Run?"; where it is much, it may come after the question.
  func endsWithARun(_ turn: Turn, told: Int? = nil) -> Bool {
    let sentences = Sentences.ranges(of: turn.tokens)
    let isCase = told ?? 0 > 1
    if isCase, sentences.dropLast().contains(where: { isRun($0, of: turn, isTold: true, most: 5) })
    {
      return true
    }
    guard let last = sentences.last else { return false }
    if isRun(last, of: turn, isTold: told ?? 2 > 1, most: isCase ? 5 : 3) { return true }
    // "Same easy 5k. Ok?": the leave is asked for in a sentence of its own.
    let words = turn.tokens[last].filter { $0.kind != .punctuation }.map(\.text)
    guard told ?? 0 > 0, sentences.count > 1, Self.leaves.contains(words.joined(separator: " "))
    else {
      return false
    }
    return turn.tokens[sentences[sentences.count - 2]].contains { Self.isRun($0.text) }
  }

  /// Whether a word names a run or its length: "loop", "6k".
  private static func isRun(_ word: String) -> Bool {
    runs.contains(word)
      || word.hasSuffix("k") && word.dropLast().allSatisfy(\.isNumber) && word.count > 1
  }

  private func isRun(_ last: Range<Int>, of turn: Turn, isTold: Bool, most: Int) -> Bool {
    let words = turn.tokens[last].filter { $0.kind != .punctuation }.map(\.text)
    let isAsked =
      turn.tokens[last].contains { $0.text.hasPrefix("?") }
      || words.last.map { Self.approvals.contains($0) } ?? false
    let asksOnly =
      words.count <= 3
      || words.last.map { Self.approvals.contains($0) } ?? false
        && words.suffix(4).contains { Self.runs.contains($0) }
    guard isAsked, isTold || asksOnly, let first = words.first,
      !Self.askingWords.contains(first), !["before", "after", "during", "while"].contains(first)
    else { return false }
    // "First run tomorrow, what should I watch?" asks something else.
    if words.contains(where: { ["what", "how", "which", "why", "where"].contains($0) }) {
      return false
    }
    return words.contains(where: Self.isRun)
      && (words.count <= most
        || words.contains { Self.approvals.contains($0) || Self.times.contains($0) })
  }

  static let runs: Set<String> = [
    "run", "running", "jog", "jogging", "race", "parkrun", "marathon", "half", "easy", "usual",
    "5k",
    "10k", "k", "km", "mile", "miles", "session", "intervals", "tempo", "loop", "5", "10", "long",
    "reps", "hills", "hill", "sprints", "speedwork", "fartlek",
  ]

  private static let approvals: Set<String> = [
    "ok", "okay", "alright", "fine", "possible", "allowed", "wise", "sensible", "yes", "thoughts",
    "run", "jog", "race", "running", "go", "safe", "cool", "no", "awright", "advisable",
  ]

  /// What asks for leave in a sentence of its own.
  private static let leaves: Set<String> = [
    "ok", "okay", "is that ok", "is that okay", "that ok", "alright", "fine", "go", "run",
    "good to go", "go or no", "go or no go", "yes or no", "safe", "is that safe", "is it ok",
    "is that fine", "wise", "allowed", "thoughts", "can i", "may i", "should i", "ok to run",
    "can i run", "ok or not", "run or rest", "cool", "sensible", "is that wise", "all right",
  ]

  static let times: Set<String> = [
    "today", "tonight", "tomorrow", "now", "again", "weekend", "morning", "evening", "monday",
    "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]

  static let askingWords: Set<String> = [
    "what", "what's", "which", "how", "why", "where", "when", "who", "does", "do", "did", "are",
    "will", "any",
  ]

  private static let openers = [
    "can i", "may i", "could i", "should i", "shall i", "ok to", "okay to", "alright to",
    "fine to", "good to", "safe to", "allowed to", "ok if i", "okay if i", "wise to",
    "sensible to", "stupid to", "daft to", "mad to", "dare i", "want to", "hoping to",
    "planning to", "going to",
    "go again", "is it ok", "is it okay", "cool to",
    "is an easy", "is a short", "is a gentle", "can i keep", "should i try", "am i ok to",
    "am i okay to", "am i fine to", "am i safe to", "am i good to", "am i allowed to",
    "awright tae",
    "alright tae", "ok tae", "is it fine to", "is it alright to",
  ].map { $0.split(separator: " ").map(String.init) }

  private static let running: Set<String> = [
    "run", "running", "race", "racing", "jog", "jogging", "train", "parkrun", "head", "lace",
  ]

  /// Words of doing that say nothing of a run by themselves.
  private static let starting: Set<String> = ["go", "do", "start", "get"]

  private static let leave = [
    "can he run", "can she run", "can he race", "can she race", "should he run", "should she run",
    "may he run", "may she run", "good to go", "clear me", "green light", "run or rest",
    "run or not", "yes or no",
    "would you run", "am i ok to", "am i okay to", "am i good to", "is running ok",
    "is running okay", "is running on", "gonna run", "gonna race", "run today", "race today",
    "try again", "run tomorrow", "race tomorrow", "run tonight", "run this morning",
    "can i continue", "can i carry on", "can i keep going", "can i keep running", "may i continue",
    "should i continue", "should i carry on", "should i skip", "run through it",
  ].map { $0.split(separator: " ").map(String.init) }
}
