/// Makes keys of the bytes that a terminal sends.
///
/// It reads nothing and knows no time: the caller feeds bytes, and says when no more came for a while, so
/// that a lone Escape can be told from the start of a sequence. Sequences are those of ECMA-48 and the
/// common terminals (xterm, rxvt, the Linux console, kitty).
package struct KeyDecoder: Sendable {
  private var bytes: [UInt8] = []
  private var position = 0
  private var pasted: [UInt8]?
  /// Sequences that the user has bound in `.editrc`; they are handed on as they are.
  package var bound: Set<[UInt8]> = []

  package init() {}

  private static let escape: UInt8 = 0x1B
  private static let pasteEnd = Array("\u{1B}[201~".utf8)

  package mutating func feed(_ more: some Sequence<UInt8>) {
    if position > 0 {
      bytes.removeFirst(position)
      position = 0
    }
    bytes.append(contentsOf: more)
  }

  /// Whether bytes wait for the rest of their key.
  package var isWaiting: Bool { position < bytes.count && pasted == nil }

  /// The next key, or nil where more bytes are needed; `atPause` says that none will come soon.
  package mutating func next(atPause: Bool = false) -> Key? {
    while true {
      if pasted != nil {
        guard let text = finishPaste() else { return nil }
        return .paste(text)
      }
      guard position < bytes.count else { return nil }
      guard bytes[position] == Self.escape else {
        switch scalar(atPause: atPause) {
        case .incomplete: return nil
        case .dropped: continue
        case .found(let scalar): return .scalar(scalar)
        }
      }
      guard let length = Self.sequenceLength(bytes[position...]) else {
        guard atPause else { return nil }
        position += 1
        return .scalar("\u{1B}")
      }
      let sequence = Array(bytes[position..<position + length])
      position += length
      if sequence == Array("\u{1B}[200~".utf8) {
        pasted = []
        continue
      }
      if sequence.count == 1 { return .scalar("\u{1B}") }
      if bound.contains(sequence) { return .unknown(sequence) }
      return Self.named(sequence).map(Key.named) ?? .unknown(sequence)
    }
  }

  /// Bytes of the escape sequence at the position; 1 for an Escape that stands alone before another key;
  /// nil where it may go on.
  private static func sequenceLength(_ bytes: ArraySlice<UInt8>) -> Int? {
    let rest = bytes.dropFirst()
    guard let kind = rest.first else { return nil }
    switch kind {
    case UInt8(ascii: "["):
      for (offset, byte) in rest.dropFirst().enumerated() {
        // The Linux console sends its function keys as `ESC [ [ A`.
        if byte == UInt8(ascii: "["), offset == 0 {
          return rest.count > 2 ? 4 : nil
        }
        if (0x40...0x7E).contains(byte) { return offset + 3 }
        // No sequence after all: the Escape stands alone.
        if !(0x20...0x3F).contains(byte) { return 1 }
      }
      return nil
    case UInt8(ascii: "O"):
      guard let final = rest.dropFirst().first else { return nil }
      return (0x40...0x7E).contains(final) ? 3 : 1
    case 0x0A, 0x0D: return 2
    case Self.escape:
      // Some terminals send Alt with an arrow as an Escape before the arrow.
      guard let length = Self.sequenceLength(rest) else { return nil }
      return length > 2 ? length + 1 : 1
    default: return 1
    }
  }

  private static func named(_ sequence: [UInt8]) -> NamedKey? {
    guard sequence.count > 2 else { return .newline }
    if sequence[1] == escape {
      switch named(Array(sequence.dropFirst())) {
      case .left: return .wordLeft
      case .right: return .wordRight
      case let key: return key
      }
    }
    // A function key of the Linux console.
    if sequence[1] == sequence[2] { return nil }
    let final = sequence[sequence.count - 1]
    let body = sequence[2..<sequence.count - 1]
    let parameters = body.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
      .map { Int(String(decoding: $0.prefix { $0 != UInt8(ascii: ":") }, as: UTF8.self)) ?? 0 }
    let first = parameters.first ?? 0
    // Bits of the modifier: 1 Shift, 2 Alt, 4 Control.
    let modifier = max(0, (parameters.count > 1 ? parameters[1] : 1) - 1)
    let byWord = modifier & 6 != 0
    switch final {
    case UInt8(ascii: "A"): return .up
    case UInt8(ascii: "B"): return .down
    case UInt8(ascii: "C"): return byWord ? .wordRight : .right
    case UInt8(ascii: "D"): return byWord ? .wordLeft : .left
    case UInt8(ascii: "c"): return .wordRight
    case UInt8(ascii: "d"): return .wordLeft
    case UInt8(ascii: "H"): return .home
    case UInt8(ascii: "F"): return .end
    case UInt8(ascii: "M") where sequence[1] == UInt8(ascii: "O"): return .newline
    case UInt8(ascii: "Z"): return .backTab
    case UInt8(ascii: "I"), UInt8(ascii: "O"): return .ignored
    case UInt8(ascii: "u") where first == 13 && modifier != 0: return .newline
    case UInt8(ascii: "~"): break
    default: return nil
    }
    switch first {
    case 1, 7: return .home
    case 2: return .ignored
    case 3: return byWord ? .deleteWord : .delete
    case 4, 8: return .end
    case 5: return .pageUp
    case 6: return .pageDown
    case 27 where parameters.count > 2 && parameters[2] == 13: return .newline
    default: return nil
    }
  }

  private enum Decoded {
    case incomplete
    case dropped
    case found(Unicode.Scalar)
  }

  /// Reads one scalar of UTF-8; broken bytes become U+FFFD, C1 controls are dropped.
  private mutating func scalar(atPause: Bool) -> Decoded {
    let lead = bytes[position]
    let length =
      switch lead {
      case 0x00...0x7F: 1
      case 0xC2...0xDF: 2
      case 0xE0...0xEF: 3
      case 0xF0...0xF4: 4
      default: 0
      }
    guard length > 0 else {
      position += 1
      return .found("\u{FFFD}")
    }
    let end = position + length
    let available = bytes[position..<min(end, bytes.count)]
    let valid = available.dropFirst().prefix { $0 & 0xC0 == 0x80 }.count + 1
    guard valid == length else {
      if valid == available.count && !atPause { return .incomplete }
      position += valid
      return .found("\u{FFFD}")
    }
    position = end
    guard let scalar = String(decoding: available, as: UTF8.self).unicodeScalars.first else {
      return .dropped
    }
    if (0x80...0x9F).contains(scalar.value) { return .dropped }
    return .found(PasteFold.isToken(scalar) ? "\u{FFFD}" : scalar)
  }

  /// The pasted text, cleaned, once its end has come.
  private mutating func finishPaste() -> String? {
    guard var collected = pasted else { return nil }
    // The end may be split over two reads, so a few bytes are looked at again.
    let known = max(0, collected.count - Self.pasteEnd.count)
    collected += bytes[position...]
    position = bytes.count
    guard let end = Self.firstIndex(of: Self.pasteEnd, in: collected, from: known) else {
      pasted = collected
      return nil
    }
    pasted = nil
    let rest = Array(collected[(end + Self.pasteEnd.count)...])
    bytes = rest
    position = 0
    return Self.clean(collected[..<end])
  }

  private static func firstIndex(of pattern: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
    guard bytes.count >= pattern.count, start <= bytes.count - pattern.count else { return nil }
    return (start...bytes.count - pattern.count).first { index in
      bytes[index] == escape && bytes[index..<index + pattern.count].elementsEqual(pattern)
    }
  }

  /// Newlines as `\n`, control characters gone but for the tab, no newline at the end.
  package static func clean(_ bytes: some Sequence<UInt8>) -> String {
    var scalars = String.UnicodeScalarView()
    var wasReturn = false
    for scalar in String(decoding: Array(bytes), as: UTF8.self).unicodeScalars {
      switch scalar.value {
      case 0x0D: scalars.append("\n")
      case 0x0A: if !wasReturn { scalars.append("\n") }
      case 0x09: scalars.append(scalar)
      case 0x00...0x1F, 0x7F...0x9F: break
      default: scalars.append(PasteFold.isToken(scalar) ? "\u{FFFD}" : scalar)
      }
      wasReturn = scalar.value == 0x0D
    }
    while scalars.last == "\n" { scalars.removeLast() }
    return String(scalars)
  }
}
