internal import Knowledge
internal import Language

/// Messages that only mean something after what was said before: "how long?", "and in the pool?".
extension Conversation {
  /// The reply to a follow-up; nil where the message stands on its own or nothing is in focus.
  func reply(toFollowUp turn: Turn, in state: inout ConversationState) -> Reply? {
    guard let focus = state.focus.first, state.turn - focus.turn <= Self.focusTurns,
      let topic = knowledge.topic(focus.topic)
    else { return nil }
    if let move = turn.move, move.id == "what-about", let rest = move.rest.first {
      return reply(toWhatAbout: rest, topic, turn, in: &state)
    }
    guard !turn.hasContent, turn.wordCount <= Self.longestFollowUp, !turn.aspects.isEmpty else {
      return nil
    }
    return reply(on: topic, for: turn.aspects, to: turn, in: &state)
  }

  /// Turns after which a topic is no longer what a bare "how long?" is about.
  static let focusTurns = 6
  /// Words of the longest message that may be taken as a follow-up only.
  static let longestFollowUp = 12

  /// "And ice?": the aspect of the last question carried to a new topic, or a new aspect of this one.
  private func reply(
    toWhatAbout rest: String, _ topic: Topic, _ turn: Turn, in state: inout ConversationState
  ) -> Reply? {
    let about = Turn(rest, acts: acts)
    if about.hasContent {
      let understanding = understand(about, in: &state)
      guard case .answer(let topics) = understanding.decision, let first = topics.first,
        let next = knowledge.topic(first)
      else { return nil }
      let carried = about.aspects.isEmpty ? state.askedAspects : about.aspects
      if next.id != topic.id, let part = part(of: next, for: carried) {
        let request = Request(topic: next.id, narrower: .part(part.id), aspects: carried)
        return answer(
          [request], alternatives: understanding.alternatives,
          confidence: understanding.confidence, repairs: understanding.repairs, to: turn,
          in: &state)
      }
      return nil
    }
    guard !about.aspects.isEmpty else { return nil }
    return reply(on: topic, for: about.aspects, to: turn, in: &state)
  }

  /// The part of the topic for the aspect, or the honest word that the sources do not say.
  private func reply(
    on topic: Topic, for aspects: [Aspect], to turn: Turn, in state: inout ConversationState
  ) -> Reply {
    if let part = part(of: topic, for: aspects) {
      let request = Request(topic: topic.id, narrower: .part(part.id), aspects: aspects)
      return answer(
        [request], alternatives: [], confidence: nil, repairs: [], to: turn, in: &state)
    }
    var answer = TopicAnswer(knowledge)
    let asked = aspects.first.map(Wording.question) ?? "that"
    answer.briefly(topic, after: Wording.notCovered(asked, topic.title))
    var reply = Reply(kind: .answer)
    reply.topics = [topic.id]
    reply.blocks = answer.builder.blocks
    reply.citations = answer.builder.citations
    record(answer, of: [topic.id], reply: reply, turn, in: &state)
    return reply
  }
}
