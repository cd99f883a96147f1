extension MatcherTraining {
  /// A model of full size that has learned nothing, with made-up vectors: for measuring how search
  /// grows with the knowledge where training would take hours.
  package static func sketch(_ set: TrainingSet, dimensions: Int) -> [Section] {
    var random = SplitMix64(seed: 0x5CE7C4)
    let material = TrainingMaterial(
      set,
      encode: { _ in
        let values = (0..<dimensions).map { _ in Float(random.next() >> 40) / 8_388_608 - 1 }
        let length = values.reduce(0) { $0 + $1 * $1 }.squareRoot()
        return SentenceVector(values.map { $0 / length })
      }, progress: { _ in })
    var calibration = Calibration()
    calibration.vectorWeight = 0.5
    return material.sections(
      calibration, Thresholds(answer: 0.6, decline: 0.6, offer: 0.25), isSketch: true)
  }
}
