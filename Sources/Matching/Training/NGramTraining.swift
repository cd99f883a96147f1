import Knowledge

/// Trains an `NGramModel` and writes it in the form in which it is used.
struct NGramTraining {
  /// Inverse strength of the penalty; the study of matchers used 20 on data of this kind.
  static let inverseRegularization: Float = 20

  /// Passes over the examples.
  static let epochs = 10

  private var index: [UInt64: Int] = [:]
  private var hashes: [UInt64] = []
  private var documents: [Int] = []
  private var rarity: [Float] = []
  private let unseen: Float

  /// Trains on n-grams with their class and returns the bytes of the model.
  static func train(
    _ grams: [[NGram]], labels: [Int], classCount: Int, epochs: Int
  ) -> [UInt8] {
    let training = NGramTraining(grams)
    let rows = training.rows(grams)
    var trainer = SoftmaxTrainer(inverseRegularization: inverseRegularization)
    trainer.epochs = epochs
    let weights = trainer.train(
      rows: rows, featureCount: training.hashes.count + 1, labels: labels, classCount: classCount)
    return training.encode(weights)
  }

  /// Phrasings up to which letters that only one of them has are taken too. In a large set they
  /// cost most of the room and the time and tell little (cross-validation, 21 November 2026); in a
  /// small one they tell a little more (HINT3 curekart, validation part, 22 November 2026).
  private static let smallSet = 2000
  /// Phrasings from which on words and pairs that only one of them has are left out too.
  private static let hugeSet = 50_000

  /// Takes every word, and letters that two phrasings have, or one of a small set.
  private init(_ grams: [[NGram]]) {
    var counts: [UInt64: Int] = [:]
    for row in grams {
      for gram in row { counts[gram.hash, default: 0] += 1 }
    }
    let leastLetters = grams.count <= NGramTraining.smallSet ? 1 : 2
    let leastWords = grams.count < NGramTraining.hugeSet ? 1 : 2
    for row in grams {
      for gram in row {
        guard let count = counts[gram.hash],
          count >= (gram.block == .letters ? leastLetters : leastWords),
          index[gram.hash] == nil
        else { continue }
        index[gram.hash] = hashes.count
        hashes.append(gram.hash)
        documents.append(count)
      }
    }
    let total = Double(grams.count + 1)
    rarity = documents.map { Float(1 + FixedMath.log(total / Double($0 + 1))) }
    unseen = Float(1 + FixedMath.log(total))
  }

  /// Rows of weighted features, the constant 1 last.
  private func rows(_ grams: [[NGram]]) -> SparseRows {
    var rows = SparseRows()
    for row in grams {
      var squares: [Float] = [0, 0]
      var values: [(feature: Int, value: Float)] = []
      var blocks: [Int] = []
      for gram in row {
        let feature = index[gram.hash]
        let value = gram.frequency * (feature.map { rarity[$0] } ?? unseen)
        squares[gram.block.rawValue] += value * value
        guard let feature else { continue }
        values.append((feature, value))
        blocks.append(gram.block.rawValue)
      }
      let lengths = squares.map { max($0, .leastNormalMagnitude).squareRoot() }
      for place in values.indices { values[place].value /= lengths[blocks[place]] }
      values.append((hashes.count, 1))
      rows.append(values)
    }
    return rows
  }

  private func encode(_ weights: SoftmaxTrainer.Weights) -> [UInt8] {
    var encoder = BlobEncoder()
    encoder.double(Double(unseen))
    SlotTable.encode(hashes, into: &encoder)
    QuantizedRows.encode(count: hashes.count, width: 1, into: &encoder) { row, _ in rarity[row] }
    QuantizedRows.encode(
      count: hashes.count + 1, width: weights.classCount, into: &encoder
    ) { row, column in
      weights.value(feature: row, class: column)
    }
    return encoder.bytes
  }
}
