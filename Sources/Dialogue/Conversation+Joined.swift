internal import Knowledge
internal import Triage

/// Signs that come together over several messages, and signs of somebody else.
extension Conversation {
  /// Names of what was told that counts only together with a sign: alarms as long as they stand, the
  /// rest for a few turns.
  func heard(in state: ConversationState) -> Set<String> {
    let recent = state.heard.filter { state.turn - $0.turn <= Self.focusTurns }.map(\.name)
    return Set(recent + state.alarms.map(\.rawValue))
  }

  /// The reading as far as it is about the runner; what counts only with another sign is kept for
  /// the messages to come.
  func noted(_ reading: MessageReading, in state: inout ConversationState) -> MessageReading {
    var reading = reading
    if reading.asksForAnother {
      reading.findings.removeAll { $0.slot == .age }
      return reading
    }
    for name in reading.accompanying {
      state.heard.removeAll { $0.name == name }
      state.heard.append(.init(name: name, turn: state.turn))
    }
    return reading
  }

  private static let soreWords: Set<String> = [
    "heel", "heels", "foot", "feet", "arch", "sole", "hurts", "hurt", "pain", "sore", "aches",
  ]

  /// What to do about the signs of somebody else; nothing of it is kept. Nil where none is grave.
  func reply(
    forAnother reading: MessageReading, _ turn: Turn, in state: inout ConversationState
  ) -> Reply? {
    guard reading.isForAnother || reading.asksForAnother else {
      return reply(forChildBy: turn, in: &state)
    }
    if let reply = reply(toSignsOfAnother: reading, turn, in: &state) { return reply }
    return reply(forChildBy: turn, in: &state)
  }

  private func reply(
    toSignsOfAnother reading: MessageReading, _ turn: Turn, in state: inout ConversationState
  ) -> Reply? {
    let isChild = reading.value(of: .age) ?? 0 > 0
    defer { if isChild { state.childTurn = state.turn } }
    var values = SlotValues()
    for finding in reading.findings where finding.manner != .unsure {
      values.raise(finding.slot, to: finding.value)
    }
    let alarm = reading.alarms.compactMap { Alarm($0) }.max { $0.outcome < $1.outcome }
    // A child's age alone is no case; with a sore foot or a wish to run it is.
    var others = values
    others[.age] = .notAsked
    let isCase = wishesToRun(turn) || turn.words.contains(where: Self.soreWords.contains)
    guard alarm != nil || isCase || table.evaluate(others).outcome >= .restSeeClinician else {
      return nil
    }
    let result = table.evaluate(values)
    let outcome = max(result.outcome, alarm?.outcome ?? .runEasy)
    guard outcome >= .restSeeClinician else { return nil }
    var builder = ReplyBuilder(knowledge)
    builder.add(.outcome(level: outcome.rawValue, title: title(of: outcome)))
    if let alarm, alarm.outcome > result.outcome {
      builder.paragraph(alarm.says)
    } else {
      let report = table.report(values)
      builder.paragraph(report.says + (report.basis.first?.says ?? []))
    }
    builder.add(.paragraph(Wording.forThem))
    var reply = Reply(kind: .triage)
    reply.topics = ["red-flags"]
    reply.outcome = outcome.id
    reply.appointment = true
    reply.rules = result.fired.map { table.rules[$0].id }
    if state.isChecking, let question = state.check.next(table) {
      builder.add(.paragraph(Wording.backToCheck))
      for block in blocks(of: question, isOpen: true) { builder.add(block) }
    }
    reply.blocks = builder.blocks
    reply.citations = builder.citations
    return reply
  }

  /// What is asked of a child that was spoken of before: "can he do raises". Nil where none was, or
  /// the talk is about the runner again.
  private func reply(forChildBy turn: Turn, in state: inout ConversationState) -> Reply? {
    guard let told = state.childTurn, state.turn - told <= Self.focusTurns, turn.move == nil,
      turn.words.contains(where: Self.third.contains),
      !turn.words.contains(where: Self.first.contains)
    else { return nil }
    state.childTurn = state.turn
    var reply = Reply(kind: .answer)
    reply.topics = ["see-professional"]
    reply.blocks = [
      .paragraph(fixed("decline:other-person", declineReplies("other-person"), in: &state))
    ]
    return reply
  }

  private static let third: Set<String> = [
    "he", "she", "him", "his", "her", "hers", "he's", "she's", "lad", "son", "daughter", "boy",
    "girl", "kid", "child",
  ]
  private static let first: Set<String> = ["i", "i'm", "me", "mine", "i've"]
}
