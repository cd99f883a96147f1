package import Knowledge
package import SentenceEncoder

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
  /// `cache` is what an earlier run made, in a container: with it only changed phrasings go through
  /// the encoder, and nothing is done where nothing changed. `progress` is told what is being done.
  /// Takes about two milliseconds a phrasing for the encoder and four for the rest.
  package static func train(
    _ knowledge: KnowledgeBase, encoder: SentenceEncoder? = SentenceEncoder(), cache: Blob? = nil,
    progress: (String) -> Void = { _ in }
  ) -> [Section] {
    train(TrainingSet(knowledge), encoder: encoder, cache: cache, progress: progress)
  }

  /// The vector of a fixed text, which tells one encoder from another.
  static func probe(_ encoder: SentenceEncoder) -> SentenceVector {
    SentenceVector(encoder.encode("The quick brown fox."))
  }

  package static func train(
    _ set: TrainingSet, encoder: SentenceEncoder?, cache: Blob? = nil,
    progress: (String) -> Void = { _ in }
  ) -> [Section] {
    let probe = encoder.map(probe)
    let cache = TrainingCache(cache, encoderProbe: probe)
    let fingerprint = TrainingCache.fingerprint(of: set, probe)
    if let sections = cache.sections(for: fingerprint) { return sections }
    var fresh = 0
    let material = TrainingMaterial(
      set,
      encode: encoder.map { encoder in
        { text in
          if let known = cache.vector(of: text) { return known }
          fresh += 1
          return SentenceVector(encoder.encode(text))
        }
      }, progress: progress)
    if encoder != nil { progress("\(fresh) of \(set.examples.count) sentence vectors were new") }
    var validation = CrossValidation(material, folds: foldCount)
    validation.run(progress: progress)
    let calibration = validation.calibration()
    let thresholds = validation.thresholds(calibration, .stated)
    progress("training on \(set.examples.count) phrasings")
    var sections = material.sections(calibration, thresholds)
    sections.append(Section(name: MatcherModel.Section.fingerprint, bytes: fingerprint))
    if let probe {
      sections.append(Section(name: MatcherModel.Section.probe, bytes: probe.encoded))
    }
    sections.append(
      Section(name: MatcherModel.Section.check, bytes: TrainingCache.check(of: sections)))
    return sections
  }
}

extension Matcher {
  /// Reads sections straight from training.
  package init(
    _ sections: [MatcherTraining.Section], encoder: SentenceEncoder?
  ) throws(BlobError) {
    self.init(
      try MatcherModel(named: { name in
        sections.first { $0.name == name }.map { ModelBytes(copying: $0.bytes) }
      }), encoder: encoder)
  }
}
