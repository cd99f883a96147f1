internal import Knowledge

/// Where the two documents differ: both sides, one of them, and which difference is spoken of.
extension Conversation {
  /// Both sides of the difference that is spoken of; told already, where they meet.
  func difference(to turn: Turn, in state: inout ConversationState) -> Reply? {
    var answer = TopicAnswer(knowledge)
    if let difference = differenceInFocus(state) {
      answer.builder.add(.paragraph(Wording.nobodyWinsAgain))
      answer.builder.paragraph(difference.meanwhile)
      answer.markTold(difference)
      return reply(answer, on: [topic(of: difference, state)], to: turn, in: &state)
    }
    guard let topic = inFocus(state) else { return plain(Wording.nameTheQuestion) }
    if let difference = nearestDifference(of: topic, state) {
      answer.builder.add(.paragraph(Wording.nobodyWins))
      answer.difference(difference)
    } else {
      answer.briefly(topic, after: Wording.noDifference(topic.title))
    }
    return reply(answer, on: [topic.id], to: turn, in: &state)
  }

  /// The side of the difference in focus that was not told last; both where none was.
  func otherSide(to turn: Turn, in state: inout ConversationState) -> Reply? {
    guard let difference = differenceInFocus(state) else {
      return self.difference(to: turn, in: &state)
    }
    var answer = TopicAnswer(knowledge)
    let isBlog = state.difference?.side == "healthline"
    answer.builder.paragraph(isBlog ? difference.blog : difference.healthline)
    answer.markTold(difference)
    let reply = reply(answer, on: [topic(of: difference, state)], to: turn, in: &state)
    state.difference?.side = isBlog ? "blog" : "healthline"
    return reply
  }

  /// What one of the two documents says on the topic in focus.
  func side(isBlog: Bool, to turn: Turn, in state: inout ConversationState) -> Reply? {
    var answer = TopicAnswer(knowledge)
    if let difference = differenceInFocus(state) {
      answer.builder.paragraph(isBlog ? difference.blog : difference.healthline)
      answer.markTold(difference)
      let reply = reply(answer, on: [topic(of: difference, state)], to: turn, in: &state)
      state.difference?.side = isBlog ? "blog" : "healthline"
      return reply
    }
    guard let topic = inFocus(state) else { return nil }
    let source = isBlog ? "blog" : "healthline"
    // What was just told comes before a difference, which may be on a neighbouring point, and that
    // before the rest of the topic.
    func ofSource(_ sentences: [Sentence]) -> [Sentence] {
      sentences.filter { sentence in
        !sentence.claims.isEmpty
          && sentence.claims.allSatisfy { knowledge.claim($0)?.source == source }
      }
    }
    let told = topic.parts.first { TopicAnswer.key($0, topic) == state.focus.first?.part }
    var sentences = ofSource(topic.answer + (told?.sentences ?? []))
    if sentences.isEmpty {
      let difference = nearestDifference(of: topic, state)
      sentences = difference.map { isBlog ? $0.blog : $0.healthline } ?? []
    }
    if sentences.isEmpty { sentences = ofSource(topic.parts.flatMap(\.sentences)) }
    if sentences.isEmpty {
      answer.builder.add(.paragraph(Wording.sideSilent(isBlog: isBlog, topic.title)))
    } else {
      answer.builder.paragraph(sentences.prefix(3).map(\.withoutYes))
    }
    answer.markTold(topic)
    return reply(answer, on: [topic.id], to: turn, in: &state)
  }

  /// The difference that was told within the last few turns, and nothing since.
  private func differenceInFocus(_ state: ConversationState) -> Difference? {
    guard let told = state.difference, state.turn - told.turn <= 3,
      told.turn >= state.focus.first?.turn ?? 0
    else { return nil }
    return knowledge.difference(told.id)
  }

  /// The difference that bears most on what was said last: by the claims they share.
  private func nearestDifference(of topic: Topic, _ state: ConversationState) -> Difference? {
    let said = Set(state.last?.claims ?? [])
    var best: (difference: Difference, shared: Int)?
    for difference in topic.differs.compactMap(knowledge.difference) {
      let claims = Set((difference.blog + difference.healthline).flatMap(\.claims))
      let shared = claims.intersection(said).count
      if shared > best?.shared ?? -1 { best = (difference, shared) }
    }
    return best?.difference
  }

  private func topic(of difference: Difference, _ state: ConversationState) -> String {
    let focus = state.focus.first?.topic ?? ""
    return difference.topics.contains(focus) ? focus : difference.topics.first ?? focus
  }
}

extension Array where Element: Hashable {
  /// Each element once, in order.
  func uniqued() -> [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
