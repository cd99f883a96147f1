/// An n-gram of a message: what it is, as a hash, and how often it occurs.
///
/// The text itself is not kept: what a feature is made of is known from the message.
struct NGram: Hashable, Sendable {
  enum Block: Int, Sendable {
    /// Words, pairs of neighbours and concepts.
    case words
    /// Three to five letters within a word, its borders counted as blanks.
    case letters
  }

  var hash: UInt64
  var block: Block
  var count: Int

  /// 1 + ln(count), the damped frequency; counts above 16 weigh as 16.
  var frequency: Float {
    NGram.damped[min(count, NGram.damped.count) - 1]
  }

  private static let damped: [Float] = (1...16).map { Float(1 + FixedMath.log(Double($0))) }

  /// FNV-1a over bytes, then a finaliser so that low and high bits are alike good.
  struct Hasher {
    private var state: UInt64

    init(seed: UInt64) {
      state = 0xCBF2_9CE4_8422_2325 ^ (seed &* 0x9E37_79B9_7F4A_7C15)
    }

    mutating func add(_ byte: UInt8) {
      state = (state ^ UInt64(byte)) &* 0x100_0000_01B3
    }

    mutating func add(_ other: UInt64) {
      state = (state ^ other) &* 0x9E37_79B9_7F4A_7C15
      state ^= state >> 29
    }

    var value: UInt64 {
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
  }
}
