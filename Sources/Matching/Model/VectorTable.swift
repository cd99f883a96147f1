import Knowledge

/// The sentence vectors of the phrasings, used where they lie.
struct VectorTable: Sendable {
  let width: Int
  let count: Int
  private let scales: ModelBytes
  private let values: ModelBytes

  init(_ model: ModelBytes) throws(BlobError) {
    var decoder = BlobDecoder(model.bytes)
    width = try decoder.number()
    count = try decoder.number()
    let start = decoder.position
    guard width > 0, count <= decoder.remaining else {
      throw .badValue("number of vectors", at: start)
    }
    _ = try decoder.raw(count: count * 2)
    scales = model[start..<decoder.position]
    let valueStart = decoder.position
    _ = try decoder.raw(count: count * width)
    values = model[valueStart..<decoder.position]
  }

  static func encode(_ vectors: [SentenceVector]) -> [UInt8] {
    var encoder = BlobEncoder()
    encoder.number(vectors.first?.steps.count ?? 1)
    encoder.number(vectors.count)
    for vector in vectors {
      encoder.raw([UInt8(vector.scaleSteps & 0x7F), UInt8(vector.scaleSteps >> 7)])
    }
    for vector in vectors { encoder.raw(vector.encoded) }
    return encoder.bytes
  }

  subscript(row: Int) -> SentenceVector {
    let bytes = values.bytes[row * width..<(row + 1) * width]
    return SentenceVector(encoded: bytes, scaleSteps: scaleSteps(row))
  }

  private func scaleSteps(_ row: Int) -> Int {
    Int(scales.bytes[row * 2]) | Int(scales.bytes[row * 2 + 1]) << 7
  }

  /// Cosine of two unit vectors, in whole numbers until the end: the same on every processor. About
  /// 50 ns for 384 numbers.
  func similarity(_ row: Int, _ query: Query) -> Float {
    precondition(query.steps.count == width, "\(query.steps.count) numbers, rows of \(width)")
    let row = (row, UnsafeRawBufferPointer(rebasing: values.bytes[row * width..<(row + 1) * width]))
    var sum: Int32 = 0
    row.1.withMemoryRebound(to: UInt8.self) { bytes in
      query.steps.withUnsafeBufferPointer { steps in
        for column in 0..<bytes.count {
          sum &+= Int32(Int16(bytes[column])) &* Int32(steps[column])
        }
      }
    }
    sum &-= query.offset
    return Float(sum) * Float(scaleSteps(row.0)) * SentenceVector.unit * query.scale
  }

  /// A vector made ready for many comparisons.
  struct Query: Sendable {
    let steps: [Int16]
    /// What the stored bytes' offset of 64 adds to a sum.
    let offset: Int32
    let scale: Float

    init(_ vector: SentenceVector) {
      steps = vector.steps.map(Int16.init)
      offset = steps.reduce(0) { $0 + Int32($1) } * 64
      scale = vector.scale
    }
  }
}
