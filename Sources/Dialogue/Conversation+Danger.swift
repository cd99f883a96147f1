internal import Knowledge
internal import Triage

/// Danger signs come before everything else, in any message and any state.
extension Conversation {
  /// What to do now about the danger that a message tells of; nil where it tells of none.
  func reply(
    toDangerIn reading: MessageReading, of turn: Turn, in state: inout ConversationState
  ) -> Reply? {
    let alarms = reading.alarms.compactMap(Alarm.init)
    guard !alarms.isEmpty || !reading.dangers.isEmpty else { return nil }
    // "Middling" is the answer that was asked for, whatever else it resembles.
    if state.isChecking, state.check.isAnswered(by: turn.message, table) { return nil }
    // "About a 3, and since yesterday it tingles": the open question is answered as well.
    if state.isChecking { state.check.takeScore(turn.message, table) }
    take(reading, in: &state)
    for danger in reading.dangers {
      state.dangers.removeAll { $0.slot == danger.slot.id && $0.value <= danger.value }
      state.dangers.append(
        .init(slot: danger.slot.id, value: danger.value, turn: state.turn))
    }
    let alarm = alarms.max { $0.outcome < $1.outcome }
    if let alarm, !state.alarms.contains(alarm) { state.alarms.append(alarm) }
    if alarm == .suicide { return reply(toAlarm: .suicide, in: &state) }
    var reply = result(topics: ["red-flags"], in: &state)
    let verdict = table.evaluate(state.check.values).outcome
    if let alarm = gravestAlarm(in: state), alarm.outcome > verdict { return reply }
    if let alarm {
      var builder = ReplyBuilder(knowledge, after: reply.citations)
      builder.paragraph(alarm.says)
      reply.blocks.insert(contentsOf: builder.blocks, at: 1)
      reply.citations = builder.citations
    }
    addSideTopics(to: &reply, turn, in: &state)
    // An emergency leaves nothing to ask; else what remains may still make it one.
    if reply.outcome != Outcome.emergency.id, let question = state.check.next(table) {
      if case .worse = question.kind, let worse = question.effect {
        reply.blocks.append(.paragraph(Wording.emergency(with: worse)))
      }
      reply.blocks.append(.paragraph(Wording.offerToGoOn))
      state.pending = .offeredCheck
    }
    return reply
  }

  /// The gravest alarm on record that is about the body.
  func gravestAlarm(in state: ConversationState) -> Alarm? {
    state.alarms.filter { $0 != .suicide }.max { $0.outcome < $1.outcome }
  }

  /// Answers what else the message asks, where no guard forbids it and the case is not urgent.
  private func addSideTopics(
    to reply: inout Reply, _ turn: Turn, in state: inout ConversationState
  ) {
    guard turn.isQuestion,
      reply.outcome.flatMap(Outcome.init(id:)) ?? .emergency <= .restSeeClinician,
      case .answer(let topics) = understand(turn).decision
    else { return }
    for topic in topics.prefix(1) {
      guard let topic = knowledge.topic(topic), !Self.aboutRunning.contains(topic.id),
        topic.id != "red-flags", topic.id != "symptoms"
      else { continue }
      var builder = ReplyBuilder(knowledge, after: reply.citations)
      builder.add(.heading(topic.title))
      let guards = guards(on: topic.id, in: state)
      if guards.isEmpty {
        builder.paragraph(topic.answer)
      } else {
        for item in guards { builder.paragraph(item.says) }
        state.record.guards += guards.map(\.id)
      }
      reply.topics.append(topic.id)
      reply.blocks += builder.blocks
      reply.citations = builder.citations
      state.told[topic.id] = state.turn
    }
  }

  /// The guards that forbid a topic's advice in the case that the conversation knows of.
  func guards(on topic: String, in state: ConversationState) -> [AdviceGuard] {
    let values = state.check.values
    var verdict = table.evaluate(values).verdict
    if let alarm = gravestAlarm(in: state) {
      verdict = verdict.joined(with: Verdict(alarm.outcome))
    }
    return table.guards(
      withholding: topic, values, verdict, traits: traits(of: state.facts))
  }

  /// Topics whose advice is to run in some way; the outcome of a case comes before them.
  static let aboutRunning: Set<String> = [
    "triage", "keep-running", "mild-pain", "persistent-pain", "severe-pain", "modify-running",
    "mileage-increase", "return-to-running", "racing", "running-through-it", "walking-pain", "rest",
  ]

  /// An alarming sign that the table does not list: help is named, nothing else is said.
  func reply(toAlarm alarm: Alarm, in state: inout ConversationState) -> Reply {
    state.isChecking = false
    var reply = Reply(kind: .triage)
    reply.topics = ["red-flags"]
    reply.outcome = alarm.outcome.id
    reply.appointment = true
    reply.slots = known(state.check.values)
    reply.rules = table.evaluate(state.check.values).fired.map { table.rules[$0].id }
    var builder = ReplyBuilder(knowledge)
    if alarm == .suicide {
      state.record.declines.append("crisis")
      builder.add(.paragraph(fixed("decline:crisis", declineReplies("crisis"), in: &state)))
    } else {
      builder.add(.outcome(level: alarm.outcome.rawValue, title: title(of: alarm.outcome)))
      builder.paragraph(alarm.says)
    }
    reply.blocks = builder.blocks
    reply.citations = builder.citations
    state.outcome = reply.outcome
    state.outcomeTurn = state.turn
    state.last = .init(
      kind: .triage, topics: reply.topics, part: nil, claims: builder.claims, rules: reply.rules,
      outcome: reply.outcome, differs: [], message: "", text: reply.text, confidence: nil,
      alternatives: [])
    return reply
  }

  func title(of outcome: Outcome) -> String {
    table.text(of: outcome)?.title ?? outcome.id
  }

  /// What to do, as part of a sentence: "medical help today".
  func short(of outcome: Outcome) -> String {
    table.text(of: outcome)?.short ?? outcome.id
  }
}
