internal import CLineEditor

/// Going through earlier lines: what was typed, and where one is.
struct HistoryBrowsing {
  let draft: LineText
  /// Only lines that begin so are shown.
  let prefix: String
  let entries: [String]
  /// The entry that is shown; the count of entries stands for the draft.
  var index: Int

  init(draft: LineText, prefix: String, entries: [String]) {
    self.draft = draft
    self.prefix = prefix
    self.entries = entries
    index = entries.count
  }

  /// The next entry that fits and differs from the one shown, earlier or later; nil at the end.
  mutating func step(earlier: Bool) -> LineText? {
    let shown = index < entries.count ? entries[index] : nil
    var next = index
    while true {
      next += earlier ? -1 : 1
      if next < 0 || next > entries.count { return nil }
      if next == entries.count {
        index = next
        return draft
      }
      if entries[next] != shown, entries[next].hasPrefix(prefix), entries[next] != prefix {
        index = next
        return LineText(entries[next])
      }
    }
  }
}

extension LineEditor {
  /// A line up in a text of several lines, else to the earlier line that begins as this one does.
  func up() {
    if browsing == nil, let place = text.place(linesDown: -1) { return moveCursor(to: place) }
    browse(earlier: true)
  }

  func down() {
    if browsing == nil, let place = text.place(linesDown: 1) { return moveCursor(to: place) }
    browse(earlier: false)
  }

  private func browse(earlier: Bool) {
    var browsing = startBrowsing()
    guard let found = browsing.step(earlier: earlier) else { return }
    show(found, in: browsing)
  }

  func browse(toFirst: Bool) {
    var browsing = startBrowsing()
    var last: LineText?
    while let found = browsing.step(earlier: toFirst) { last = found }
    guard let last else { return }
    show(last, in: browsing)
  }

  private func startBrowsing() -> HistoryBrowsing {
    browsing
      ?? HistoryBrowsing(
        draft: text, prefix: text.string, entries: configuration.history.entries)
  }

  private func show(_ found: LineText, in next: HistoryBrowsing) {
    var shown = found
    if next.index < next.entries.count { shown = LineText(fold.fold(found.string)) }
    replace(with: shown)
    browsing = next
  }

  // MARK: - Suggestions

  /// What would complete the line: the rest of the latest entry that begins so, else of a suggestion.
  var suggestion: String? {
    guard configuration.showsSuggestions, !text.isEmpty, text.isAtEnd, browsing == nil,
      !text.scalars.contains("\n")
    else { return nil }
    let line = text.string
    let known = line.count
    for entry in configuration.history.entries.reversed()
    where entry.utf8.count > line.utf8.count && entry.hasPrefix(line) {
      let rest = entry.dropFirst(known)
      if !rest.isEmpty { return String(rest) }
    }
    let folded = line.lowercased()
    for suggestion in suggestions where suggestion.count > known {
      if suggestion.lowercased().hasPrefix(folded) { return String(suggestion.dropFirst(known)) }
    }
    return nil
  }

  /// Takes the suggestion into the line; false where there is none.
  func acceptSuggestion() -> Bool {
    guard let suggestion else { return false }
    insert(suggestion)
    return true
  }

  /// Takes one word of the suggestion.
  func acceptSuggestionWord() -> Bool {
    guard let suggestion else { return false }
    let rest = LineText(suggestion)
    insert(LineText.string(rest.scalars[..<rest.wordEnd(after: 0)]))
    return true
  }
}
