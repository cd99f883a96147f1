internal import CLineEditor

/// Search in earlier lines: the text as it is (no pattern), in any place of the line.
///
/// Without a capital letter in it, case does not matter; composed and decomposed letters are the same.
struct HistorySearch {
  enum Direction {
    case back
    case forward
  }

  private let entries: [String]
  private(set) var query = ""
  /// The entry that is shown; the count of entries where none is.
  private(set) var index: Int
  private(set) var fails = false

  init(entries: [String]) {
    self.entries = entries
    index = entries.count
  }

  var found: String? { index < entries.count ? entries[index] : nil }

  mutating func add(_ text: String) {
    query += text
    // What is shown may fit the longer text as well.
    find(from: min(index, entries.count - 1), step: -1)
  }

  /// Takes the last character away and searches anew from the latest line.
  mutating func removeLast() {
    guard !query.isEmpty else { return }
    query.removeLast()
    index = entries.count
    fails = false
    if !query.isEmpty { find(from: entries.count - 1, step: -1) }
  }

  /// The next line that fits and differs from the one shown.
  mutating func next(_ direction: Direction) {
    guard !query.isEmpty else { return }
    let step = direction == .back ? -1 : 1
    find(from: index + step, step: step, other: found)
  }

  private mutating func find(from start: Int, step: Int, other: String? = nil) {
    let isExact = query.contains { $0.isUppercase }
    let wanted = isExact ? query : query.lowercased()
    var place = start
    while entries.indices.contains(place) {
      let entry = entries[place]
      if entry != other, (isExact ? entry : entry.lowercased()).contains(wanted) {
        index = place
        fails = false
        return
      }
      place += step
    }
    fails = true
  }
}

extension LineEditor {
  /// Asks what to search for, key by key, and shows the line found meanwhile.
  ///
  /// Return sends the line found, Ctrl-G and Ctrl-C give the line back as it was; every other key takes
  /// the line found and then does what it does.
  func search(_ direction: HistorySearch.Direction) -> le_outcome {
    let draft = text
    var search = HistorySearch(entries: configuration.history.entries)
    while true {
      if !source.hasKey() { paint(search, draft: draft) }
      switch source.next() {
      case .told: handleEvents()
      case .end:
        outcome = .end
        return le_outcome_end
      case .failed(let code):
        failure = ReadError(code: code)
        return le_outcome_end
      case .key(let key):
        switch key {
        case .scalar("\u{12}"): search.next(.back)
        case .scalar("\u{13}"): search.next(.forward)
        case .scalar("\u{08}"), .scalar("\u{7F}"): search.removeLast()
        case .scalar("\u{07}"), .scalar("\u{03}"):
          return le_outcome_refresh
        case .scalar("\r"), .scalar("\n"):
          take(search)
          return submit()
        case .scalar("\u{1B}"):
          take(search)
          return le_outcome_refresh
        case .scalar(let scalar) where scalar.value >= 0x20:
          search.add(String(scalar))
        case .paste(let pastedText):
          search.add(String(pastedText.prefix { $0 != "\n" }))
        case .named(.ignored), .unknown: break
        case .scalar, .named:
          take(search)
          source.putBack(key)
          return le_outcome_refresh
        }
      }
    }
  }

  private func take(_ search: HistorySearch) {
    guard let found = search.found else { return }
    replace(with: LineText(fold.fold(found)))
  }

  private func paint(_ search: HistorySearch, draft: LineText) {
    var frame = Frame(columns: size.columns)
    var shown = search.found.map { LineText($0) } ?? draft
    if PasteFold.isLong(shown.string) {
      shown = LineText(String(shown.string.prefix(PasteFold.longestCharacters / 2)) + "…")
    }
    drawText(in: &frame, text: shown)
    frame.finish()
    frame.newline()
    frame.put(search.fails ? "not found: " : "search: ", .dim)
    frame.put(search.query)
    frame.markCursor()
    frame.finish()
    write(painter.paint(frame, rows: size.rows))
  }
}
