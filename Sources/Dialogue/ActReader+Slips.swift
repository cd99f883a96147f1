internal import Knowledge
internal import Language

extension ActReader {
  /// Whether a word stands in an act, in the wording of an aspect or among those without content.
  func isWord(_ word: String) -> Bool { words.contains(word) }

  /// The word of an act, of an aspect or without content that is one slip away and has the same first
  /// letter; nil where none is. Looks at every word.
  func nearest(to word: String) -> String? {
    var best: String?
    func look(at other: some StringProtocol) {
      guard best == nil, other.utf8.first == word.utf8.first, other.utf8.count > 3,
        abs(other.utf8.count - word.utf8.count) <= 1,
        EditDistance.between(word, String(other), limit: 1) != nil
      else { return }
      best = String(other)
    }
    for other in words { look(at: other) }
    return best
  }

  /// The words of acts and aspects and those without content, in this order, each once.
  private var words: [String] {
    vocabulary.value(for: 0) {
      let wordings = acts.flatMap(\.says).flatMap { wording in
        wording.split(whereSeparator: { $0 == " " || $0 == "|" || $0 == "?" }).map(String.init)
      }
      return (wordings + runs.flatMap(\.words) + functionWords.sorted()).uniqued()
    }
  }
}
