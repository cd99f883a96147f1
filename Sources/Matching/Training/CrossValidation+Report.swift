package import Knowledge
package import SentenceEncoder

/// Scores of the matcher on phrasings that each model had not seen.
package struct CrossValidationReport: Sendable {
  package var folds: Int
  package var phrasings: Int
  /// As on labelled questions. A phrasing fits its own label only, though every second one that
  /// goes to a neighbouring topic is answered well by it: the figures are a lower bound.
  package var report: EvaluationReport
  package var thresholds: Thresholds
  /// Cost per message at each pair of thresholds that was tried.
  package var costs: [CostPoint]
  /// How the first fold fares with fewer phrasings to learn from.
  package var learning: [LearningPoint]
  /// What one slip in one word costs.
  package var slips: SlipScore
}

/// In-scope phrasings whose likeliest topic is their own, as they are and with one slip in a word.
package struct SlipScore: Hashable, Sendable {
  package var clean: EvaluationReport.Share
  package var slipped: EvaluationReport.Share
}

/// Scores of models that learned from a part of the phrasings.
package struct LearningPoint: Hashable, Sendable {
  /// Phrasings that they learned from.
  package var phrasings: Int
  /// In-scope phrasings whose likeliest topic is their own, out of scope left out of the choice.
  package var first: EvaluationReport.Share
  /// The same among the three likeliest.
  package var firstThree: EvaluationReport.Share
}

extension MatcherTraining {
  /// Cross-validates on the phrasings of the knowledge, taking sentence vectors and words from its
  /// compiled form. About three milliseconds a phrasing for five folds.
  package static func crossValidate(
    _ knowledge: KnowledgeBase, compiled: Blob, folds: Int,
    encoder: SentenceEncoder? = SentenceEncoder(), progress: (String) -> Void = { _ in }
  ) -> CrossValidationReport {
    precondition(folds > 1, "\(folds) folds")
    let cache = TrainingCache(compiled, encoderProbe: encoder.map(probe))
    let material = TrainingMaterial(
      TrainingSet(knowledge), words: compiled.section(MatcherModel.Section.words).map(Array.init),
      encode: encoder.map { encoder in
        { cache.vector(of: $0) ?? SentenceVector(encoder.encode($0)) }
      }, progress: progress)
    var validation = CrossValidation(material, folds: folds)
    validation.run(progress: progress)
    let calibration = validation.calibration()
    let thresholds = validation.thresholds(calibration, .stated)
    return CrossValidationReport(
      folds: folds, phrasings: material.set.examples.count,
      report: validation.report(calibration, thresholds), thresholds: thresholds,
      costs: validation.costCurve(calibration, .stated),
      learning: validation.learningCurve(calibration, progress: progress),
      slips: validation.slipScore(calibration, encoder, progress: progress))
  }
}

extension CrossValidation {
  /// The report of the evaluation on the held-out scores.
  func report(_ calibration: Calibration, _ thresholds: Thresholds) -> EvaluationReport {
    var evaluation = Evaluation()
    for (index, raw) in scores.enumerated() {
      guard let raw else { continue }
      evaluation.add(
        row(index), result(Assessment(raw, calibration), raw, thresholds), isRedFlag: false)
    }
    return evaluation.report()
  }

  private func row(_ index: Int) -> EvaluationRow {
    let example = material.set.examples[index]
    let intent = material.set.intents[example.intent]
    let group: String? =
      switch intent {
      case .topic, .smallTalk: nil
      case .nearMiss: "near misses"
      case .outOfScope: "other out of scope"
      }
    return EvaluationRow(
      id: "\(index)", text: example.text, topics: [intent.label], alsoFitting: [], isMulti: false,
      isRedFlag: false, group: group)
  }

  private func result(
    _ assessment: Assessment, _ raw: RawScores, _ thresholds: Thresholds
  ) -> MatchResult {
    func intent(_ place: Int) -> Intent? {
      place < material.classes.count ? material.set.intents[material.classes[place]] : nil
    }
    let decision: MatchResult.Decision =
      switch assessment.outcome(thresholds) {
      case .answer(let place): .answer([place].compactMap { intent($0)?.id })
      case .ask(let places): .ask(places.compactMap { intent($0)?.id })
      case .decline: .decline(.init(nearMiss: nil, group: nil, nearest: []))
      }
    return MatchResult(
      stage: .scored, decision: decision, confidence: assessment.confidence,
      outside: assessment.outside,
      candidates: assessment.best(5).map {
        .init(intent: intent($0), probability: assessment.probabilities[$0])
      }, evidence: [], tokens: [], repairs: [], unknownShare: raw.unknownShare,
      thresholds: thresholds)
  }

  /// Models that learn from a quarter, half and three quarters of what the first fold may see, and
  /// from all of it.
  func learningCurve(
    _ calibration: Calibration, progress: (String) -> Void
  ) -> [LearningPoint] {
    let seen = folds.indices.filter { folds[$0] != 0 }
    let held = folds.indices.filter { folds[$0] == 0 && labels[$0] < classCount - 1 }
    var points: [LearningPoint] = []
    for quarter in 1...4 {
      let part = seen.enumerated().filter { $0.offset % 4 < quarter }.map(\.element)
      progress("learning from \(part.count) phrasings")
      let models = quarter < 4 ? FoldModels(material, part) : nil
      var first = 0
      var firstThree = 0
      for index in held {
        let raw = models?.score(material.readings[index], material.vectors?[index])
        guard let raw = raw ?? scores[index] else { continue }
        let ranking = Assessment(raw, calibration).ranking
        first += ranking.first == labels[index] ? 1 : 0
        firstThree += ranking.prefix(3).contains(labels[index]) ? 1 : 0
      }
      points.append(
        LearningPoint(
          phrasings: part.count, first: .init(count: first, total: held.count),
          firstThree: .init(count: firstThree, total: held.count)))
    }
    return points
  }

  /// The held-out phrasings of the first fold, each with one slip.
  func slipScore(
    _ calibration: Calibration, _ encoder: SentenceEncoder?, progress: (String) -> Void
  ) -> SlipScore {
    let held = folds.indices.filter { folds[$0] == 0 && labels[$0] < classCount - 1 }
    progress("one slip in each of \(held.count) phrasings")
    var score = SlipScore(
      clean: .init(count: 0, total: 0), slipped: .init(count: 0, total: 0))
    guard let models = FoldModels(material, folds.indices.filter { folds[$0] != 0 }) else {
      return score
    }
    var maker = SlipMaker(seed: 7)
    for index in held {
      guard let raw = scores[index],
        let slipped = maker.slip(in: material.set.examples[index].text)
      else { continue }
      let reading = Reading(slipped, material.book)
      let vector =
        material.vectors == nil ? nil : encoder.map { SentenceVector($0.encode(reading.text)) }
      let other = models.score(reading, vector)
      let isRight = Assessment(raw, calibration).ranking.first == labels[index]
      let isStillRight = Assessment(other, calibration).ranking.first == labels[index]
      score.clean.count += isRight ? 1 : 0
      score.slipped.count += isStillRight ? 1 : 0
      score.clean.total += 1
      score.slipped.total += 1
    }
    return score
  }
}
