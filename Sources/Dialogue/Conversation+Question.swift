internal import Knowledge

/// A message taken as a question of its own.
extension Conversation {
  func reply(
    toQuestion turn: Turn, understanding: Understanding, in state: inout ConversationState
  ) -> Reply {
    if let entry = asked.best(for: turn.tokens, topics: understanding.answered),
      let reply = reply(to: entry, understanding, turn, in: &state)
    {
      return reply
    }
    if let reply = reply(toClauseOf: turn, understanding, in: &state) { return reply }
    switch understanding.decision {
    case .answer(let topics):
      return reply(on: topics, understanding, to: turn, in: &state)
    case .ask(let topics):
      return choice(topics, understanding, to: turn, in: &state)
    case .decline(let nearest, let nearMiss, let reason):
      if let nearMiss, let entry = knowledge.nearMiss(nearMiss) {
        state.record.declines.append(entry.id)
        return reply(onNearMiss: entry, understanding, to: turn, in: &state)
      }
      return declined(
        reason ?? (turn.wordCount < 2 ? "unclear" : "off-topic"), nearest: nearest,
        understanding, in: &state)
    }
  }

  func reply(
    on topics: [String], _ understanding: Understanding, to turn: Turn,
    in state: inout ConversationState
  ) -> Reply {
    guard let first = topics.first else { return declined("unclear", in: &state) }
    if knowledge.topic(first) == nil {
      return conversational(first, understanding, to: turn, in: &state)
    }
    let requests = topics.filter { knowledge.topic($0) != nil }.map { topic in
      Request(
        topic: topic, narrower: understanding.narrower[topic], aspects: turn.aspects,
        finder: understanding.finders[topic])
    }
    return answer(
      requests, alternatives: understanding.alternatives, confidence: understanding.confidence,
      repairs: understanding.repairs, to: turn, in: &state)
  }

  /// What the documents differ on, or do not say, where just that is asked; nil where the message is
  /// understood as something else.
  private func reply(
    to entry: AskedIndex.Entry, _ understanding: Understanding, _ turn: Turn,
    in state: inout ConversationState
  ) -> Reply? {
    var answer = TopicAnswer(knowledge)
    let topic: String
    switch understanding.decision {
    case .answer(let topics) where topics.count == 1 && !entry.topics.isEmpty:
      guard entry.topics.contains(topics[0]) else { return nil }
      topic = topics[0]
    case .answer(let topics) where topics.count > 1:
      // One answer to both: where the documents differ on just that.
      guard case .difference = entry.narrower,
        let first = topics.first(where: entry.topics.contains)
      else { return nil }
      topic = first
    default: topic = entry.topics.first ?? "sources"
    }
    guard guards(on: topic, in: state).isEmpty,
      standing(in: state) == nil || !Self.aboutRunning.union(Self.selfCare).contains(topic)
    else { return nil }
    switch entry.narrower {
    case .difference(let id): knowledge.difference(id).map { answer.difference($0) }
    case .gap(let id): knowledge.gap(id).map { answer.gap($0) }
    case .part: return nil
    }
    if let topic = knowledge.topic(topic) { addCautions(on: topic, to: &answer, in: &state) }
    var reply = Reply(kind: .answer)
    reply.topics = [topic]
    reply.blocks = answer.builder.blocks
    reply.citations = answer.builder.citations
    reply.alternatives = understanding.alternatives
    reply.confidence = understanding.confidence
    reply.repairs = understanding.repairs
    record(answer, of: [topic], reply: reply, turn, in: &state)
    return reply
  }

  /// "Do you mean A or B?", numbered.
  private func choice(
    _ topics: [String], _ understanding: Understanding, to turn: Turn,
    in state: inout ConversationState
  ) -> Reply {
    if let standing = standing(in: state), topics.contains(where: Self.permitting.contains) {
      return reply(toWishAgainst: standing, in: &state)
    }
    // Nobody is asked whether they meant what I am or what I can do.
    if topics.allSatisfy({ knowledge.topic($0) == nil }), let first = topics.first {
      return conversational(first, understanding, to: turn, in: &state)
    }
    // One of them is named, and it is the likeliest.
    let named = topics.filter { place(of: $0, in: turn) != nil }
    if named.count == 1, named.first == topics.first {
      return reply(on: named, understanding, to: turn, in: &state)
    }
    // Asked once already: the likelier is answered rather than asked again.
    if state.lastReply?.asks == "topic", let first = topics.first, knowledge.topic(first) != nil {
      return reply(on: [first], understanding, to: turn, in: &state)
    }
    // Neighbours are not worth a question back in the middle of a talk.
    if state.turn > 1, Self.families.contains(where: { $0.isSuperset(of: topics.prefix(2)) }) {
      var reply = reply(on: [topics[0]], understanding, to: turn, in: &state)
      reply.blocks.append(.paragraph(Wording.orAbout(title(topics[1]))))
      return reply
    }
    // In the middle of a talk the likelier is told, and the other named.
    if state.turn > 1, let likeliest = understanding.candidates.first,
      likeliest.probability >= Self.likelier, likeliest.id == topics[0],
      knowledge.topic(topics[0]) != nil
    {
      var reply = reply(on: [topics[0]], understanding, to: turn, in: &state)
      reply.blocks.append(.paragraph(Wording.orAbout(title(topics[1]))))
      return reply
    }
    let topics = Array(topics.prefix(3))
    state.pending = .choice(topics, message: turn.message)
    var reply = Reply(kind: .question)
    reply.topics = topics
    reply.asks = "topic"
    reply.blocks = [
      .paragraph(Wording.whichDoYouMean), .choices(topics.map(title)),
      .paragraph(Wording.chooseByNumber),
    ]
    reply.confidence = understanding.confidence
    reply.alternatives = understanding.alternatives
    reply.repairs = understanding.repairs
    return reply
  }

  /// Least probability of what is told without asking back.
  private static let likelier = 0.5

  /// Topics whose short answers serve one for the other.
  private static let families: [Set<String>] = [
    ["keep-running", "return-to-running", "modify-running"], ["symptoms", "what-is-it"],
    ["red-flags", "see-professional"], ["rest", "rehab-plan"], ["exercises", "calf-raises"],
    ["recovery-time", "not-improving"],
  ]

  /// Title of a topic or of a conversational intent.
  func title(_ id: String) -> String {
    knowledge.topic(id)?.title ?? Wording.titles[id] ?? id
  }

  private func reply(
    onNearMiss entry: NearMiss, _ understanding: Understanding, to turn: Turn,
    in state: inout ConversationState
  ) -> Reply {
    var builder = ReplyBuilder(knowledge)
    builder.paragraph(entry.says)
    var reply = Reply(kind: .unknown)
    reply.blocks = builder.blocks
    reply.citations = builder.citations
    reply.confidence = understanding.confidence
    reply.alternatives = understanding.alternatives
    reply.repairs = understanding.repairs
    return reply
  }

  /// A refusal in one line, with at most three topics that are near; after two in a row the whole list.
  func declined(
    _ reason: String, nearest: [String] = [], _ understanding: Understanding? = nil,
    in state: inout ConversationState
  ) -> Reply {
    let isLost = ["off-topic", "unclear", "gibberish"].contains(reason)
    if isLost { state.declinesInARow += 1 }
    state.refused = Self.pressable.contains(reason) ? reason : nil
    state.record.declines.append(knowledge.decline(reason)?.reason ?? "off-topic")
    var reply = Reply(kind: .unknown)
    reply.blocks = [.paragraph(fixed("decline:" + reason, declineReplies(reason), in: &state))]
    // What is nearest to a message that is near to nothing is noise.
    let isNear = isLost && reason != "gibberish" && understanding?.confidence ?? 0 >= 0.05
    let near = isNear ? nearest.filter { knowledge.topic($0) != nil }.prefix(3) : []
    if isLost, state.declinesInARow > 2 {
      reply.blocks = [.paragraph(fixed("lost", Wording.stillLost, in: &state))]
    } else if isLost, state.declinesInARow == 2 {
      reply.blocks.append(.paragraph(Wording.everything))
      reply.blocks.append(.list(Self.themes.map { Wording.theme($0.name, $0.topics.map(title)) }))
    } else if !near.isEmpty {
      reply.blocks.append(.paragraph(Wording.nearTopics))
      reply.blocks.append(.list(near.map(title)))
    }
    reply.alternatives = Array(near)
    reply.confidence = understanding?.confidence
    reply.repairs = understanding?.repairs ?? []
    return reply
  }

  /// Refusals that people press against.
  private static let pressable: Set<String> = ["dose", "brand", "date", "promise", "diagnosis"]

  func declineReplies(_ reason: String) -> [String] {
    knowledge.decline(reason)?.replies ?? knowledge.decline("off-topic")?.replies ?? [
      Wording.notKnown
    ]
  }

  /// The next wording of a fixed reply: each once in order, then round again.
  func fixed(_ key: String, _ replies: [String], in state: inout ConversationState) -> String {
    let count = state.given[key, default: 0]
    state.given[key] = count + 1
    return replies.isEmpty ? Wording.notKnown : replies[count % replies.count]
  }

  /// Topics by theme, for the overview.
  static let themes: [(name: String, topics: [String])] = [
    ("Running", ["keep-running", "modify-running", "return-to-running", "racing"]),
    ("Rehab", ["rehab-plan", "exercises", "stretching", "warm-up"]),
    ("Relief", ["ice", "rolling", "taping", "shoes", "orthotics", "night-splint"]),
    ("Other training", ["cross-training", "keep-fitness"]),
    ("The condition", ["symptoms", "causes", "morning-pain", "recovery-time"]),
    ("You", ["masters", "menopause", "nutrition-recovery"]),
    ("Help", ["see-professional", "red-flags", "not-improving"]),
  ]
}
