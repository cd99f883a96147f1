package import Knowledge
package import SentenceEncoder

/// Finds what a message is about, with reasons. A value; the same message always gives the same
/// result.
package struct Matcher: Sendable {
  let model: MatcherModel
  /// Keeps the bytes of the model in memory.
  private let blob: Blob?
  let encoder: SentenceEncoder?

  /// Reads the sections that `MatcherTraining` wrote; nothing is copied but small tables.
  package init(
    _ blob: Blob, encoder: SentenceEncoder? = SentenceEncoder()
  ) throws(BlobError) {
    model = try MatcherModel(blob)
    self.blob = blob
    self.encoder = encoder
  }

  /// For training and tests: a model whose sections own their memory.
  init(_ model: MatcherModel, encoder: SentenceEncoder?) {
    self.model = model
    blob = nil
    self.encoder = encoder
  }

  /// What the message is about, and what decided. The nearest phrasings and the weights of the
  /// words are worked out only where they are asked for, or needed to decline.
  package func match(_ message: String, explaining: Bool = false) -> MatchResult {
    let reading = Reading(message)
    guard !reading.words.isEmpty else { return empty }
    let terms = model.ngrams.terms(of: reading.grams)
    let scorer = Scorer(model)
    let vector = model.vectors == nil ? nil : encoder.map { SentenceVector($0.encode(message)) }
    let scored = scorer.score(reading, terms, vector)
    let raw = scored.raw
    let assessment = Assessment(raw, model.calibration)
    var result = MatchResult(
      stage: .scored, decision: .ask([]), confidence: assessment.confidence,
      outside: assessment.outside,
      candidates: assessment.best(5).map {
        .init(intent: intent(ofClass: $0), probability: assessment.probabilities[$0])
      },
      evidence: [], tokens: [], repairs: reading.repairs,
      unknownShare: raw.unknownShare, thresholds: model.thresholds)
    let outcome = assessment.outcome(model.thresholds)
    if explaining || outcome == .decline {
      result.evidence = evidence(scored)
    }
    if explaining {
      result.tokens = tokenWeights(reading, terms, class: assessment.best(1).first ?? 0)
    }
    if let phrasing = model.phrases.phrasing(withKey: key(reading)) {
      decideExactly(phrasing, assessment, &result)
    } else {
      result.decision = decision(outcome, assessment, result.evidence)
    }
    return result
  }

  /// Ids of topics that the knowledge has phrasings for, most likely first, whatever the thresholds.
  func nearest(_ assessment: Assessment) -> [String] {
    let topics = assessment.ranking.lazy.compactMap { index -> String? in
      guard case .topic(let id) = intent(ofClass: index) else { return nil }
      return id
    }
    return Array(topics.prefix(3))
  }

  /// Nil for the class of everything out of scope.
  func intent(ofClass index: Int) -> Intent? {
    index < model.classes.count ? model.intents[model.classes[index]] : nil
  }

  private func key(_ reading: Reading) -> String {
    reading.words.map(\.text).joined(separator: " ")
  }

  private var empty: MatchResult {
    MatchResult(
      stage: .empty, decision: .decline(.init(nearMiss: nil, group: nil, nearest: [])),
      confidence: 0, outside: 1, candidates: [], evidence: [], tokens: [], repairs: [],
      unknownShare: 0, thresholds: model.thresholds)
  }

  private func decideExactly(
    _ phrasing: Int, _ assessment: Assessment, _ result: inout MatchResult
  ) {
    let intent = model.intents[model.phrases.intent(phrasing)]
    result.stage = .exact
    result.confidence = intent.isInScope ? 1 : 0
    result.outside = intent.isInScope ? 0 : 1
    result.evidence.removeAll { $0.text == model.phrases.text(phrasing) }
    result.evidence.insert(
      .init(text: model.phrases.text(phrasing), intent: intent, similarity: 1), at: 0)
    result.candidates.removeAll { $0.intent == intent || $0.intent == nil && !intent.isInScope }
    result.candidates.insert(
      .init(intent: intent.isInScope ? intent : nil, probability: 1), at: 0)
    switch intent {
    case .topic(let id), .smallTalk(let id): result.decision = .answer([id])
    case .nearMiss(let id):
      result.decision = .decline(
        .init(nearMiss: id, group: nil, nearest: nearest(assessment)))
    case .outOfScope(let group):
      result.decision = .decline(
        .init(nearMiss: nil, group: group, nearest: nearest(assessment)))
    }
  }

  private func decision(
    _ outcome: Assessment.Outcome, _ assessment: Assessment, _ evidence: [MatchResult.Evidence]
  ) -> MatchResult.Decision {
    switch outcome {
    case .answer(let index): return .answer([intent(ofClass: index)?.id ?? ""])
    case .ask(let indices): return .ask(indices.compactMap { intent(ofClass: $0)?.id })
    case .decline:
      var refusal = MatchResult.Refusal(
        nearMiss: nil, group: nil, nearest: nearest(assessment))
      switch evidence.first(where: { !$0.intent.isInScope })?.intent {
      case .nearMiss(let id): refusal.nearMiss = id
      case .outOfScope(let group): refusal.group = group
      default: break
      }
      return .decline(refusal)
    }
  }
}
