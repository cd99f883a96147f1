package import Knowledge

/// Trains the matcher when knowledge is compiled.
package enum MatcherTraining {
  /// A section of compiled knowledge.
  package struct Section: Sendable {
    package var name: String
    package var bytes: [UInt8]
  }

  /// Folds of the cross-validation that calibration and thresholds are fitted on.
  static let foldCount = 5

  /// Trains on all phrasings of the knowledge; the same knowledge gives the same bytes.
  ///
  /// `progress` is told what is being done. Takes seconds for a few thousand phrasings.
  package static func train(
    _ knowledge: KnowledgeBase, progress: (String) -> Void = { _ in }
  ) -> [Section] {
    train(TrainingSet(knowledge), costs: .stated, progress: progress)
  }

  package static func train(
    _ set: TrainingSet, costs: Costs = .stated, progress: (String) -> Void = { _ in }
  ) -> [Section] {
    var validation = CrossValidation(set, folds: foldCount)
    validation.run(progress: progress)
    let calibration = validation.calibration()
    let thresholds = validation.thresholds(calibration, costs)
    progress("training on \(set.examples.count) phrasings")
    return sections(set, calibration, thresholds)
  }

  /// The sections of a model with a calibration that is known already.
  static func sections(
    _ set: TrainingSet, _ calibration: Calibration, _ thresholds: Thresholds
  ) -> [Section] {
    let readings = set.examples.map { Reading($0.text) }
    return [
      Section(
        name: MatcherModel.Section.settings,
        bytes: MatcherModel.encodeSettings(
          intents: set.intents, calibration: calibration, thresholds: thresholds)),
      Section(name: MatcherModel.Section.phrases, bytes: PhraseBook.encode(set)),
      Section(
        name: MatcherModel.Section.ngrams,
        bytes: NGramTraining.train(
          readings.map(\.grams), labels: labels(set), classCount: classCount(set))),
    ]
  }

  /// Class of each example: intents with an answer by their order, all others the last class.
  static func labels(_ set: TrainingSet) -> [Int] {
    let classes = MatcherModel.classes(of: set.intents)
    var place = [Int](repeating: classes.count, count: set.intents.count)
    for (index, intent) in classes.enumerated() { place[intent] = index }
    return set.examples.map { place[$0.intent] }
  }

  static func classCount(_ set: TrainingSet) -> Int {
    MatcherModel.classes(of: set.intents).count + 1
  }
}

extension Matcher {
  /// Reads sections straight from training.
  package init(_ sections: [MatcherTraining.Section]) throws(BlobError) {
    self.init(
      try MatcherModel { name throws(BlobError) in
        guard let section = sections.first(where: { $0.name == name }) else {
          throw .missingSection(name)
        }
        return ModelBytes(copying: section.bytes)
      })
  }
}
