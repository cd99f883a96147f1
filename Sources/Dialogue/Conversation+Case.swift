internal import Knowledge
internal import Language
internal import Triage

/// A question about one's own foot is a case for the check, not for a lecture.
extension Conversation {
  /// The outcome at once where nothing can be asked back, else the question that decides most; nil where
  /// the message is no case.
  func reply(
    toCase turn: Turn, reading: MessageReading, in state: inout ConversationState
  ) -> Reply? {
    // A danger sign that a message takes back is confirmed before anything else.
    if case .confirm = state.check.next(table)?.kind { return proceed(in: &state) }
    // What changes a result that was just given gives a new one.
    if state.turn - state.outcomeTurn <= Self.focusTurns, !turn.isQuestion, let before = state.before?.check.values,
      before != state.check.values,
      table.evaluate(before).fired != table.evaluate(state.check.values).fired
    {
      return result(in: &state)
    }
    let told = reading.findings.filter { $0.manner != .unsure }
    guard told.contains(where: { Self.tellingSlots.contains($0.slot) }), asksToRun(turn) else {
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

  /// Whether the message asks for leave to run.
  private func asksToRun(_ turn: Turn) -> Bool {
    let words = turn.tokens.filter { $0.kind != .punctuation }.map(\.text)
    let runs = words.contains { word in
      Self.runningWords.contains(word) || word.hasPrefix("run") || word.hasPrefix("jog")
    }
    let text = " " + words.joined(separator: " ") + " "
    return runs && Self.permission.contains { text.contains(" " + $0 + " ") }
  }

  private static let runningWords: Set<String> = [
    "race", "racing", "parkrun", "marathon", "5k", "10k", "half", "miles", "mile", "km", "train",
    "training", "session", "go", "intervals", "tempo", "easy", "out", "lace",
  ]

  private static let permission = [
    "can i", "may i", "could i", "should i", "shall i", "ok to", "okay to", "alright to",
    "fine to", "good to", "safe to", "am i ok", "am i okay", "am i good", "am i allowed",
    "allowed to", "is it ok", "is it okay", "is it fine", "is it alright", "do i run", "do i go",
    "do i dare", "run or", "yes or no", "go or", "ok if i", "okay if i", "wise to", "can you run",
    "do i still", "can i still", "will i be ok", "is running ok", "is that ok", "is this ok",
    "will it be ok", "sensible to", "stupid to", "daft to", "mad to", "clear me", "green light",
    "do you think i can", "would it be ok", "would you run", "i want to run", "want to run",
    "hoping to run", "planning to run", "going to run", "gonna run",
  ]
}
