import Knowledge

/// A trained linear model over sentence vectors, and the vectors of the phrasings.
struct VectorModel: Sendable {
  /// One row for each number of a vector and one for the constant; one column a class.
  private let head: QuantizedRows
  /// One row a phrasing.
  let phrasings: VectorTable

  init(head model: ModelBytes, phrasings other: ModelBytes) throws(BlobError) {
    var decoder = BlobDecoder(model.bytes)
    head = try QuantizedRows(from: &decoder, in: model)
    phrasings = try VectorTable(other)
    guard head.count == phrasings.width + 1 else {
      throw .badValue("length of a vector", at: decoder.position)
    }
  }

  /// Score of every class: the logarithm of its odds, up to a constant.
  func scores(of vector: [Float]) -> [Float] {
    VectorModel.scores(of: vector, head)
  }

  static func scores(of vector: [Float], _ head: QuantizedRows) -> [Float] {
    var scores = [Float](repeating: 0, count: head.width)
    head.add(head.count - 1, times: 1, to: &scores)
    for (index, value) in vector.enumerated() { head.add(index, times: value, to: &scores) }
    return scores
  }
}
