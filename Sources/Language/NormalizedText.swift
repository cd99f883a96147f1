/// A message folded to the form that words are compared in: lower case, no accents, plain quotes
/// and dashes, no invisible characters.
///
/// What the Unicode standard calls compatibility folding, done for the letters that people type;
/// scripts other than Latin are only lower-cased. Costs one pass; pure ASCII keeps no offset map.
package struct NormalizedText: Hashable, Sendable {
  /// The folded text as UTF-8.
  package let bytes: [UInt8]
  /// For each byte the UTF-8 offset in the original where it came from; nil where they coincide.
  private let origins: [Int]?
  private let originalCount: Int

  package init(_ text: String) {
    var text = text
    let ascii: [UInt8]? = text.withUTF8 { buffer in
      var bytes = [UInt8](repeating: 0, count: buffer.count)
      for index in buffer.indices {
        let byte = buffer[index]
        if byte >= 0x80 { return nil }
        bytes[index] = NormalizedText.folded(ascii: byte)
      }
      return bytes
    }
    originalCount = text.utf8.count
    if let ascii {
      bytes = ascii
      origins = nil
      return
    }
    var folding = Folding()
    var offset = 0
    for scalar in text.unicodeScalars {
      folding.append(scalar, origin: offset)
      offset += UTF8.width(scalar)
    }
    bytes = folding.bytes
    origins = folding.origins
  }

  /// Where a range of folded bytes stands in the original, as UTF-8 offsets.
  package func originalRange(_ range: Range<Int>) -> Range<Int> {
    guard let origins else { return range }
    let lower = range.lowerBound < origins.count ? origins[range.lowerBound] : originalCount
    let upper = range.upperBound < origins.count ? origins[range.upperBound] : originalCount
    return lower..<max(lower, upper)
  }

  /// The folded text of a range of bytes.
  package func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  /// Lower-cases an ASCII letter and turns control characters, NUL included, into blanks.
  static func folded(ascii byte: UInt8) -> UInt8 {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
    case UInt8(ascii: "\n"): byte
    case 0..<0x20, 0x7F: UInt8(ascii: " ")
    case UInt8(ascii: "`"): UInt8(ascii: "'")
    default: byte
    }
  }
}
