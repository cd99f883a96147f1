internal import Knowledge

/// Conversational intents: greeting, thanks, help … and those about the last reply.
extension Conversation {
  func conversational(
    _ id: String, _ understanding: Understanding?, to turn: Turn,
    in state: inout ConversationState
  ) -> Reply {
    var reply =
      switch id {
      case "triage": startCheck(turn, in: &state)
      case "why": why(in: &state)
      case "more": more(to: turn, in: &state)
      case "sources": sourcesOfLast(in: &state)
      default: smallTalk(id, in: &state)
      }
    reply.confidence = understanding?.confidence ?? reply.confidence
    if let understanding {
      reply.alternatives = understanding.alternatives
      reply.repairs = understanding.repairs
    }
    return reply
  }

  func smallTalk(_ id: String, in state: inout ConversationState) -> Reply {
    var reply = Reply(kind: .smalltalk)
    reply.topics = [id]
    let text =
      parting(id, in: state) ?? fixed(id, knowledge.smallTalk(id)?.replies ?? [], in: &state)
    reply.blocks = [.paragraph(text)]
    return reply
  }

  /// The rest of the topic in focus, two parts at a time.
  func more(to turn: Turn, in state: inout ConversationState) -> Reply {
    guard let focus = state.focus.first, let topic = knowledge.topic(focus.topic) else {
      return smallTalk("more", in: &state)
    }
    var answer = TopicAnswer(knowledge)
    let rest = untold(topic, in: state)
    if state.told[topic.id] == nil { answer.short(topic) }
    for part in rest.prefix(2) { answer.part(part, of: topic, titled: true) }
    if rest.isEmpty {
      let untold = topic.differs.compactMap(knowledge.difference).first { state.told[$0.id] == nil }
      if let untold {
        answer.difference(untold)
      } else {
        answer.builder.add(.paragraph(Wording.nothingMore(topic.title)))
        answer.related(topic)
      }
    } else if rest.count > 2 {
      answer.builder.add(.paragraph(Wording.moreOffer))
    }
    var reply = Reply(kind: .answer)
    reply.topics = ["more", topic.id]
    reply.blocks = answer.builder.blocks
    reply.citations = answer.builder.citations
    record(answer, of: [topic.id], reply: reply, turn, in: &state)
    return reply
  }

  /// The claims behind the last reply, with their places.
  func sourcesOfLast(in state: inout ConversationState) -> Reply {
    guard let last = state.last, !last.claims.isEmpty else {
      return smallTalk("sources", in: &state)
    }
    var builder = ReplyBuilder(knowledge)
    builder.add(.paragraph(Wording.behindLast))
    var points: [String] = []
    for id in last.claims {
      guard let claim = knowledge.claim(id) else { continue }
      points.append(builder.cited(Sentence(text: claim.says, claims: [id])))
    }
    builder.add(.list(points))
    var reply = Reply(kind: .answer)
    reply.topics = ["sources"] + last.topics.filter { knowledge.topic($0) != nil }
    reply.blocks = builder.blocks
    reply.citations = builder.citations
    return reply
  }
}
