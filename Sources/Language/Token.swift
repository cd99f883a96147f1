/// A word, number or mark of a message, folded, with its place in the message.
package struct Token: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// Letters, possibly with digits ("10k", "6am") and inner apostrophes ("don't").
    case word
    /// Digits only, with a decimal point or thousands commas taken out: "3.5", "1000".
    case number
    /// One mark, or a run of the same mark ("??").
    case punctuation
  }

  /// What stands between the token before and this one.
  package enum Spacing: Hashable, Sendable {
    case none, space, newline
  }

  /// Folded text; a missing apostrophe is put back ("dont" reads "don't") where that is safe.
  package var text: String
  package var kind: Kind
  /// UTF-8 offsets in the message as it was written.
  package var range: Range<Int>
  package var spacing: Spacing

  package init(text: String, kind: Kind, range: Range<Int>, spacing: Spacing) {
    self.text = text
    self.kind = kind
    self.range = range
    self.spacing = spacing
  }

  /// The token as the user wrote it.
  package func written(in message: String) -> String {
    let utf8 = message.utf8
    let lower = utf8.index(utf8.startIndex, offsetBy: range.lowerBound)
    let upper = utf8.index(utf8.startIndex, offsetBy: range.upperBound)
    return String(message[lower..<upper])
  }
}
