extension Matcher {
  /// What the thresholds make of a judgement.
  func decision(_ judgement: Judgement) -> MatchResult.Decision {
    switch judgement.outcome {
    case .answer(let index): .answer([intent(ofClass: index)?.id ?? ""])
    case .ask(let indices):
      switch refusal(judgement) {
      case let refusal where isDeclined(judgement, as: refusal): .decline(refusal)
      default: .ask(indices.compactMap { intent(ofClass: $0)?.id })
      }
    case .decline: .decline(refusal(judgement))
    }
  }

  /// Whether an unclear message is far likelier out of scope than about any topic, or likelier and nearest
  /// to a condition that can be named, or is put nearly like a phrasing out of scope, and like no
  /// topic's more: "how many mg of ibuprofen should I take" wants a dose.
  private func isDeclined(_ judgement: Judgement, as refusal: MatchResult.Refusal) -> Bool {
    let assessment = judgement.assessment
    let likely = assessment.ranking.first.map { assessment.probabilities[$0] } ?? 0
    if assessment.outside > (refusal.nearMiss == nil ? 2 * likely : likely) { return true }
    var inside: Float = 0
    var outside: Float = 0
    for entry in judgement.scored.similar {
      switch model.intents[model.phrases.intent(entry.phrasing)] {
      case .outOfScope: outside = max(outside, entry.similarity)
      default: inside = max(inside, entry.similarity)
      }
    }
    return outside >= Matcher.surelyOutside && outside + Matcher.nearMissSlack >= inside
  }

  /// From this similarity to a phrasing out of scope on, an unclear message is taken for one.
  private static let surelyOutside: Float = 0.85

  /// Makes the result of a message that is one of the phrasings.
  func decideExactly(_ phrasing: Int, _ judgement: Judgement, _ result: inout MatchResult) {
    let intent = model.intents[model.phrases.intent(phrasing)]
    let text = model.phrases.text(phrasing)
    result.stage = .exact
    result.confidence = intent.isInScope ? 1 : 0
    result.outside = intent.isInScope ? 0 : 1
    result.evidence.removeAll { $0.text == text }
    result.evidence.insert(.init(text: text, intent: intent, similarity: 1), at: 0)
    result.candidates.removeAll { $0.intent == intent || $0.intent == nil && !intent.isInScope }
    result.candidates.insert(
      .init(intent: intent.isInScope ? intent : nil, probability: 1), at: 0)
    switch intent {
    case .topic(let id), .smallTalk(let id): result.decision = .answer([id])
    case .nearMiss(let id):
      result.decision = .decline(
        .init(nearMiss: id, group: nil, nearest: nearest(judgement.assessment)))
    case .outOfScope(let group):
      result.decision = .decline(
        .init(nearMiss: nil, group: group, nearest: nearest(judgement.assessment)))
    }
  }

  /// How much less alike a phrasing of a condition with a name may be than the nearest one out of
  /// scope for the message to be taken for that condition.
  private static let nearMissSlack: Float = 0.05

  /// What a declined message is taken for: by the nearest phrasings out of scope.
  private func refusal(_ judgement: Judgement) -> MatchResult.Refusal {
    var refusal = MatchResult.Refusal(
      nearMiss: nil, group: nil, nearest: nearest(judgement.assessment))
    var nearestMiss: (id: String, similarity: Float)?
    var nearestGroup: (id: String, similarity: Float)?
    for entry in judgement.scored.similar {
      switch model.intents[model.phrases.intent(entry.phrasing)] {
      case .nearMiss(let id) where entry.similarity > nearestMiss?.similarity ?? 0:
        nearestMiss = (id, entry.similarity)
      case .outOfScope(let id) where entry.similarity > nearestGroup?.similarity ?? 0:
        nearestGroup = (id, entry.similarity)
      default: break
      }
    }
    if let nearestMiss,
      nearestMiss.similarity + Matcher.nearMissSlack >= nearestGroup?.similarity ?? 0
    {
      refusal.nearMiss = nearestMiss.id
    } else {
      refusal.group = nearestGroup?.id
    }
    return refusal
  }

  /// The likeliest topics, whatever the thresholds; small talk is none.
  private func nearest(_ assessment: Assessment) -> [String] {
    let topics = assessment.ranking.lazy.compactMap { index -> String? in
      guard case .topic(let id) = intent(ofClass: index) else { return nil }
      return id
    }
    return Array(topics.prefix(3))
  }
}
