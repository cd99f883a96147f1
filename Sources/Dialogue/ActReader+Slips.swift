internal import Knowledge
internal import Language

extension ActReader {
  /// The word of an act, of an aspect or without content that is one slip away and has the same first
  /// letter; nil where none is. Looks at every wording: for unknown words only.
  func nearest(to word: String) -> String? {
    var best: String?
    func look(at other: some StringProtocol) {
      guard best == nil, other.utf8.first == word.utf8.first, other.utf8.count > 3,
        abs(other.utf8.count - word.utf8.count) <= 1,
        EditDistance.between(word, String(other), limit: 1) != nil
      else { return }
      best = String(other)
    }
    for act in acts {
      for wording in act.says {
        for choice in wording.split(whereSeparator: { $0 == " " || $0 == "|" || $0 == "?" }) {
          look(at: choice)
        }
      }
    }
    for word in runs.lazy.flatMap(\.words) { look(at: word) }
    for word in functionWords.sorted() { look(at: word) }
    return best
  }
}
