/// Breaks text into lines of a given width at blanks.
///
/// Words are never cut unless one alone is wider than the line; then it is cut between grapheme
/// clusters, so that nothing runs past the margin.
package struct Wrapping: Sendable {
  /// A blank that ends no line unless the words on both sides of it are wider than one; written as a
  /// usual blank.
  package static let tie: Unicode.Scalar = "\u{A0}"

  /// Columns available, at least 10.
  package var width: Int
  /// Blanks before the first line and before the others.
  package var firstIndent: String
  package var hangingIndent: String

  package init(width: Int, firstIndent: String = "", hangingIndent: String = "") {
    self.width = max(10, width)
    self.firstIndent = firstIndent
    self.hangingIndent = hangingIndent
  }

  /// Lines of `text`; a newline in it always breaks.
  package func lines(_ text: String) -> [String] {
    var lines: [String] = []
    for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
      wrap(paragraph, into: &lines)
    }
    return lines
  }

  private func wrap(_ paragraph: Substring, into lines: inout [String]) {
    var line = lines.isEmpty ? firstIndent : hangingIndent
    var column = DisplayWidth.of(line)
    var isEmpty = true
    func finish() {
      lines.append(line)
      line = hangingIndent
      column = DisplayWidth.of(line)
      isEmpty = true
    }
    for word in words(of: paragraph) {
      for piece in pieces(of: word) {
        let wide = DisplayWidth.of(piece)
        if !isEmpty && column + 1 + wide > width { finish() }
        if !isEmpty {
          line += " "
          column += 1
        }
        line += written(piece)
        column += wide
        isEmpty = false
      }
    }
    finish()
  }

  private func written(_ piece: Substring) -> Substring {
    guard piece.unicodeScalars.contains(Self.tie) else { return piece }
    return Substring(piece.map { $0 == Character(Self.tie) ? " " : $0 })
  }

  /// Columns of a line behind its indent.
  private var room: Int { max(4, width - DisplayWidth.of(hangingIndent)) }

  /// What stands between blanks; parted at the ties too where it is wider than a line.
  private func words(of paragraph: Substring) -> [Substring] {
    let words = paragraph.split(separator: " ")
    guard paragraph.unicodeScalars.contains(Self.tie) else { return words }
    return words.flatMap {
      DisplayWidth.of($0) > room ? $0.split(separator: Character(Self.tie)) : [$0]
    }
  }

  /// The word itself, or its parts where it is wider than a whole line.
  private func pieces(of word: Substring) -> [Substring] {
    guard DisplayWidth.of(word) > room else { return [word] }
    var pieces: [Substring] = []
    var start = word.startIndex
    var column = 0
    for index in word.indices {
      let wide = DisplayWidth.of(word[index])
      if column + wide > room {
        pieces.append(word[start..<index])
        start = index
        column = 0
      }
      column += wide
    }
    pieces.append(word[start...])
    return pieces
  }
}
