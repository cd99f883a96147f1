internal import Knowledge
internal import Language

/// Answers to what the last reply asked, the check apart.
extension Conversation {
  /// The reply to an answer; nil where the message is a question of its own. What waited is then dropped.
  func reply(toChoiceBy turn: Turn, in state: inout ConversationState) -> Reply? {
    guard let pending = state.pending else { return nil }
    state.pending = nil
    switch pending {
    case .choice(let topics, let message):
      return reply(choosing: topics, for: message, turn, in: &state)
    case .offeredCheck:
      if turn.move?.id == "yes" || turn.move?.id == "acknowledge" {
        return startCheck(turn, in: &state)
      }
      if turn.move?.id == "no" || Self.denials.contains(turn.words.joined(separator: " ")) {
        return plain(Wording.asYouLike)
      }
      return nil
    }
  }

  /// Ways of saying no to what was offered, beside the plain one.
  private static let denials: Set<String> = [
    "none", "none of them", "none of those", "none of these", "neither", "nothing", "nah", "nope",
    "no none", "none of that", "not really", "not now", "later", "naw", "no need", "nothing else",
    "that's all", "that's it",
  ]

  private func reply(
    choosing topics: [String], for message: String, _ turn: Turn,
    in state: inout ConversationState
  ) -> Reply? {
    switch turn.move?.id {
    case "neither", "no", "forget-that": return plain(Wording.putAnotherWay)
    case "why":
      state.pending = .choice(topics, message: message)
      var reply = Reply(kind: .question)
      reply.topics = topics
      reply.asks = "topic"
      reply.blocks = [.paragraph(Wording.askedWhich), .choices(topics.map(title))]
      return reply
    default: break
    }
    let chosen = chosen(of: topics, turn, in: &state)
    guard !chosen.isEmpty else { return nil }
    if let id = chosen.first, knowledge.topic(id) == nil {
      return conversational(id, nil, to: turn, in: &state)
    }
    // The aspect that the first message asked for still holds.
    let asked = Turn(message, acts: acts)
    let match = understand(asked)
    let requests = chosen.prefix(2).map { id in
      let narrower =
        match.narrower[id]
        ?? knowledge.topic(id).flatMap { part(of: $0, for: asked.aspects) }.map { .part($0.id) }
      return Request(topic: id, narrower: narrower, aspects: asked.aspects)
    }
    return answer(
      requests, alternatives: topics.filter { !chosen.contains($0) }, confidence: nil,
      repairs: [], to: turn, in: &state)
  }

  /// The topics that a number, an ordinal, "both" or words name; empty where none does.
  private func chosen(
    of topics: [String], _ turn: Turn, in state: inout ConversationState
  ) -> [String] {
    switch turn.move?.id {
    case "both": return topics
    case "choose-1", "yes": return Array(topics.prefix(1))
    case "choose-2" where topics.count > 1: return [topics[1]]
    case "choose-3" where topics.count > 2: return [topics[2]]
    case "other-one" where topics.count > 1: return [topics[1]]
    default: break
    }
    let words = turn.tokens.filter { $0.kind != .punctuation }
    let numbers = words.compactMap { Int($0.text) }
    if !numbers.isEmpty, words.allSatisfy({ Int($0.text) != nil || $0.text == "and" }) {
      return numbers.filter { (1...topics.count).contains($0) }.map { topics[$0 - 1] }
    }
    guard words.count <= 4 else { return [] }
    // A word of a title names it, where it names only one.
    let named = topics.filter { id in
      let title = Set(Tokenizer.tokens(in: title(id)).map(\.text))
      return words.contains {
        $0.text.count > 3 && title.contains($0.text) && !acts.functionWords.contains($0.text)
      }
    }
    if named.count == 1 { return named }
    if case .answer(let ids) = understand(turn).decision {
      return ids.filter(topics.contains)
    }
    return []
  }
}
