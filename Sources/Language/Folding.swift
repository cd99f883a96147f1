/// The folding of characters outside ASCII, with the place each folded byte came from.
struct Folding {
  private(set) var bytes: [UInt8] = []
  private(set) var origins: [Int] = []

  mutating func append(_ scalar: Unicode.Scalar, origin: Int) {
    let value = scalar.value
    if value < 0x80 {
      put(NormalizedText.folded(ascii: UInt8(value)), origin)
    } else if value >= 0xC0, value < 0x180 {
      put(Folding.latin(value) ?? String(scalar).lowercased(), origin)
    } else if Folding.isInvisible(value) {
      return
    } else if let plain = Folding.plain(value) {
      put(plain, origin)
    } else if let point = Folding.fraction(value) {
      let followsDigit = bytes.last.map { (0x30...0x39).contains($0) } ?? false
      put(followsDigit ? String(point.dropFirst()) : point, origin)
    } else if let letter = Folding.styled(value) {
      put(letter, origin)
    } else {
      put(scalar.properties.lowercaseMapping, origin)
    }
  }

  private mutating func put(_ byte: UInt8, _ origin: Int) {
    bytes.append(byte)
    origins.append(origin)
  }

  private mutating func put(_ text: String, _ origin: Int) {
    for byte in text.utf8 { put(byte, origin) }
  }

  /// Zero-width and bidirectional marks, soft hyphen, variation selectors, combining accents.
  private static func isInvisible(_ value: UInt32) -> Bool {
    switch value {
    case 0xAD, 0x180E, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF: true
    case 0x300...0x36F, 0xFE00...0xFE0F, 0xE0000...0xE01EF: true
    default: false
    }
  }

  /// Quotes, dashes, blanks, ligatures, superscripts and full-width forms as ASCII.
  private static func plain(_ value: UInt32) -> String? {
    switch value {
    case 0x2018...0x201B, 0x2032, 0x2035, 0xB4, 0x2BC, 0x2B9: "'"
    case 0x201C...0x201F, 0x2033, 0xAB, 0xBB: "\""
    case 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63: "-"
    case 0x2026: "..."
    case 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000, 0x80...0x84, 0x86...0x9F: " "
    case 0x85, 0x2028, 0x2029: "\n"
    case 0xD7: "x"
    case 0xB9: "1"
    case 0xB2: "2"
    case 0xB3: "3"
    case 0xFB00: "ff"
    case 0xFB01: "fi"
    case 0xFB02: "fl"
    case 0xFB03: "ffi"
    case 0xFB04: "ffl"
    case 0xFB05, 0xFB06: "st"
    case 0x2044: "/"
    default: nil
    }
  }

  private static func fraction(_ value: UInt32) -> String? {
    switch value {
    case 0xBC: "0.25"
    case 0xBD: "0.5"
    case 0xBE: "0.75"
    case 0x2153: "0.33"
    case 0x2154: "0.67"
    default: nil
    }
  }

  /// Full-width and mathematical letters and digits, circled digits.
  private static func styled(_ value: UInt32) -> UInt8? {
    switch value {
    case 0xFF01...0xFF5E:
      NormalizedText.folded(ascii: UInt8(value - 0xFEE0))
    case 0x1D400...0x1D6A3:
      UInt8(ascii: "a") + UInt8((value - 0x1D400) % 26)
    case 0x1D7CE...0x1D7FF:
      UInt8(ascii: "0") + UInt8((value - 0x1D7CE) % 10)
    case 0x2460...0x2468:
      UInt8(ascii: "1") + UInt8(value - 0x2460)
    default: nil
    }
  }

  /// Base letters of U+00C0 to U+017F, one ASCII letter each; `*` where it is not a single letter.
  private static let latinBases: [UInt8] = Array(
    """
    aaaaaa*ceeeeiiiidnooooo*ouuuuy**aaaaaa*ceeeeiiiidnooooo*ouuuuy*y\
    aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii**jjkkklllllll\
    lllnnnnnn***oooooo**rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs
    """.utf8)

  private static func latin(_ value: UInt32) -> String? {
    switch value {
    case 0xC6, 0xE6: return "ae"
    case 0xD7: return "x"
    case 0xDE, 0xFE: return "th"
    case 0xDF: return "ss"
    case 0xF7: return "/"
    case 0x132, 0x133: return "ij"
    case 0x149: return "'n"
    case 0x14A, 0x14B: return "ng"
    case 0x152, 0x153: return "oe"
    default:
      let index = Int(value - 0xC0)
      guard index < latinBases.count, latinBases[index] != UInt8(ascii: "*") else { return nil }
      return String(decoding: [latinBases[index]], as: UTF8.self)
    }
  }
}
