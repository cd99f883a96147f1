import Knowledge

/// Scores the parts of a topic for a message.
struct PartScorer {
  /// Least probability for a part to be chosen over the topic's short answer.
  static let threshold = 0.5

  let owners: [PartOwner]
  /// The phrasings that ask for each owner.
  let questions: [[Int]]

  /// Constant; best and mean similarity; whether an aspect is shared; whether the message has
  /// aspects and none is shared.
  static func features(
    _ similarities: [Float], _ asked: Set<Aspect>, _ owner: PartOwner
  ) -> [Double] {
    let mean = similarities.reduce(0, +) / Float(max(similarities.count, 1))
    let shares = !asked.isDisjoint(with: owner.aspects)
    return [
      1, Double(similarities.max() ?? 0), Double(mean), shares ? 1 : 0,
      !asked.isEmpty && !shares ? 1 : 0,
    ]
  }

  /// The likeliest part of a topic, with its probability.
  func best(
    in topic: String, asked: Set<Aspect>, model: LogisticModel, similarity: (Int) -> Float
  ) -> PartMatch? {
    var best: PartMatch?
    for (owner, questions) in zip(owners, questions)
    where owner.topics.contains(topic) && !questions.isEmpty {
      let features = PartScorer.features(questions.map(similarity), asked, owner)
      let score = model.probability(features)
      if score > best?.score ?? 0 {
        best = PartMatch(reference: owner.reference, topic: topic, score: score)
      }
    }
    return best
  }

  /// Fits the scores on the questions themselves, each compared with all others.
  func fit(
    aspects: [Int: Set<Aspect>], similarity: (Int, Int) -> Float
  ) -> LogisticModel {
    var rows: [[Double]] = []
    var outcomes: [Double] = []
    for (place, owner) in owners.enumerated() {
      for question in questions[place] {
        for (other, candidate) in owners.enumerated()
        where !Set(candidate.topics).isDisjoint(with: owner.topics) {
          let others = questions[other].filter { $0 != question }
          guard !others.isEmpty else { continue }
          rows.append(
            PartScorer.features(
              others.map { similarity(question, $0) }, aspects[question] ?? [], candidate))
          outcomes.append(other == place ? 1 : 0)
        }
      }
    }
    guard !rows.isEmpty else { return LogisticModel(weights: [-10, 0, 0, 0, 0]) }
    return LogisticModel.fit(rows, outcomes)
  }
}
