/// Cuts a message into tokens. One pass, linear in the length; knows nothing of the domain.
package struct Tokenizer {
  private let text: NormalizedText
  private var position = 0
  private var tokens: [Token] = []

  /// The tokens of a message, in order.
  package static func tokens(in message: String) -> [Token] {
    tokens(in: NormalizedText(message))
  }

  package static func tokens(in text: NormalizedText) -> [Token] {
    var tokenizer = Tokenizer(text: text)
    tokenizer.run()
    return tokenizer.tokens
  }

  private init(text: NormalizedText) {
    self.text = text
    tokens.reserveCapacity(text.bytes.count / 5 + 1)
  }

  private mutating func run() {
    let bytes = text.bytes
    var spacing = Token.Spacing.none
    while position < bytes.count {
      let byte = bytes[position]
      if byte == UInt8(ascii: "\n") {
        spacing = .newline
        position += 1
        continue
      }
      if byte == UInt8(ascii: " ") {
        if spacing == .none { spacing = .space }
        position += 1
        continue
      }
      switch characterClass(at: position) {
      case .letter: appendWord(spacing, from: position)
      case .digit: appendNumber(spacing)
      case .mark: appendMark(spacing)
      }
      spacing = .none
    }
  }

  private enum CharacterClass {
    case letter, digit, mark
  }

  private func characterClass(at index: Int) -> CharacterClass {
    let byte = text.bytes[index]
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"): return .letter
    case UInt8(ascii: "0")...UInt8(ascii: "9"): return .digit
    case 0..<0x80: return .mark
    default:
      let properties = scalar(at: index).properties
      return properties.isAlphabetic || properties.generalCategory == .nonspacingMark
        ? .letter : .mark
    }
  }

  private func scalar(at index: Int) -> Unicode.Scalar {
    let end = min(index + width(at: index), text.bytes.count)
    return String(decoding: text.bytes[index..<end], as: UTF8.self).unicodeScalars.first ?? " "
  }

  /// Number of bytes of the scalar that starts at `index`.
  private func width(at index: Int) -> Int {
    switch text.bytes[index] {
    case 0..<0x80: 1
    case 0xC0..<0xE0: 2
    case 0xE0..<0xF0: 3
    default: 4
    }
  }

  private func isDigit(_ index: Int) -> Bool {
    index < text.bytes.count && (0x30...0x39).contains(text.bytes[index])
  }

  private func isLetter(_ index: Int) -> Bool {
    index < text.bytes.count && characterClass(at: index) == .letter
  }

  private mutating func appendWord(_ spacing: Token.Spacing, from start: Int) {
    let bytes = text.bytes
    while position < bytes.count {
      if isDigit(position) {
        position += 1
      } else if isLetter(position) {
        position += width(at: position)
      } else if bytes[position] == UInt8(ascii: "'"), position > start, isLetter(position + 1) {
        position += 1
      } else {
        break
      }
    }
    let word = text.text(start..<position)
    append(Contractions.restored(word) ?? word, .word, start, spacing)
  }

  private mutating func appendNumber(_ spacing: Token.Spacing) {
    let start = position
    var digits: [UInt8] = []
    while position < text.bytes.count {
      if isDigit(position) {
        digits.append(text.bytes[position])
      } else if text.bytes[position] == UInt8(ascii: "."), isDigit(position + 1) {
        digits.append(UInt8(ascii: "."))
      } else if text.bytes[position] != UInt8(ascii: ",") || !isThousands(position) {
        break
      }
      position += 1
    }
    if isLetter(position) {
      appendWord(spacing, from: start)
    } else {
      append(String(decoding: digits, as: UTF8.self), .number, start, spacing)
    }
  }

  /// Whether a comma is followed by exactly three digits.
  private func isThousands(_ comma: Int) -> Bool {
    isDigit(comma + 1) && isDigit(comma + 2) && isDigit(comma + 3) && !isDigit(comma + 4)
  }

  private mutating func appendMark(_ spacing: Token.Spacing) {
    let start = position
    let width = width(at: start)
    let mark = text.bytes[start..<min(start + width, text.bytes.count)]
    repeat {
      position += width
    } while position + width <= text.bytes.count
      && text.bytes[position..<position + width] == mark
    position = min(position, text.bytes.count)
    append(text.text(start..<position), .punctuation, start, spacing)
  }

  private mutating func append(
    _ word: String, _ kind: Token.Kind, _ start: Int, _ spacing: Token.Spacing
  ) {
    let range = text.originalRange(start..<position)
    tokens.append(Token(text: word, kind: kind, range: range, spacing: spacing))
  }
}
