internal import Knowledge

/// Messages that do something in the conversation rather than ask: repair, correction, doubt.
extension Conversation {
  /// The reply to a move; nil where the message is none, or the move has nothing to work on.
  func reply(toMoveOf turn: Turn, in state: inout ConversationState) -> Reply? {
    guard let move = turn.move else { return nil }
    switch move.id {
    case "why": return why(in: &state)
    case "sources-of": return sourcesOfLast(in: &state)
    case "go-on": return more(to: turn, in: &state)
    case "shorter": return shorter(to: turn, in: &state)
    case "repeat": return again(in: &state)
    case "confused", "plain-words": return plainer(to: turn, in: &state)
    case "are-you-sure": return sureness(in: &state)
    case "who-is-right": return difference(to: turn, in: &state)
    case "other-side": return otherSide(to: turn, in: &state)
    case "side-blog": return side(isBlog: true, to: turn, in: &state)
    case "side-healthline": return side(isBlog: false, to: turn, in: &state)
    case "from-blog": return origin(isBlog: true, in: &state)
    case "from-healthline": return origin(isBlog: false, in: &state)
    case "what-would-change": return whatWouldChange(in: &state)
    case "stop-asking": return plain(Wording.asYouLike)
    case "apology": return turn.asks ? again(in: &state) : smallTalk("thanks", Wording.noHarm)
    case "clinician-differs":
      return asksMore(turn) ? nil : clinicianDiffers(in: &state)
    case "recall": return recall(in: &state)
    case "forget-all": return forgetAll(in: &state)
    case "forget-that": return forgetLast(in: &state)
    case "forget-fact": return forgetFact(move.rest.first ?? "", in: &state)
    case "correction": return correction(move.rest.first, to: turn, in: &state)
    case "not-but": return correction(move.rest.last, to: turn, in: &state)
    case "evidence-of": return evidence(to: turn, in: &state)
    case "meanwhile": return meanwhile(to: turn, in: &state)
    case "acknowledge": return state.turn > 1 ? smallTalk("thanks", Wording.askOn) : nil
    case "wrong-topic", "other-one": return otherCandidate(to: turn, in: &state)
    default: return nil
    }
  }

  /// Whether a message asks something of its own, and not just whether what it tells is right.
  private func asksMore(_ turn: Turn) -> Bool {
    let words = turn.askingWords
    guard words.count < turn.words.count, let first = words.first else { return false }
    if ["right", "true", "so", "wrong", "correct"].contains(words.last) { return false }
    return Turn.openers.contains(first) && first != "who"
  }

  func inFocus(_ state: ConversationState) -> Topic? {
    state.focus.first.flatMap { knowledge.topic($0.topic) }
  }

  /// The answer once more in its first sentence.
  private func shorter(to turn: Turn, in state: inout ConversationState) -> Reply? {
    guard let topic = inFocus(state) else { return nil }
    var answer = TopicAnswer(knowledge)
    if let id = state.focus.first?.part, let part = part(id, of: topic) {
      let lead = Wording.inShort + " "
      answer.builder.add(.paragraph(lead + answer.builder.cited(part.sentences.prefix(1))))
      answer.markTold(part, of: topic)
    } else {
      answer.briefly(topic, after: Wording.inShort)
    }
    return reply(answer, on: [topic.id], to: turn, in: &state)
  }

  private func part(_ key: String, of topic: Topic) -> Part? {
    topic.parts.first { TopicAnswer.key($0, topic) == key }
  }

  func reply(
    _ answer: TopicAnswer, on topics: [String], to turn: Turn, in state: inout ConversationState
  ) -> Reply {
    var reply = Reply(kind: .answer)
    reply.topics = topics
    reply.blocks = answer.builder.blocks
    reply.citations = answer.builder.citations
    record(answer, of: topics, reply: reply, turn, in: &state)
    return reply
  }

  /// The last reply again, marked as such.
  private func again(in state: inout ConversationState) -> Reply? {
    guard var reply = state.lastReply else { return nil }
    reply.blocks.removeAll { $0 == .paragraph(Wording.again) }
    if case .paragraph(let text)? = reply.blocks.first {
      reply.blocks[0] = .paragraph(Wording.again + " " + Wording.withoutLead(text))
    } else {
      reply.blocks.insert(.paragraph(Wording.again), at: 0)
    }
    return reply
  }

  /// The short answer a sentence a line, and what may help: a part that explains how or what.
  private func plainer(to turn: Turn, in state: inout ConversationState) -> Reply? {
    guard let topic = inFocus(state) else { return nil }
    // Once taken apart already, the main point alone is plainer.
    if state.lastReply?.blocks.first == .paragraph(Wording.stepByStep) {
      return shorter(to: turn, in: &state)
    }
    var answer = TopicAnswer(knowledge)
    answer.builder.add(.paragraph(Wording.stepByStep))
    let told = state.focus.first?.part.flatMap { part($0, of: topic) }
    let sentences = told?.sentences ?? topic.answer
    answer.builder.add(.list(sentences.map { answer.builder.cited($0) }))
    if let told { answer.markTold(told, of: topic) } else { answer.markTold(topic) }
    return reply(answer, on: [topic.id], to: turn, in: &state)
  }

  /// How sure the sources are: who says it, and where they differ.
  private func sureness(in state: inout ConversationState) -> Reply? {
    guard let last = state.last, !last.claims.isEmpty else { return nil }
    var builder = ReplyBuilder(knowledge)
    let claims = last.claims.prefix(4).compactMap(knowledge.claim)
    let names = claims.compactMap { knowledge.source(of: $0)?.shortName }
    var sentences = [
      Sentence(text: Wording.asSure(as: names.uniqued()), claims: claims.map(\.id))
    ]
    if let difference = last.differs.first.flatMap(knowledge.difference) {
      sentences.append(Sentence(text: Wording.theyDiffer(difference.question), claims: []))
    }
    sentences.append(Sentence(text: Wording.clinicianFirst, claims: []))
    builder.paragraph(sentences)
    var reply = Reply(kind: .answer)
    reply.topics = last.topics
    reply.blocks = builder.blocks
    reply.citations = builder.citations
    return reply
  }

  /// What stands behind the topic in focus: its part on the evidence, else the claims of the last reply.
  private func evidence(to turn: Turn, in state: inout ConversationState) -> Reply? {
    guard let topic = inFocus(state), let part = part(of: topic, for: [.evidence]) else {
      return sourcesOfLast(in: &state)
    }
    let request = Request(topic: topic.id, narrower: .part(part.id), aspects: [.evidence])
    return answer(
      [request], alternatives: [], confidence: nil, repairs: [], to: turn, in: &state)
  }

  /// What to do in the meantime, after a topic that forbids or delays running.
  private func meanwhile(to turn: Turn, in state: inout ConversationState) -> Reply? {
    let waiting: Set = [
      "rest", "persistent-pain", "severe-pain", "walking-pain", "see-professional", "red-flags",
      "keep-running", "racing", "return-to-running", "not-improving", "running-through-it",
    ]
    guard let topic = inFocus(state), waiting.contains(topic.id) else { return nil }
    return answer(
      [Request(topic: "cross-training")], alternatives: [], confidence: nil, repairs: [], to: turn,
      in: &state)
  }

  private func smallTalk(_ id: String, _ text: String) -> Reply {
    var reply = Reply(kind: .smalltalk)
    reply.topics = [id]
    reply.blocks = [.paragraph(text)]
    return reply
  }

  /// A clinician who saw the foot comes before any article.
  func clinicianDiffers(in state: inout ConversationState) -> Reply? {
    var reply = Reply(kind: .answer)
    reply.topics = ["see-professional"]
    var builder = ReplyBuilder(knowledge)
    builder.paragraph([
      Sentence(text: Wording.clinicianFirst, claims: []),
      Sentence(text: Wording.clinicianPlan, claims: ["H083", "H084"]),
    ])
    reply.blocks = builder.blocks
    reply.citations = builder.citations
    return reply
  }

  /// "No, I meant rolling": answers that instead.
  private func correction(
    _ rest: String?, to turn: Turn, in state: inout ConversationState
  ) -> Reply? {
    guard let rest, !rest.isEmpty else { return nil }
    state.pending = nil
    let corrected = Turn(rest, acts: acts)
    // "How long do I roll?" "No, I meant ice": how long holds.
    if corrected.aspects.isEmpty, let topic = inFocus(state),
      var reply = carried(to: corrected, topic, corrected, in: &state)
    {
      reply.blocks.insert(.paragraph(Wording.then(rest)), at: 0)
      return reply
    }
    let understanding = understand(corrected)
    guard case .answer(let topics) = understanding.decision, let topic = topics.first else {
      if case .decline = understanding.decision { return nil }
      return reply(toQuestion: corrected, understanding: understanding, in: &state)
    }
    var reply = reply(toQuestion: corrected, understanding: understanding, in: &state)
    if knowledge.topic(topic) != nil, corrected.words.count <= 3 {
      reply.blocks.insert(.paragraph(Wording.then(rest)), at: 0)
    }
    return reply
  }

  /// "That is not what I asked": the runner-up, as a choice.
  private func otherCandidate(to turn: Turn, in state: inout ConversationState) -> Reply? {
    guard let last = state.last else { return nil }
    let others = last.alternatives.filter {
      knowledge.topic($0) != nil && !last.topics.contains($0)
    }
    if turn.move?.id == "other-one", let other = others.first {
      return answer(
        [Request(topic: other)], alternatives: Array(others.dropFirst()), confidence: nil,
        repairs: [], to: turn, in: &state)
    }
    guard !others.isEmpty else { return declined("unclear", in: &state) }
    state.pending = .choice(Array(others.prefix(3)), message: last.message)
    var reply = Reply(kind: .question)
    reply.topics = Array(others.prefix(3))
    reply.asks = "topic"
    reply.blocks = [
      .paragraph(Wording.sorryWhich), .choices(others.prefix(3).map(title)),
      .paragraph(Wording.chooseByNumber),
    ]
    return reply
  }
}
