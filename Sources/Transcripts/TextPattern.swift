internal import _StringProcessing

extension TextPattern {
  static func isValid(_ expression: String) -> Bool {
    (try? Regex(expression)) != nil
  }

  /// Whether the text has the words, or a place that the expression fits.
  ///
  /// White space of any kind and number counts as one space; curly quotes count as straight ones;
  /// letter case does not count.
  package func isFound(in text: String) -> Bool {
    let text = Self.folded(text)
    switch self {
    case .words(let words):
      return text.contains(Self.folded(words))
    case .expression(let expression):
      guard let regex = try? Regex(expression).ignoresCase() else { return false }
      return text.contains(regex)
    }
  }

  private static func folded(_ text: String) -> String {
    var folded = ""
    for word in text.split(whereSeparator: \.isWhitespace) {
      if !folded.isEmpty { folded += " " }
      for character in word {
        switch character {
        case "\u{2018}", "\u{2019}": folded += "'"
        case "\u{201C}", "\u{201D}": folded += "\""
        default: folded += character.lowercased()
        }
      }
    }
    return folded
  }
}
