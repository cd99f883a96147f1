/// The words of an English sentence in lower case, as the rules look at them.
struct Words {
  /// Letters, digits, apostrophes within a word, points and commas within a number. Hyphens and
  /// all other signs divide.
  let words: [String]

  init(_ text: String) {
    var words: [String] = []
    var current = ""
    let scalars = Array(text.lowercased().unicodeScalars)
    func isDigit(_ index: Int) -> Bool {
      scalars.indices.contains(index) && ("0"..."9").contains(scalars[index])
    }
    func isLetter(_ index: Int) -> Bool {
      scalars.indices.contains(index) && scalars[index].properties.isAlphabetic
    }
    for (index, scalar) in scalars.enumerated() {
      let isApostrophe =
        (scalar == "'" || scalar == "’") && isLetter(index - 1) && isLetter(index + 1)
      let isInNumber =
        (scalar == "." || scalar == ",") && isDigit(index - 1) && isDigit(index + 1)
      if isLetter(index) || isDigit(index) || isApostrophe || isInNumber {
        current.unicodeScalars.append(isApostrophe ? "'" : scalar)
      } else if !current.isEmpty {
        words.append(current)
        current = ""
      }
    }
    if !current.isEmpty { words.append(current) }
    self.words = words
  }

  /// The words with single blanks between them and at both ends, so that `" may "` finds a word.
  var spaced: String {
    " " + words.joined(separator: " ") + " "
  }

  /// Whether the words of a phrase stand in the text, next to each other and whole.
  func contains(_ phrase: String) -> Bool {
    spaced.contains(Words(phrase).spaced)
  }
}
