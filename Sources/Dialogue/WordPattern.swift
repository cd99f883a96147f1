/// A short wording with room: `no i|we meant *`, `say that? again`.
///
/// Words are separated by blanks; `a|b` takes either word, a question mark makes a word optional, `*`
/// takes one or more words and hands them out. A pattern matches a whole message or not at all. Cost
/// grows with the number of words times the number of `*`.
package struct WordPattern: Hashable, Sendable {
  private enum Element: Hashable {
    case word([String], optional: Bool)
    case anything
  }

  private let elements: [Element]

  package init(_ text: String) {
    elements = text.split(separator: " ").map { element in
      if element == "*" { return .anything }
      let isOptional = element.hasSuffix("?")
      let words = (isOptional ? element.dropLast() : element).split(separator: "|")
      return .word(words.map(String.init), optional: isOptional)
    }
  }

  /// The ranges of words that the `*` of the pattern took, or nil where it does not match.
  package func captures(in words: [String]) -> [Range<Int>]? {
    match(elements[...], words, from: 0)
  }

  private func match(
    _ elements: ArraySlice<Element>, _ words: [String], from position: Int
  ) -> [Range<Int>]? {
    guard let element = elements.first else { return position == words.count ? [] : nil }
    let rest = elements.dropFirst()
    switch element {
    case .word(let choices, let isOptional):
      if position < words.count, choices.contains(words[position]),
        let captures = match(rest, words, from: position + 1)
      {
        return captures
      }
      return isOptional ? match(rest, words, from: position) : nil
    case .anything:
      guard position < words.count else { return nil }
      for end in position + 1...words.count {
        if let captures = match(rest, words, from: end) { return [position..<end] + captures }
      }
      return nil
    }
  }
}
