import Knowledge

/// A hash table in 7-bit bytes, used where it lies: from a hash to a number below two million.
///
/// Open addressing, at most two thirds full; 35 bits of the hash are compared, so that a wrong hit
/// has odds of one in 30,000 million for each filled slot that is looked at.
struct SlotTable: Sendable {
  private let slots: ModelBytes
  private let mask: Int

  /// Five bytes of the hash, three of the value plus one; 0 where the slot is free.
  private static let width = 8

  init(from decoder: inout BlobDecoder, in model: ModelBytes) throws(BlobError) {
    let capacity = try decoder.number()
    guard capacity > 0, capacity & (capacity - 1) == 0, capacity <= decoder.remaining else {
      throw .badValue("size of a hash table", at: decoder.position)
    }
    mask = capacity - 1
    let start = decoder.position
    _ = try decoder.raw(count: capacity * SlotTable.width)
    slots = model[start..<decoder.position]
  }

  /// The number stored for a hash, or nil.
  func value(_ hash: UInt64) -> Int? {
    var slot = Int(truncatingIfNeeded: hash) & mask
    for _ in 0...mask {
      let base = slot * SlotTable.width
      let value = number(base + 5, 3)
      if value == 0 { return nil }
      if number(base, 5) == hash >> 29 { return Int(value) - 1 }
      slot = (slot + 1) & mask
    }
    return nil
  }

  private func number(_ offset: Int, _ groups: Int) -> UInt64 {
    var value: UInt64 = 0
    for group in 0..<groups {
      value |= UInt64(slots.bytes[offset + group]) << (7 * UInt64(group))
    }
    return value
  }

  /// Writes a table from each hash to its place in the list; of equal hashes the first is kept.
  static func encode(_ hashes: [UInt64], into encoder: inout BlobEncoder) {
    var capacity = 16
    while capacity * 2 < hashes.count * 3 { capacity *= 2 }
    var slots = [UInt8](repeating: 0, count: capacity * width)
    var taken = [UInt64?](repeating: nil, count: capacity)
    for (place, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash) & (capacity - 1)
      while let other = taken[slot], other != hash { slot = (slot + 1) & (capacity - 1) }
      guard taken[slot] == nil else { continue }
      taken[slot] = hash
      let base = slot * width
      for group in 0..<5 { slots[base + group] = UInt8((hash >> 29) >> (7 * UInt64(group)) & 0x7F) }
      for group in 0..<3 { slots[base + 5 + group] = UInt8((place + 1) >> (7 * group) & 0x7F) }
    }
    encoder.number(capacity)
    encoder.raw(slots)
  }
}
