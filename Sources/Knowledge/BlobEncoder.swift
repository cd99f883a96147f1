/// How numbers stand in a container, where no byte may be above 127.
package enum BlobNumber {
  /// Bytes of a fixed number: five groups of 7 bits, lowest first.
  package static let fixedWidth = 5
  /// Fixed numbers are below this (34 359 738 368).
  package static let fixedLimit = 1 << (7 * fixedWidth)
  /// In a variable number a byte holds 6 bits and this flag when more bytes follow.
  package static let more: UInt8 = 0x40
}

/// A value that can be written to a section of compiled knowledge and read back.
package protocol BlobCodable {
  func encode(into encoder: inout BlobEncoder)
  init(from decoder: inout BlobDecoder) throws(BlobError)
}

/// Writes the values of one section, lowest bits first, no byte outside of texts above 127.
///
/// Strings that occur often (ids, locators) go through `symbol`, which writes an index; the caller
/// stores `symbols` in a section of its own and gives them to the decoder.
package struct BlobEncoder: Sendable {
  package private(set) var bytes: [UInt8] = []
  /// Distinct strings that `symbol` was given, in the order of their first use.
  package private(set) var symbols: [String] = []
  private var symbolIndex: [String: Int] = [:]

  package init() {}

  /// Goes on with the symbols of another section, so that sections can share one table.
  package init(symbolsOf other: BlobEncoder) {
    symbols = other.symbols
    symbolIndex = other.symbolIndex
  }

  /// A number from 0 to `fixedLimit` - 1 in five bytes.
  package mutating func fixed(_ value: Int) {
    precondition(
      value >= 0 && value < BlobNumber.fixedLimit, "fixed number \(value) is out of range")
    for group in 0..<BlobNumber.fixedWidth {
      bytes.append(UInt8((value >> (7 * group)) & 0x7F))
    }
  }

  /// A number from 0 up, in as many bytes of 6 bits as it needs.
  package mutating func number(_ value: Int) {
    precondition(value >= 0, "number \(value) is negative")
    var rest = value
    while rest >= Int(BlobNumber.more) {
      bytes.append(UInt8(rest & 0x3F) | BlobNumber.more)
      rest >>= 6
    }
    bytes.append(UInt8(rest))
  }

  /// A number of either sign: 0, -1, 1, -2 ... as 0, 1, 2, 3 ... (zigzag).
  package mutating func signed(_ value: Int) {
    number(value >= 0 ? value << 1 : (~value << 1) | 1)
  }

  package mutating func bool(_ value: Bool) {
    bytes.append(value ? 1 : 0)
  }

  /// The 64 bits of a number with a fraction, in ten bytes of 7 bits.
  package mutating func double(_ value: Double) {
    for group in 0..<10 {
      bytes.append(UInt8((value.bitPattern >> (7 * UInt64(group))) & 0x7F))
    }
  }

  /// Length in bytes, then UTF-8.
  package mutating func text(_ value: String) {
    number(value.utf8.count)
    bytes.append(contentsOf: value.utf8)
  }

  package mutating func texts(_ values: [String]) {
    number(values.count)
    for value in values { text(value) }
  }

  /// The index of a string in the table of symbols.
  package mutating func symbol(_ value: String) {
    if let index = symbolIndex[value] {
      number(index)
    } else {
      symbolIndex[value] = symbols.count
      number(symbols.count)
      symbols.append(value)
    }
  }

  package mutating func symbols(_ values: [String]) {
    number(values.count)
    for value in values { symbol(value) }
  }

  /// 0 for nil, else 1 and the value.
  package mutating func optional<Value>(
    _ value: Value?, _ write: (inout BlobEncoder, Value) -> Void
  ) {
    bool(value != nil)
    if let value { write(&self, value) }
  }

  package mutating func array<Element>(
    _ values: [Element], _ write: (inout BlobEncoder, Element) -> Void
  ) {
    number(values.count)
    for value in values { write(&self, value) }
  }

  package mutating func array<Element: BlobCodable>(_ values: [Element]) {
    number(values.count)
    for value in values { value.encode(into: &self) }
  }

  /// Bytes as they are; they must keep the section valid UTF-8 (7-bit values always do).
  package mutating func raw(_ values: some Sequence<UInt8>) {
    bytes.append(contentsOf: values)
  }
}
