/// What the user did on the keyboard, once the bytes of the terminal are understood.
package enum Key: Hashable, Sendable {
  /// A character as typed, control characters and a lone Escape included.
  case scalar(Unicode.Scalar)
  case named(NamedKey)
  /// A bracketed paste, cleaned: newlines as `\n`, no other control character but the tab.
  case paste(String)
  /// An escape sequence that this program does not know, whole.
  case unknown([UInt8])
}

/// Keys that a terminal sends as a sequence of bytes.
///
/// libedit finds a command by one character below 256. The numbers are the C1 control characters, which
/// no keyboard sends as UTF-8, so that one of them can stand for each key.
package enum NamedKey: UInt8, CaseIterable, Sendable {
  case paste = 0x80
  case up = 0x81
  case down = 0x82
  case right = 0x83
  case left = 0x84
  case home = 0x86
  case end = 0x87
  case delete = 0x88
  case pageUp = 0x89
  case pageDown = 0x8A
  case wordLeft = 0x8B
  case wordRight = 0x8C
  case newline = 0x8D
  case backTab = 0x8E
  case deleteWord = 0x8F
  case ignored = 0x90

  /// The key as libedit's `bind` reads it.
  package var binding: String { "\\" + String(rawValue, radix: 8) }
}
