/// Why a line is no JSON object of slots.
enum SlotLineError: Error, Hashable {
  case empty
  case notUTF8
  /// What stands there, and the column, counted in bytes from 1, where it stopped being JSON.
  case notJSON(expected: String, column: Int)
  case notAnObject(String)
  case notAValue(slot: String, found: String)
  case givenTwice(String)
}

extension SlotLineError: CustomStringConvertible {
  var description: String {
    switch self {
    case .empty: "an empty line; {} is a case of which nothing is known"
    case .notUTF8: "not UTF-8"
    case .notJSON(let expected, let column): "no JSON: expected \(expected) at column \(column)"
    case .notAnObject(let found): "expected an object of slots, found \(found)"
    case .notAValue(let slot, let found):
      "\(slot) has \(found) for a value; give a number, a word or null"
    case .givenTwice(let slot): "\(slot) is given twice"
    }
  }
}

/// Reads one line of JSON that must be a flat object of slots, such as `{"run":1,"level":"mild"}`.
///
/// A reader of its own, after RFC 8259, since libraries drop doubled keys, and a doubled danger sign must
/// not be dropped. Nothing is nested, so no depth of input can exhaust the stack. Linear.
struct SlotLine {
  private let bytes: [UInt8]
  private var place = 0

  /// Names and values in the order of the line; `null` is a slot nobody asked about and left out.
  static func pairs(
    in line: String
  ) throws(SlotLineError) -> [(slot: String, value: String)] {
    var reader = SlotLine(bytes: Array(line.utf8))
    return try reader.object()
  }

  private mutating func object() throws(SlotLineError) -> [(slot: String, value: String)] {
    skipBlanks()
    guard place < bytes.count else { throw .empty }
    if bytes[place] != UInt8(ascii: "{") {
      // The sign that stands for bytes that could not be decoded.
      if bytes.starts(with: [0xEF, 0xBF, 0xBD]) { throw .notUTF8 }
      throw .notAnObject(kind())
    }
    place += 1
    var pairs: [(slot: String, value: String)] = []
    var seen = Set<String>()
    skipBlanks()
    if take("}") { return try finish(pairs) }
    while true {
      skipBlanks()
      let slot = try string("a slot in quotes")
      guard seen.insert(slot).inserted else { throw .givenTwice(Self.short(slot)) }
      skipBlanks()
      guard take(":") else { throw expected("':'") }
      skipBlanks()
      if let value = try value(of: slot) { pairs.append((slot, value)) }
      skipBlanks()
      if take("}") { return try finish(pairs) }
      guard take(",") else { throw expected("',' or '}'") }
    }
  }

  private mutating func finish(
    _ pairs: [(slot: String, value: String)]
  ) throws(SlotLineError) -> [(slot: String, value: String)] {
    skipBlanks()
    guard place == bytes.count else { throw expected("the end of the line") }
    return pairs
  }

  private mutating func value(of slot: String) throws(SlotLineError) -> String? {
    guard place < bytes.count else { throw expected("a value") }
    switch bytes[place] {
    case UInt8(ascii: "\""): return try string("a value")
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
    case UInt8(ascii: "n"):
      guard take("null") else { throw expected("a value") }
      return nil
    case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "t"), UInt8(ascii: "f"):
      throw .notAValue(slot: Self.short(slot), found: kind())
    default: throw expected("a value")
    }
  }

  /// The text of a number; a whole one without its fraction and exponent.
  private mutating func number() throws(SlotLineError) -> String {
    let start = place
    while place < bytes.count, "+-.eE0123456789".utf8.contains(bytes[place]) { place += 1 }
    let text = String(decoding: bytes[start..<place], as: UTF8.self)
    guard let value = Double(text), value.isFinite else {
      place = start
      throw expected("a number")
    }
    guard let whole = Int(exactly: value) else { return text }
    return String(whole)
  }

  private mutating func string(_ what: String) throws(SlotLineError) -> String {
    guard take("\"") else { throw expected(what) }
    var text: [UInt8] = []
    while place < bytes.count {
      let byte = bytes[place]
      place += 1
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"): text += try escape()
      case 0..<0x20:
        place -= 1
        throw expected("no control character in a string")
      default: text.append(byte)
      }
    }
    throw expected("'\"' after the text")
  }

  private mutating func escape() throws(SlotLineError) -> [UInt8] {
    guard place < bytes.count else { throw expected("an escaped character") }
    let byte = bytes[place]
    place += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [byte]
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "f"): return [0x0C]
    case UInt8(ascii: "n"): return [0x0A]
    case UInt8(ascii: "r"): return [0x0D]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "u"):
      let digits = bytes[place..<min(place + 4, bytes.count)]
      guard digits.count == 4, let unit = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
      else { throw expected("four hexadecimal digits") }
      place += 4
      // Half of a pair stands for no character; no slot and no value has one beyond the first plane.
      return Array(String(Unicode.Scalar(unit).map(Character.init) ?? "\u{FFFD}").utf8)
    default:
      place -= 1
      throw expected("an escape of JSON")
    }
  }

  private mutating func skipBlanks() {
    while place < bytes.count, [0x20, 0x09, 0x0D, 0x0A].contains(bytes[place]) { place += 1 }
  }

  private mutating func take(_ text: StaticString) -> Bool {
    let wanted = text.withUTF8Buffer { Array($0) }
    guard bytes[place...].starts(with: wanted) else { return false }
    place += wanted.count
    return true
  }

  private func expected(_ what: String) -> SlotLineError {
    .notJSON(expected: what, column: place + 1)
  }

  /// What kind of value begins here.
  private func kind() -> String {
    switch bytes[place] {
    case UInt8(ascii: "{"): "an object"
    case UInt8(ascii: "["): "a list"
    case UInt8(ascii: "\""): "a text"
    case UInt8(ascii: "t"), UInt8(ascii: "f"): "true or false"
    case UInt8(ascii: "n"): "null"
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): "a number"
    default: "something that is no JSON"
    }
  }

  /// A name as it is told, never longer than a line.
  static func short(_ name: String) -> String {
    name.unicodeScalars.count <= 40 ? name : name.prefix(40) + "\u{2026}"
  }
}
