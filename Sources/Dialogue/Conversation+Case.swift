internal import Knowledge
internal import Language
internal import Triage

/// A question about one's own foot is a case for the check, not for a lecture.
extension Conversation {
  /// The outcome at once where nothing can be asked back, else the question that decides most; nil where
  /// the message is no case.
  func reply(
    toCase turn: Turn, reading: MessageReading, isNew: Bool, in state: inout ConversationState
  ) -> Reply? {
    // A danger sign that a message takes back is confirmed before anything else.
    if case .confirm = state.check.next(table)?.kind { return proceed(in: &state) }
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
    guard telling > 0, asksToRun(turn) || endsWithARun(turn, isTold: told.count > 1) else {
      return nil
    }
    if state.isOneShot { return result(in: &state) }
    state.check.depth = .brief
    return proceed(in: &state)
  }

  /// Slots that make a question about running one about this very foot.
  private static let tellingSlots: Set<Slot> = [
    .run, .walk, .level, .nextday, .duration, .returning, .rehab, .site, .diabetes, .pregnant,
    .injection, .bonerisk, .age, .inflam, .skin, .general,
  ]

  /// Whether the message asks for leave to run: "can I run", "ok to do my easy 5", "good to go".
  private func asksToRun(_ turn: Turn) -> Bool {
    asks(turn) { $0.prefix(3).contains { Self.running.contains($0) || $0.hasPrefix("run") } }
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
        if !rest.prefix(3).contains("cross"), isRun(rest) { return true }
      }
    }
    return false
  }

  /// Whether the last sentence names a run and leaves the verb out: "easy 5k today?", "usual loop, ok?"
  /// Where little is told of the foot, it must be as short as "Run?".
  func endsWithARun(_ turn: Turn, isTold: Bool = true) -> Bool {
    guard let last = Sentences.ranges(of: turn.tokens).last else { return false }
    let words = turn.tokens[last].filter { $0.kind != .punctuation }.map(\.text)
    let isAsked =
      turn.tokens[last].contains { $0.text.hasPrefix("?") }
      || words.last.map { Self.approvals.contains($0) } ?? false
    let asksOnly =
      words.count <= 3
      || words.last.map { Self.approvals.contains($0) } ?? false
        && words.suffix(4).contains { Self.runs.contains($0) }
    guard isAsked, isTold || asksOnly, let first = words.first,
      !Self.askingWords.contains(first)
    else { return false }
    return words.contains { Self.runs.contains($0) }
      && (words.count <= 3
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
    "run", "jog", "race", "running",
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
    "is an easy", "is a short", "is a gentle", "can i keep", "should i try",
  ].map { $0.split(separator: " ").map(String.init) }

  private static let running: Set<String> = [
    "run", "running", "race", "racing", "jog", "jogging", "go", "train", "do", "parkrun", "head",
    "lace", "start", "get",
  ]

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
