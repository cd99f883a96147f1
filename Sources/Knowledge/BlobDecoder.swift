/// Reads the values of one section in the order in which `BlobEncoder` wrote them.
///
/// Every read is checked against the end of the section and against the range of its type, so that
/// damaged bytes end in a `BlobError`, never in a crash or in an allocation beyond their size.
package struct BlobDecoder {
  private let bytes: UnsafeRawBufferPointer
  private let symbolTable: [String]
  /// Offset of the next byte in the section.
  package private(set) var position = 0

  /// Reads `bytes`, which must outlive the decoder; `symbols` is the table of `BlobEncoder`.
  package init(_ bytes: UnsafeRawBufferPointer, symbols: [String] = []) {
    self.bytes = bytes
    symbolTable = symbols
  }

  package var isAtEnd: Bool { position >= bytes.count }
  package var remaining: Int { bytes.count - position }

  /// Steps over bytes that must come next; false, without a step, where others do.
  package mutating func skip(_ expected: StaticString) -> Bool {
    let count = expected.utf8CodeUnitCount
    guard count <= remaining else { return false }
    let matches = expected.withUTF8Buffer { $0.elementsEqual(bytes[position..<position + count]) }
    if matches { position += count }
    return matches
  }

  package mutating func fixed() throws(BlobError) -> Int {
    guard BlobNumber.fixedWidth <= remaining else { throw .truncated(at: bytes.count) }
    var value = 0
    for group in 0..<BlobNumber.fixedWidth {
      let byte = bytes[position + group]
      guard byte < 0x80 else { throw .badValue("fixed number", at: position) }
      value |= Int(byte) << (7 * group)
    }
    position += BlobNumber.fixedWidth
    return value
  }

  /// A fixed number of things that take at least one byte each.
  package mutating func fixedCount() throws(BlobError) -> Int {
    let count = try fixed()
    guard count <= remaining else { throw .badValue("count", at: position) }
    return count
  }

  package mutating func number() throws(BlobError) -> Int {
    var value = 0
    var shift = 0
    while position < bytes.count {
      let byte = bytes[position]
      // Ten groups of 6 bits are 60 bits; more cannot come from the encoder.
      guard byte < 0x80, shift < 60 else { throw .badValue("number", at: position) }
      position += 1
      value |= Int(byte & 0x3F) << shift
      if byte < BlobNumber.more { return value }
      shift += 6
    }
    throw .truncated(at: bytes.count)
  }

  package mutating func signed() throws(BlobError) -> Int {
    let value = try number()
    return value & 1 == 0 ? value >> 1 : ~(value >> 1)
  }

  package mutating func bool() throws(BlobError) -> Bool {
    guard position < bytes.count else { throw .truncated(at: bytes.count) }
    let byte = bytes[position]
    guard byte < 2 else { throw .badValue("truth value", at: position) }
    position += 1
    return byte == 1
  }

  package mutating func double() throws(BlobError) -> Double {
    guard remaining >= 10 else { throw .truncated(at: bytes.count) }
    var pattern: UInt64 = 0
    for group in 0..<10 {
      let byte = bytes[position + group]
      guard byte < 0x80 else { throw .badValue("double", at: position) }
      pattern |= UInt64(byte) << (7 * UInt64(group))
    }
    position += 10
    return Double(bitPattern: pattern)
  }

  /// The number of elements that follow, each of at least one byte.
  package mutating func count() throws(BlobError) -> Int {
    let count = try number()
    guard count <= remaining else { throw .badValue("count", at: position) }
    return count
  }

  /// The next `count` bytes, in place.
  package mutating func raw(count: Int) throws(BlobError) -> UnsafeRawBufferPointer {
    guard count >= 0, count <= remaining else { throw .truncated(at: bytes.count) }
    defer { position += count }
    return UnsafeRawBufferPointer(rebasing: bytes[position..<position + count])
  }

  package mutating func text() throws(BlobError) -> String {
    let start = position
    let utf8 = try raw(count: count())
    // What is not UTF-8 is repaired, which changes the length. Half the time of the validating
    // initialiser, which is generic (measured with Swift 6.3, 3 600 texts).
    let text = String(decoding: utf8, as: UTF8.self)
    guard text.utf8.count == utf8.count else { throw .badText(at: start) }
    return text
  }

  package mutating func texts() throws(BlobError) -> [String] {
    let count = try count()
    var result: [String] = []
    result.reserveCapacity(count)
    for _ in 0..<count { result.append(try text()) }
    return result
  }

  package mutating func symbol() throws(BlobError) -> String {
    let index = try number()
    guard index < symbolTable.count else { throw .badValue("symbol", at: position) }
    return symbolTable[index]
  }

  package mutating func symbols() throws(BlobError) -> [String] {
    let count = try count()
    var result: [String] = []
    result.reserveCapacity(count)
    for _ in 0..<count { result.append(try symbol()) }
    return result
  }

  package mutating func optional<Value>(
    _ read: (inout BlobDecoder) throws(BlobError) -> Value
  ) throws(BlobError) -> Value? {
    try bool() ? try read(&self) : nil
  }

  package mutating func array<Element>(
    _ read: (inout BlobDecoder) throws(BlobError) -> Element
  ) throws(BlobError) -> [Element] {
    let count = try count()
    var result: [Element] = []
    result.reserveCapacity(count)
    for _ in 0..<count { result.append(try read(&self)) }
    return result
  }

  package mutating func array<Element: BlobCodable>(
    of type: Element.Type = Element.self
  ) throws(BlobError) -> [Element] {
    let count = try count()
    var result: [Element] = []
    result.reserveCapacity(count)
    for _ in 0..<count { result.append(try Element(from: &self)) }
    return result
  }
}
