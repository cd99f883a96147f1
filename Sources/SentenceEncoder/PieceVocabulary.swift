internal import CSentenceEncoder

/// The word pieces, looked up in a hash table that lies ready in the weight file.
struct PieceVocabulary {
  let unknown: UInt16
  private let slots: UnsafePointer<UInt16>
  private let mask: UInt32
  private let offsets: UnsafePointer<UInt32>
  private let bytes: UnsafePointer<UInt8>
  private let longest: Int

  /// A piece that continues a word is written with this in front.
  private static let continuation: StaticString = "##"

  init(weights: UnsafePointer<SEHeader>) {
    let header = weights.pointee
    let base = UnsafeRawPointer(weights)
    unknown = UInt16(header.unknownPiece)
    slots = (base + Int(header.slots)).assumingMemoryBound(to: UInt16.self)
    mask = header.hashSlots - 1
    offsets = (base + Int(header.pieceOffsets)).assumingMemoryBound(to: UInt32.self)
    bytes = (base + Int(header.pieces)).assumingMemoryBound(to: UInt8.self)
    longest = Int(header.longestPiece)
  }

  /// The longest piece that the text begins with, and its length in the text; nil if there is none.
  func longestPiece(
    in text: UnsafeBufferPointer<UInt8>, continues: Bool
  ) -> (piece: UInt16, length: Int)? {
    var length = min(text.count, longest)
    while length > 0 {
      // Only where a character ends.
      if length == text.count || text[length] & 0xC0 != 0x80 {
        let prefix = UnsafeBufferPointer(rebasing: text[..<length])
        if let piece = piece(prefix, continues: continues) { return (piece, length) }
      }
      length -= 1
    }
    return nil
  }

  private func piece(_ text: UnsafeBufferPointer<UInt8>, continues: Bool) -> UInt16? {
    let mark = continues ? Self.continuation.utf8CodeUnitCount : 0
    // FNV-1a; http://www.isthe.com/chongo/tech/comp/fnv/
    var hash: UInt32 = 0x811C_9DC5
    for index in 0..<mark {
      hash = (hash ^ UInt32(Self.continuation.utf8Start[index])) &* 0x0100_0193
    }
    for byte in text { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
    var slot = hash & mask
    while slots[Int(slot)] != 0 {
      let piece = Int(slots[Int(slot)]) - 1
      if holds(piece, text, after: mark) { return UInt16(piece) }
      slot = (slot + 1) & mask
    }
    return nil
  }

  private func holds(_ piece: Int, _ text: UnsafeBufferPointer<UInt8>, after mark: Int) -> Bool {
    let start = Int(offsets[piece])
    guard Int(offsets[piece + 1]) - start == mark + text.count else { return false }
    for index in 0..<mark where bytes[start + index] != Self.continuation.utf8Start[index] {
      return false
    }
    for index in 0..<text.count where bytes[start + mark + index] != text[index] { return false }
    return true
  }
}
