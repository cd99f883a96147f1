package import Knowledge

/// What is known of one slot.
package enum SlotValue: Hashable, Sendable {
  /// Nobody asked and nobody said.
  case notAsked
  /// The number of a value in the table.
  case value(Int)
  /// Asked, but "don't know", skipped or refused.
  case unknown
}

/// What is known of every slot, in sixteen bytes.
///
/// Four bits a slot: 0 not asked, 1 to 14 the value plus one, 15 unknown. Values above 13 cannot be
/// held; no slot has so many.
package struct SlotValues: Hashable, Codable, Sendable {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  package init() {}

  package init(_ values: [Slot: Int]) {
    for (slot, value) in values { self[slot] = .value(value) }
  }

  package subscript(slot: Slot) -> SlotValue {
    get {
      switch bits(of: slot) {
      case 0: .notAsked
      case 15: .unknown
      case let bits: .value(Int(bits) - 1)
      }
    }
    set {
      switch newValue {
      case .notAsked: setBits(of: slot, to: 0)
      case .unknown: setBits(of: slot, to: 15)
      case .value(let value):
        precondition((0...13).contains(value), "value \(value) of \(slot.id) is outside 0...13")
        setBits(of: slot, to: UInt64(value) + 1)
      }
    }
  }

  /// Slots of which something is known or was asked, in the order of the interface.
  package var known: [Slot] { Slot.allCases.filter { bits(of: $0) != 0 } }

  /// The number, if the slot has one; nil for an unknown and for a slot not asked.
  package func number(of slot: Slot) -> Int? {
    let bits = bits(of: slot)
    return bits == 0 || bits == 15 ? nil : Int(bits) - 1
  }

  /// Takes the worse of what is there and the new number; anything replaces an unknown.
  package mutating func raise(_ slot: Slot, to value: Int) {
    self[slot] = .value(max(value, number(of: slot) ?? 0))
  }

  @inline(__always)
  func bits(of slot: Slot) -> UInt64 {
    let place = slot.rawValue
    return place < 16 ? low >> UInt64(place * 4) & 15 : high >> UInt64((place - 16) * 4) & 15
  }

  private mutating func setBits(of slot: Slot, to bits: UInt64) {
    let place = slot.rawValue
    if place < 16 {
      low = low & ~(15 << UInt64(place * 4)) | bits << UInt64(place * 4)
    } else {
      high = high & ~(15 << UInt64((place - 16) * 4)) | bits << UInt64((place - 16) * 4)
    }
  }
}
