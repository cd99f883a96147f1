/// One way to go on with what is typed.
package struct Completion: Hashable, Sendable {
  /// What replaces the word, a blank behind it included where one is wanted.
  package var text: String
  /// A few words on what it is, shown beside it; may be empty.
  package var description: String

  package init(_ text: String, _ description: String = "") {
    self.text = text
    self.description = description
  }
}

/// The ways to go on at the cursor, and where the text begins that they replace.
package struct Completions: Hashable, Sendable {
  /// Characters of the line before the word that is replaced.
  package var start: Int
  package var items: [Completion]

  package static let none = Completions(start: 0, items: [])

  package init(start: Int, items: [Completion]) {
    self.start = start
    self.items = items
  }

  /// Those of `items` that begin with the word before the cursor, whatever its case.
  ///
  /// A word is what stands between blanks. `line` is the text before the cursor.
  package static func matchingWord(of line: some StringProtocol, in items: [Completion])
    -> Completions
  {
    let start = line.lastIndex(where: \.isWhitespace).map(line.index(after:)) ?? line.startIndex
    let word = line[start...].lowercased()
    return Completions(
      start: line.distance(from: line.startIndex, to: start),
      items: items.filter { $0.text.lowercased().hasPrefix(word) })
  }

  /// What all items begin with.
  package var commonPrefix: String {
    guard var common = items.first?.text[...] else { return "" }
    for item in items.dropFirst() {
      let same = zip(common, item.text).prefix { $0 == $1 }.count
      common = common.prefix(same)
    }
    return String(common)
  }
}

/// Gives the ways to go on: the whole line and the place of the cursor in it, counted in characters.
package typealias Completer = (_ line: String, _ cursor: Int) -> Completions

/// The list of completions under the line, and which of them stands in it.
struct CompletionMenu {
  /// The text before completion, and the part of it that is replaced.
  let original: LineText
  let replaced: Range<Int>
  let items: [Completion]
  var selected: Int?

  /// Goes to the next item, or the one before; round at the ends.
  mutating func advance(by step: Int) {
    guard let selected else {
      self.selected = step > 0 ? 0 : items.count - 1
      return
    }
    self.selected = (selected + step + items.count) % items.count
  }

  /// The line with the selected item in it.
  var text: LineText {
    guard let selected else { return original }
    var text = original
    text.remove(replaced)
    text.insert(items[selected].text)
    return text
  }

  /// Adds the list to a frame, in two aligned columns and at most `rows` rows.
  func draw(in frame: inout Frame, rows: Int) {
    guard rows > 0 else { return }
    let fits = items.count <= rows
    let visible = fits ? items.count : max(1, rows - 1)
    let first = min(max(0, (selected ?? 0) - visible + 1), items.count - visible)
    let widest = items.map { DisplayWidth.of(trimmed($0.text)) }.max() ?? 0
    let column = min(widest, max(8, frame.columns / 2 - 4))
    for index in first..<first + visible {
      let item = items[index]
      let isSelected = index == selected
      frame.newline()
      put(isSelected ? "> " : "  ", isSelected ? .accent : .plain, in: &frame, upTo: frame.columns)
      let text = trimmed(item.text)
      put(text, isSelected ? .accent : .plain, in: &frame, upTo: 2 + column)
      guard !item.description.isEmpty else { continue }
      let used = min(DisplayWidth.of(text), column)
      put(
        String(repeating: " ", count: column - used + 2), .plain, in: &frame, upTo: frame.columns)
      put(item.description, .dim, in: &frame, upTo: frame.columns)
    }
    if !fits && rows > 1 {
      frame.newline()
      put("  \(items.count - visible) more; Tab goes on", .dim, in: &frame, upTo: frame.columns)
    }
  }

  private func trimmed(_ text: String) -> String {
    text.last == " " ? String(text.dropLast()) : text
  }

  /// Writes within the row, with an ellipsis where the text is cut.
  private func put(_ text: String, _ ink: Ink, in frame: inout Frame, upTo limit: Int) {
    let room = min(limit, frame.columns) - (frame.columns - frame.remainingColumns)
    guard room > 0 else { return }
    if DisplayWidth.of(text) <= room { return frame.put(text, ink) }
    var used = 0
    for character in text {
      let width = DisplayWidth.of(character)
      if used + width > room - 1 { break }
      frame.put(character, ink)
      used += width
    }
    frame.put("…", ink)
  }
}
