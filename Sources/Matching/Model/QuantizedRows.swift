import Knowledge

/// A matrix in 7 bits: every row has a scale of its own, a value is `(byte - 64) * scale`.
///
/// Used where it lies; rows are `width` bytes. Halves of a step are the error of a value, 1/126 of
/// the largest value of its row.
struct QuantizedRows: Sendable {
  let width: Int
  let count: Int
  private let scaleUnit: Float
  private let scales: ModelBytes
  private let values: ModelBytes

  /// Reads rows that `encode` wrote and steps over them.
  init(from decoder: inout BlobDecoder, in model: ModelBytes) throws(BlobError) {
    width = try decoder.number()
    count = try decoder.number()
    scaleUnit = Float(try decoder.double())
    let scaleStart = decoder.position
    guard width > 0, count <= decoder.remaining else {
      throw .badValue("size of a matrix", at: scaleStart)
    }
    _ = try decoder.raw(count: count * 2)
    scales = model[scaleStart..<decoder.position]
    let valueStart = decoder.position
    _ = try decoder.raw(count: count * width)
    values = model[valueStart..<decoder.position]
  }

  /// Reads rows that `encode` wrote into an array; nil where the array holds something else.
  init?(copying bytes: [UInt8]) {
    let model = ModelBytes(copying: bytes)
    var decoder = BlobDecoder(model.bytes)
    guard let rows = try? QuantizedRows(from: &decoder, in: model) else { return nil }
    self = rows
  }

  /// Writes a matrix given row by row.
  static func encode(
    count: Int, width: Int, into encoder: inout BlobEncoder,
    value: (_ row: Int, _ column: Int) -> Float
  ) {
    var largest: [Float] = []
    largest.reserveCapacity(count)
    for row in 0..<count {
      var peak: Float = 0
      for column in 0..<width { peak = max(peak, abs(value(row, column))) }
      largest.append(peak)
    }
    let unit = max(largest.max() ?? 0, .leastNormalMagnitude) / 63 / 16_383
    encoder.number(width)
    encoder.number(count)
    encoder.double(Double(unit))
    var scales: [Int] = []
    scales.reserveCapacity(count)
    for peak in largest {
      let scale = min(16_383, Int((peak / 63 / unit).rounded(.up)))
      scales.append(scale)
      encoder.raw([UInt8(scale & 0x7F), UInt8(scale >> 7)])
    }
    var bytes = [UInt8](repeating: 64, count: width)
    for row in 0..<count {
      let scale = Float(scales[row]) * unit
      for column in 0..<width {
        let steps = scale > 0 ? (value(row, column) / scale).rounded() : 0
        bytes[column] = UInt8(64 + max(-63, min(63, Int(steps))))
      }
      encoder.raw(bytes)
    }
  }

  func scale(_ row: Int) -> Float {
    let low = Int(scales.bytes[row * 2])
    let high = Int(scales.bytes[row * 2 + 1])
    return Float(low | high << 7) * scaleUnit
  }

  func value(_ row: Int, _ column: Int) -> Float {
    Float(Int(values.bytes[row * width + column]) - 64) * scale(row)
  }

  /// Adds `factor` times a row to `sums`.
  func add(_ row: Int, times factor: Float, to sums: inout [Float]) {
    let factor = factor * scale(row)
    let offset = factor * 64
    let base = row * width
    sums.withUnsafeMutableBufferPointer { sums in
      let row = UnsafeRawBufferPointer(rebasing: values.bytes[base..<base + width])
      for column in 0..<width {
        sums[column] += Float(row[column]) * factor - offset
      }
    }
  }
}
