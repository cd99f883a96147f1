/// Where the sentences of a message begin and end.
package enum Sentences {
  /// Ranges of token indices, together all tokens; the closing marks belong to their sentence.
  ///
  /// Breaks after `.`, `!`, `?` and `;` and at line ends; not in numbers, initials or
  /// abbreviations.
  package static func ranges(of tokens: [Token]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    var index = 0
    while index < tokens.count {
      if index > start, tokens[index].spacing == .newline {
        ranges.append(start..<index)
        start = index
      }
      if ends(tokens, at: index) {
        var end = index + 1
        while end < tokens.count, tokens[end].spacing == .none, isClosing(tokens[end]) { end += 1 }
        ranges.append(start..<end)
        start = end
        index = end
      } else {
        index += 1
      }
    }
    if start < tokens.count { ranges.append(start..<tokens.count) }
    return ranges
  }

  private static func isClosing(_ token: Token) -> Bool {
    guard token.kind == .punctuation, let first = token.text.utf8.first else { return false }
    return "?!.\")]'".utf8.contains(first)
  }

  private static func ends(_ tokens: [Token], at index: Int) -> Bool {
    let token = tokens[index]
    guard token.kind == .punctuation, let first = token.text.utf8.first else { return false }
    switch first {
    case UInt8(ascii: "?"), UInt8(ascii: "!"), UInt8(ascii: ";"): return true
    case UInt8(ascii: "."):
      guard index + 1 < tokens.count else { return true }
      guard tokens[index + 1].spacing != .none else { return false }
      guard index > 0, token.text.utf8.count == 1 else { return true }
      let word = tokens[index - 1].text
      let isInitial = word.utf8.count == 1 && tokens[index - 1].kind == .word && word != "i"
      return !isInitial && !abbreviations.contains(word)
    default: return false
    }
  }

  private static let abbreviations: Set<String> = [
    "dr", "mr", "mrs", "ms", "prof", "approx", "vs", "eg", "ie", "min", "mins", "hrs", "wks",
  ]
}
