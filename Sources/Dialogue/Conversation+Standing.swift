internal import Knowledge
internal import Triage

/// What was told stays: where it forbids running, it answers every later wish to run, in short.
extension Conversation {
  /// An outcome that keeps the runner from running, with what it comes from.
  struct Standing {
    var outcome: Outcome
    /// What was told that leads to it, as noun phrases; empty where no slot has it.
    var signs: [String]
    /// The outcome in a sentence.
    var says: [Sentence]
  }

  /// The outcome on record where it is to rest and be seen, or worse.
  func standing(in state: ConversationState) -> Standing? {
    let result = table.evaluate(state.check.values)
    let gravest = state.alarms.max { $0.outcome < $1.outcome }
    let alarm = gravest?.outcome ?? .runEasy
    let outcome = max(result.outcome, alarm)
    guard outcome >= .restSeeClinician else { return nil }
    var signs: [String] = []
    for place in result.deciding {
      for condition in table.rules[place].conditions {
        guard let value = state.check.values.number(of: condition.slot), value > 0,
          let means = table.definition(of: condition.slot)?.values[value].means,
          !signs.contains(means)
        else { continue }
        signs.append(means)
      }
    }
    if alarm > result.outcome { signs = [] }
    return Standing(
      outcome: outcome, signs: Array(signs.prefix(2)),
      says: alarm > result.outcome
        ? (gravest?.says ?? [])
        : Array((table.text(of: outcome)?.says ?? []).prefix(1)))
  }

  /// "No. You told me of a pop, and that stands …": the answer to a wish to run.
  func reply(toWishAgainst standing: Standing, in state: inout ConversationState) -> Reply {
    // Not said in full yet: that comes first.
    if state.outcome == nil { return result(in: &state) }
    return reply(
      standing, opening: fixed("standing", Wording.standing(standing.signs), in: &state),
      in: &state)
  }

  /// The outcome on record in two sentences.
  func reply(
    _ standing: Standing, opening: String, in state: inout ConversationState
  ) -> Reply {
    var builder = ReplyBuilder(knowledge)
    builder.paragraph(
      [Sentence(text: opening, claims: [], editorial: "what the runner told")] + standing.says)
    let result = table.evaluate(state.check.values)
    var reply = Reply(kind: .triage)
    reply.topics = ["triage"]
    reply.outcome = standing.outcome.id
    reply.appointment = result.appointment || standing.signs.isEmpty
    reply.provisional = result.isProvisional
    reply.slots = known(state.check.values)
    reply.rules = result.fired.map { table.rules[$0].id }
    reply.blocks = builder.blocks
    reply.citations = builder.citations
    state.isChecking = false
    state.last = .init(
      kind: .triage, topics: ["triage"], part: nil, claims: builder.claims, rules: reply.rules,
      outcome: reply.outcome, differs: [], message: "", text: reply.text, confidence: nil,
      alternatives: [])
    return reply
  }

  /// Whether what a topic advises must wait until the runner has been seen.
  func mustWait(_ topic: String, _ standing: Standing?) -> Bool {
    guard let standing, standing.outcome >= .urgentCare else { return false }
    return [
      "stretching", "calf-tightness", "warm-up", "rehab-plan", "exercises", "rolling",
      "calf-raises",
      "hip-core",
    ].contains(topic)
  }

  /// Topics whose answer is leave to run.
  static let permitting: Set<String> = [
    "keep-running", "mild-pain", "modify-running", "racing", "mileage-increase",
    "return-to-running", "triage",
  ]

  /// Small talk while a danger is on record: the point once more, in a line. Nil where none is.
  func parting(_ id: String, in state: ConversationState) -> String? {
    guard let standing = standing(in: state), ["goodbye", "thanks"].contains(id) else { return nil }
    return Wording.parting(short(of: standing.outcome), isGoodbye: id == "goodbye")
  }

  /// The outcome on record to who says something else that was not understood: "it's fine really".
  func reply(
    toUnclear turn: Turn, _ reading: MessageReading, _ understanding: Understanding,
    in state: inout ConversationState
  ) -> Reply? {
    guard let standing = standing(in: state), !turn.isQuestion, reading.findings.isEmpty else {
      return nil
    }
    switch understanding.decision {
    case .answer: return nil
    case .ask(let topics):
      guard topics.contains(where: Self.permitting.contains) else { return nil }
    case .decline(_, let nearMiss, let reason):
      guard nearMiss == nil, ["off-topic", "unclear"].contains(reason ?? "off-topic") else {
        return nil
      }
    }
    return reply(
      standing, opening: fixed("hear", Wording.hearYou(standing.signs), in: &state), in: &state)
  }

  /// The outcome at once for a message of which the matcher makes nothing, where what it tells is
  /// grave; nil for any other.
  func reply(
    toGrave reading: MessageReading, _ understanding: Understanding,
    in state: inout ConversationState
  ) -> Reply? {
    if case .answer = understanding.decision { return nil }
    let told = reading.findings.filter { $0.manner == .stated && $0.value > 0 }
    let result = table.evaluate(state.check.values)
    let isTold = result.deciding.contains { place in
      table.rules[place].conditions.contains { condition in
        told.contains { $0.slot == condition.slot }
      }
    }
    guard result.outcome >= .restSeeClinician, isTold else { return nil }
    return self.result(in: &state)
  }

  /// Topics whose advice comes only after what the runner must do first.
  static let selfCare: Set<String> = [
    "ice", "rolling", "taping", "orthotics", "night-splint", "pain-medication", "shoes",
    "stretching", "calf-tightness", "warm-up", "rehab-plan", "exercises", "calf-raises",
    "hip-core", "cross-training", "keep-fitness",
  ]
}
