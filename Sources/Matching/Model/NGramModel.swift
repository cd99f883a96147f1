import Knowledge

/// A trained linear model over n-grams, used where it lies.
///
/// Known n-grams weigh by their inverse frequency among the phrasings; unknown ones count in the
/// norm at the rarest weight, so that a message full of unknown words scores low everywhere.
struct NGramModel: Sendable {
  private let table: SlotTable
  private let rarity: QuantizedRows
  private let weights: QuantizedRows
  /// Weight of an n-gram that no phrasing has, by block.
  private let unseenRarity: Float

  /// Number of classes that are scored.
  var classCount: Int { weights.width }

  init(_ model: ModelBytes) throws(BlobError) {
    var decoder = BlobDecoder(model.bytes)
    unseenRarity = Float(try decoder.double())
    table = try SlotTable(from: &decoder, in: model)
    rarity = try QuantizedRows(from: &decoder, in: model)
    weights = try QuantizedRows(from: &decoder, in: model)
    guard weights.count == rarity.count + 1 else {
      throw .badValue("number of n-grams", at: decoder.position)
    }
  }

  /// The feature of a hash, or nil where no phrasing has it.
  func feature(_ hash: UInt64) -> Int? {
    table.value(hash)
  }

  /// Weight of an n-gram by its rarity, known or not.
  func rarity(_ hash: UInt64) -> Float {
    feature(hash).map { rarity.value($0, 0) } ?? unseenRarity
  }

  /// A known n-gram of a message with its weight in it.
  struct Term: Sendable {
    var gram: NGram
    /// Row of the weights.
    var feature: Int
    var value: Float
  }

  /// The known n-grams, their values scaled so that each block, unknown n-grams included, has
  /// length one.
  func terms(of grams: [NGram]) -> [Term] {
    var terms: [Term] = []
    terms.reserveCapacity(grams.count)
    var squares: [Float] = [0, 0]
    for gram in grams {
      let feature = feature(gram.hash)
      let rarity = feature.map { self.rarity.value($0, 0) } ?? unseenRarity
      let value = gram.frequency * rarity
      squares[gram.block.rawValue] += value * value
      if let feature { terms.append(Term(gram: gram, feature: feature, value: value)) }
    }
    let lengths = squares.map { max($0, .leastNormalMagnitude).squareRoot() }
    for index in terms.indices { terms[index].value /= lengths[terms[index].gram.block.rawValue] }
    return terms
  }

  /// Score of every class: the logarithm of its odds, up to a constant.
  func scores(of terms: [Term]) -> [Float] {
    var scores = [Float](repeating: 0, count: classCount)
    weights.add(weights.count - 1, times: 1, to: &scores)
    for term in terms { weights.add(term.feature, times: term.value, to: &scores) }
    return scores
  }

  /// What a term adds to the score of a class, less its mean over all classes.
  func contribution(of term: Term, to index: Int) -> Float {
    var sum: Float = 0
    for other in 0..<classCount { sum += weights.value(term.feature, other) }
    return (weights.value(term.feature, index) - sum / Float(classCount)) * term.value
  }
}
