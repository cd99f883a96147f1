import Language

/// The words of a message, as the matcher compares them.
enum Phrase {
  /// Words and numbers, without marks; a possessive loses its ending.
  static func words(of tokens: [Token]) -> [String] {
    var words: [String] = []
    words.reserveCapacity(tokens.count)
    for token in tokens where token.kind != .punctuation {
      words.append(word(token.text))
    }
    return words
  }

  static func word(_ text: String) -> String {
    guard text.utf8.count > 2, text.hasSuffix("'s"), Contractions.expanded(text) == nil else {
      return text
    }
    return String(text.dropLast(2))
  }

  /// One string for all spellings that differ only in case, marks and apostrophes.
  static func key(_ text: String) -> String {
    words(of: Tokenizer.tokens(in: text)).joined(separator: " ")
  }
}
