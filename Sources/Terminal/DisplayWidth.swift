/// Columns that text takes on a terminal.
///
/// Wide ranges follow the Wide and Fullwidth blocks of Unicode Standard Annex 11; emoji count 2, also
/// when joined to a family, since terminals that cannot join them are rarer than those that can.
package enum DisplayWidth {
  /// Columns of a grapheme cluster: 0, 1 or 2.
  package static func of(_ character: Character) -> Int {
    if let ascii = character.asciiValue { return (0x20..<0x7F).contains(ascii) ? 1 : 0 }
    let scalars = character.unicodeScalars
    // Most letters of the languages of Europe, without a look into the tables.
    if let first = scalars.first, first.value < 0x300, first.value >= 0xA0, first != "\u{AD}",
      scalars.index(after: scalars.startIndex) == scalars.endIndex
    {
      return 1
    }
    var width = 0
    for scalar in scalars {
      if scalar == "\u{FE0F}" && width > 0 { width = 2 }
      width = max(width, of(scalar))
    }
    return width
  }

  /// Columns of a line without escape codes.
  package static func of(_ text: some StringProtocol) -> Int {
    text.reduce(0) { $0 + of($1) }
  }

  private static func of(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control, .lineSeparator, .paragraphSeparator:
      return 0
    default: break
    }
    if scalar.properties.isEmojiPresentation { return 2 }
    return wideRanges.contains { $0.contains(scalar.value) } ? 2 : 1
  }

  private static let wideRanges: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF,
    0x4E00...0x9FFF, 0xA000...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF,
    0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1B000...0x1B2FF,
    0x1F200...0x1F2FF, 0x20000...0x3FFFD,
  ]
}
