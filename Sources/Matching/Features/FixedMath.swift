/// Exponential and logarithm from additions and multiplications alone, so that every processor and
/// C library gives the same bits.
enum FixedMath {
  private static let log2e = 1.442_695_040_888_963_4
  private static let ln2 = 0.693_147_180_559_945_3

  /// e to the power of `x`, within 2e-14 of the true value; 0 below -700.
  static func exp(_ x: Double) -> Double {
    if x < -700 { return 0 }
    let scaled = min(x, 700) * log2e
    let whole = scaled.rounded(.down)
    let r = (scaled - whole - 0.5) * ln2
    var term = 1.0
    var sum = 1.0
    for k in 1...14 {
      term *= r / Double(k)
      sum += term
    }
    let power = Double(sign: .plus, exponent: Int(whole), significand: 1)
    return sum * power * 1.414_213_562_373_095_1
  }

  /// Natural logarithm of a positive number, within 1e-14.
  static func log(_ x: Double) -> Double {
    precondition(x > 0, "logarithm of \(x)")
    var exponent = Double(x.exponent)
    var significand = x.significand
    if significand > 1.414_213_562_373_095_1 {
      significand /= 2
      exponent += 1
    }
    let s = (significand - 1) / (significand + 1)
    let square = s * s
    var power = s
    var sum = s
    for k in 1...14 {
      power *= square
      sum += power / Double(2 * k + 1)
    }
    return 2 * sum + exponent * ln2
  }

  /// Sixteen exponentials at once, within 3e-7 of their value; arguments are held to -80 ... 80.
  static func exp(_ x: SIMD16<Float>) -> SIMD16<Float> {
    let held = x.clamped(lowerBound: SIMD16(repeating: -80), upperBound: SIMD16(repeating: 80))
    let scaled = held * 1.442_695_04
    // Adding 1.5 * 2^23 rounds to a whole number and leaves it in the low bits.
    let magic = SIMD16<Float>(repeating: 12_582_912)
    let rounded = scaled + magic
    let r = (scaled - (rounded - magic)) * 0.693_147_18
    var p = r * 0.001_388_888_9 + 0.008_333_333_3
    p = p * r + 0.041_666_666_7
    p = p * r + 0.166_666_667
    p = p * r + 0.5
    p = p * r + 1
    p = p * r + 1
    let bits = unsafeBitCast(rounded, to: SIMD16<Int32>.self) &- 0x4B40_0000
    let raised = unsafeBitCast(p, to: SIMD16<Int32>.self) &+ (bits &<< 23)
    return unsafeBitCast(raised, to: SIMD16<Float>.self)
  }

  /// Turns scores into probabilities in place: softmax of `scores * sharpness`.
  static func softmax(_ scores: inout [Double], sharpness: Double = 1) {
    guard let top = scores.max() else { return }
    var sum = 0.0
    for index in scores.indices {
      scores[index] = exp((scores[index] - top) * sharpness)
      sum += scores[index]
    }
    for index in scores.indices { scores[index] /= sum }
  }
}
