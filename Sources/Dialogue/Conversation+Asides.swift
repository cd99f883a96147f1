internal import Knowledge
internal import Language
internal import Triage

/// What is said while a question of the check is open and is no answer to it.
extension Conversation {
  /// Whether a message asks for something else, or about what is kept, and is answered as outside of
  /// the check.
  func isAside(_ turn: Turn, in state: inout ConversationState) -> Bool {
    if let move = turn.move?.id {
      if Self.plain[move] != nil { return false }
      if Self.asideMoves.contains(move) { return true }
    }
    // "For how long" asks, where something was spoken of.
    let isBare = turn.isBare && state.asides > 0
    guard turn.isQuestion || isBare, !state.check.isAboutItself(turn.message), !wishesToRun(turn)
    else { return false }
    if isBare { return true }
    switch understand(turn).decision {
    case .answer(let topics): return !["triage", "why", "greeting"].contains(topics.first ?? "")
    case .ask: return !turn.isBare
    case .decline(_, _, let reason):
      return !turn.isBare && !["gibberish", "unclear", "empty"].contains(reason)
    }
  }

  /// Acts that are about the talk, not about what was asked.
  private static let asideMoves: Set<String> = [
    "recall", "forget-all", "forget-fact", "clinician-differs",
  ]

  /// Whether a message that is no answer is clearly on a topic.
  func isOnATopic(_ turn: Turn, in state: inout ConversationState) -> Bool {
    guard case .answer(let topics) = understand(turn).decision, let first = topics.first
    else { return false }
    return !["triage", "why", "greeting"].contains(first)
  }

  /// Adds the open question of the check to the answer of a question in between: once, then it waits
  /// until the runner goes on.
  func addOpenQuestion(to reply: inout Reply, in state: inout ConversationState) {
    guard state.isChecking, reply.asks == nil, reply.kind != .triage else { return }
    guard reply.topics.first != "goodbye", let question = state.check.next(table) else {
      state.isChecking = false
      return
    }
    state.record.note(.aside)
    state.asides += 1
    reply.blocks.removeAll { if case .related = $0 { true } else { false } }
    reply.slots = known(state.check.values)
    guard state.asides == 1 else { return }
    reply.blocks += [.paragraph(Wording.backToCheck)] + blocks(of: question, isOpen: true)
    reply.asks = question.asks
  }

  /// "Let's leave the check. How long should I ice?": the check is left, the rest is the message.
  func withoutLeaving(_ turn: Turn, in state: inout ConversationState) -> Turn {
    let sentences = Sentences.ranges(of: turn.tokens)
    guard turn.move == nil, sentences.count > 1,
      let first = turn.tokens[sentences[0]].last, let start = turn.tokens[sentences[1]].first
    else { return turn }
    let bytes = turn.message.utf8
    func text(_ range: Range<Int>) -> String {
      let start = bytes.index(bytes.startIndex, offsetBy: range.lowerBound)
      let end = bytes.index(bytes.startIndex, offsetBy: range.upperBound)
      return String(turn.message[start..<end])
    }
    let opening = text(0..<first.range.upperBound)
    guard Turn(opening, acts: acts).move?.id == "stop-asking" else { return turn }
    state.isChecking = false
    return Turn(text(start.range.lowerBound..<bytes.count), acts: acts)
  }

  /// "The tingling was last year", "it's gone now": takes the danger signs that it names back, until
  /// that is confirmed; false where it names none that is on record.
  func takesBack(_ turn: Turn, in state: inout ConversationState) -> Bool {
    guard !turn.isQuestion, turn.wordCount <= Self.longestStory, !state.dangers.isEmpty else {
      return false
    }
    let words = turn.tokens.filter { $0.kind != .punctuation }.map(\.text)
    let text = " " + words.joined(separator: " ") + " "
    guard Self.over.contains(where: { text.firstRange(of: " " + $0 + " ") != nil }) else {
      return false
    }
    let named = Set(words.flatMap { reader.read($0).findings.map(\.slot) })
    let onRecord = table.slots.map(\.slot).filter { slot in
      table.isDanger(slot, state.check.values.number(of: slot) ?? 0)
    }
    var gone = onRecord.filter(named.contains)
    // "It's gone now", right after the sign was told.
    if gone.isEmpty, named.isEmpty, turn.pointsBack, turn.wordCount <= Self.longestFollowUp,
      let last = state.dangers.last, state.turn - last.turn <= 2
    {
      gone = onRecord.filter { $0.id == last.slot }
    }
    guard !gone.isEmpty else { return false }
    state.check.take(
      gone.map { SlotFinding(slot: $0, value: 0, manner: .corrected) }, table: table)
    return true
  }

  /// Ways of saying that something is over.
  private static let over = [
    "gone now", "is gone", "it's gone", "gone again", "has gone", "gone away", "went away",
    "all gone", "last year", "last month", "years ago", "months ago", "ages ago", "weeks ago",
    "not anymore", "not any more", "has stopped", "stopped now", "cleared up",
    "long ago", "in the past", "was before", "old news", "back then",
  ]
}
