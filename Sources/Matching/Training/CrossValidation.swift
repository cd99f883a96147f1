import Knowledge

/// Scores of every phrasing by a model that was trained without it.
struct CrossValidation {
  let set: TrainingSet
  let labels: [Int]
  let classCount: Int
  let classes: [Int]
  private let folds: [Int]
  private let foldCount: Int
  private(set) var scores: [RawScores?]

  init(_ set: TrainingSet, folds count: Int) {
    self.set = set
    classes = MatcherModel.classes(of: set.intents)
    labels = MatcherTraining.labels(set)
    classCount = MatcherTraining.classCount(set)
    folds = set.folds(count)
    foldCount = count
    scores = Array(repeating: nil, count: set.examples.count)
  }

  /// Trains a model for each fold and scores the phrasings that it has not seen.
  mutating func run(progress: (String) -> Void) {
    let readings = set.examples.map { Reading($0.text) }
    for fold in 0..<foldCount {
      progress("cross-validation, part \(fold + 1) of \(foldCount)")
      let seen = folds.indices.filter { folds[$0] != fold }
      let bytes = NGramTraining.train(
        seen.map { readings[$0].grams }, labels: seen.map { labels[$0] }, classCount: classCount)
      guard let model = try? NGramModel(ModelBytes(copying: bytes)) else { continue }
      for index in folds.indices where folds[index] == fold {
        let reading = readings[index]
        scores[index] = RawScores(
          ngrams: model.scores(of: model.terms(of: reading.grams)), vector: nil,
          unknownShare: reading.unknownShare(model), similarityInside: 0, similarityOutside: 0)
      }
    }
  }

  private var isOutside: (Int) -> Bool {
    { [labels, classCount] in labels[$0] == classCount - 1 }
  }

  /// Sharpness by the least log loss, then the two logistic models on top.
  func calibration() -> Calibration {
    var calibration = Calibration()
    var best = Double.infinity
    for step in -6...8 {
      var candidate = Calibration()
      candidate.ngramSharpness = FixedMath.exp(Double(step) * 0.15)
      let loss = logLoss(candidate)
      if loss < best {
        best = loss
        calibration = candidate
      }
    }
    var outsideRows: [[Double]] = []
    var outsideOutcomes: [Double] = []
    var rightRows: [[Double]] = []
    var rightOutcomes: [Double] = []
    for (index, raw) in scores.enumerated() {
      guard let raw else { continue }
      let fused = calibration.fused(raw)
      outsideRows.append(Calibration.outsideFeatures(fused, raw))
      outsideOutcomes.append(isOutside(index) ? 1 : 0)
      if !isOutside(index), let top = CrossValidation.top(fused.dropLast()) {
        rightRows.append(Calibration.rightFeatures(fused, raw))
        rightOutcomes.append(fit(of: top, for: labels[index]))
      }
    }
    calibration.outside = LogisticModel.fit(outsideRows, outsideOutcomes)
    calibration.right = LogisticModel.fit(rightRows, rightOutcomes)
    return calibration
  }

  /// How far an answer on one class fits a message labelled with another, 0 to 1.
  ///
  /// A phrasing has one label, but answers on a neighbouring topic often fit it too: 31 of 60
  /// held-out phrasings whose first candidate was a neighbour, judged by hand on 21 November 2026.
  func fit(of class: Int, for label: Int) -> Double {
    if `class` == label { return 1 }
    return leads(`class`, label) || leads(label, `class`) ? 0.5 : 0
  }

  /// Whether the answer to a class names another class as worth seeing.
  func leads(_ class: Int, _ other: Int) -> Bool {
    guard `class` < classes.count, other < classes.count else { return false }
    return set.neighbours[classes[`class`]]?.contains(classes[other]) ?? false
  }

  private static func top(_ probabilities: ArraySlice<Double>) -> Int? {
    probabilities.indices.max { probabilities[$0] < probabilities[$1] }
  }

  private func logLoss(_ calibration: Calibration) -> Double {
    var loss = 0.0
    for (index, raw) in scores.enumerated() {
      guard let raw else { continue }
      loss -= FixedMath.log(max(calibration.fused(raw)[labels[index]], 1e-12))
    }
    return loss
  }

  /// The thresholds with the least cost per message.
  func thresholds(_ calibration: Calibration, _ costs: Costs) -> Thresholds {
    let curve = costCurve(calibration, costs)
    return curve.min { $0.cost < $1.cost }?.thresholds
      ?? Thresholds(answer: 0.5, decline: 0.5, offer: 0.25)
  }

  /// Cost per message at a grid of thresholds.
  func costCurve(_ calibration: Calibration, _ costs: Costs) -> [CostPoint] {
    let rows = scores.enumerated().compactMap { index, raw in
      raw.map { (Assessment($0, calibration), labels[index]) }
    }
    var curve: [CostPoint] = []
    for answer in stride(from: 4, through: 18, by: 1) {
      for decline in stride(from: 4, through: 19, by: 1) {
        let thresholds = Thresholds(
          answer: Double(answer) / 20, decline: Double(decline) / 20, offer: 0.25)
        var sum = 0.0
        for (assessment, label) in rows {
          sum += costs.cost(
            assessment.outcome(thresholds), label: label, outsideLabel: classCount - 1,
            leads: leads)
        }
        curve.append(CostPoint(thresholds: thresholds, cost: sum / Double(max(rows.count, 1))))
      }
    }
    return curve
  }
}

/// What a pair of thresholds costs per message, on held-out phrasings.
package struct CostPoint: Hashable, Sendable {
  package var thresholds: Thresholds
  package var cost: Double
}

extension Costs {
  /// The cost of one outcome for a message with a known class; `leads` says whether the answer to
  /// one class names another as worth seeing.
  func cost(
    _ outcome: Assessment.Outcome, label: Int, outsideLabel: Int, leads: (Int, Int) -> Bool
  ) -> Double {
    let isOutside = label == outsideLabel
    switch outcome {
    case .answer(let index):
      if isOutside { return answerOutOfScope }
      return index == label ? 0 : leads(index, label) ? neighbouringAnswer : wrongAnswer
    case .ask(let indices):
      return isOutside || indices.contains(label) ? question : questionThatMisses
    case .decline:
      return isOutside ? 0 : declinedInScope
    }
  }
}
