/// A word as a number, so that sets of words are compared without reading them again.
///
/// FNV-1a (Fowler, Noll and Vo, https://datatracker.ietf.org/doc/html/rfc9923); the same on every run.
struct WordKey: Hashable, Comparable, Sendable {
  private let value: UInt64

  init(_ word: String) {
    var value: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in word.utf8 { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }
    self.value = value
  }

  static func < (a: WordKey, b: WordKey) -> Bool { a.value < b.value }
}
