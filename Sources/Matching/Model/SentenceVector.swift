/// The vector of a sentence in 7 bits: the form in which phrasings are stored, compared and trained
/// on, so that a vector from an earlier run is as good as a new one, to the bit.
package struct SentenceVector: Hashable, Sendable {
  /// -63 to 63.
  var steps: [Int8]
  /// Size of a step in units of `unit`, 14 bits.
  var scaleSteps: Int

  /// Smallest size of a step; numbers of a unit vector are at most 1.
  static let unit: Float = 1.0 / 63 / 16_383

  init(_ vector: [Float]) {
    var peak: Float = 0
    for value in vector { peak = max(peak, abs(value)) }
    scaleSteps = max(1, min(16_383, Int((peak / 63 / SentenceVector.unit).rounded(.up))))
    let scale = Float(scaleSteps) * SentenceVector.unit
    steps = vector.map { Int8(max(-63, min(63, ($0 / scale).rounded()))) }
  }

  /// Reads the bytes that `encoded` gives.
  init(encoded bytes: some Collection<UInt8>, scaleSteps: Int) {
    steps = bytes.map { Int8(Int($0) - 64) }
    self.scaleSteps = scaleSteps
  }

  var scale: Float { Float(scaleSteps) * SentenceVector.unit }

  var values: [Float] {
    let scale = scale
    return steps.map { Float($0) * scale }
  }

  /// One byte a number, 1 to 127.
  var encoded: [UInt8] { steps.map { UInt8(Int($0) + 64) } }
}
