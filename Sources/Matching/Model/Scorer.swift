/// Raw scores of a message under a model, with the phrasings that are like it.
struct Scorer {
  /// Classes whose phrasings are compared with the message, besides those out of scope.
  static let comparedClasses = 8

  private let model: MatcherModel

  init(_ model: MatcherModel) {
    self.model = model
  }

  struct Scored {
    var raw: RawScores
    /// Phrasings with their similarity, in their order; empty without sentence vectors.
    var similar: [(phrasing: Int, similarity: Float)]
  }

  func score(_ reading: Reading, _ terms: [NGramModel.Term], _ vector: SentenceVector?) -> Scored {
    var scored = Scored(
      raw: RawScores(
        ngrams: model.ngrams.scores(of: terms), vector: nil,
        unknownShare: reading.unknownShare(model.ngrams), similarityInside: 0,
        similarityOutside: 0),
      similar: [])
    guard let vector, let vectors = model.vectors else { return scored }
    scored.raw.vector = vectors.scores(of: vector.values)
    let query = VectorTable.Query(vector)
    for intent in comparedIntents(scored.raw) {
      var best: Float = 0
      for phrasing in model.ranges[intent] {
        let similarity = vectors.phrasings.similarity(phrasing, query)
        best = max(best, similarity)
        scored.similar.append((phrasing, similarity))
      }
      if model.intents[intent].isInScope {
        scored.raw.similarityInside = max(scored.raw.similarityInside, Double(best))
      } else {
        scored.raw.similarityOutside = max(scored.raw.similarityOutside, Double(best))
      }
    }
    return scored
  }

  /// Intents of the likeliest classes, and all that are out of scope.
  private func comparedIntents(_ raw: RawScores) -> [Int] {
    let fused = model.calibration.fused(raw)
    return Scorer.compared(fused).map { model.classes[$0] } + model.outsideIntents
  }

  /// The likeliest classes with an answer.
  static func compared(_ fused: [Double]) -> [Int] {
    let order = fused.indices.dropLast().sorted { (fused[$1], $0) < (fused[$0], $1) }
    return Array(order.prefix(comparedClasses))
  }
}
