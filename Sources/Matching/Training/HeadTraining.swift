import Knowledge

/// Trains the linear model over sentence vectors.
enum HeadTraining {
  /// Inverse strength of the penalty and passes over the examples.
  ///
  /// Up to 2,000 phrasings 30, of 3, 10 and 30 the best or level on the validation parts of CLINC150,
  /// BANKING77, HWU64 (10 texts an intent) and HINT3 (22 November 2026); beyond 10, as in the study
  /// of matchers.
  static func effort(_ count: Int) -> (inverseRegularization: Float, epochs: Int) {
    count <= 2000 ? (30, 12) : (10, 8)
  }

  /// Returns the weights in the form in which they are used, the row of the constant last; `epochs`
  /// stands for the usual number of passes.
  static func train(
    _ vectors: [[Float]], labels: [Int], classCount: Int, epochs: Int? = nil
  ) -> [UInt8] {
    let effort = effort(vectors.count)
    let width = vectors.first?.count ?? 0
    var rows = SparseRows()
    for vector in vectors {
      var row = vector.enumerated().map { (feature: $0.offset, value: $0.element) }
      row.append((width, 1))
      rows.append(row)
    }
    var trainer = SoftmaxTrainer(inverseRegularization: effort.inverseRegularization)
    trainer.epochs = epochs ?? effort.epochs
    let weights = trainer.train(
      rows: rows, featureCount: width + 1, labels: labels, classCount: classCount)
    var encoder = BlobEncoder()
    QuantizedRows.encode(count: width + 1, width: classCount, into: &encoder) { row, column in
      weights.value(feature: row, class: column)
    }
    return encoder.bytes
  }
}
