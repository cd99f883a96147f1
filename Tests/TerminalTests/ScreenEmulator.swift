/// A small terminal: it keeps what a program writes as rows of characters.
///
/// It understands what the editor sends (ECMA-48 cursor moves, erasing, graphic rendition; wrapping at
/// the margin with the last column held back, as xterm does) and wraps anew when its width changes.
struct ScreenEmulator {
  struct Place: Hashable {
    /// Empty for the second column of a wide character.
    var text = " "
    var width = 1
    var isDim = false
  }

  struct Line: Hashable {
    var places: [Place] = []
    /// Goes on in the next row without a newline.
    var isWrapped = false
  }

  private(set) var columns: Int
  private(set) var rows: Int
  private(set) var lines: [Line]
  private(set) var row = 0
  private(set) var column = 0
  /// Joins emoji with a joiner between them into one, two columns wide; else each is drawn.
  var joinsEmoji = true
  private(set) var takesPastes = false
  /// What the emulator did not understand; should stay empty.
  private(set) var complaints: [String] = []
  private var isPending = false
  private var isDim = false
  private var rest: [UInt8] = []

  init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
    lines = Array(repeating: Line(), count: rows)
  }

  /// Rows of text without the blanks at their ends and the empty rows at the bottom.
  var text: [String] {
    var texts = lines.map { line in
      var text = line.places.map(\.text).joined()
      while text.last == " " { text.removeLast() }
      return text
    }
    while texts.last?.isEmpty == true { texts.removeLast() }
    return texts
  }

  /// Lines of text, those that the terminal has wrapped in one piece.
  var unwrappedText: [String] {
    var texts: [String] = []
    var isOpen = false
    for line in lines {
      let text = line.places.map(\.text).joined()
      if isOpen { texts[texts.count - 1] += text } else { texts.append(text) }
      isOpen = line.isWrapped
    }
    return texts
  }

  /// The row of the cursor with `|` at the cursor.
  var cursorLine: String {
    var text = ""
    for index in 0...max(column, lines[row].places.count) {
      if index == column { text += "|" }
      if index < lines[row].places.count {
        text += lines[row].places[index].text
      } else if index < column {
        text += " "
      }
    }
    while text.last == " " { text.removeLast() }
    return text
  }

  /// What stands in dim letters.
  var dimText: String {
    lines.flatMap(\.places).filter(\.isDim).map(\.text).joined()
  }

  mutating func feed(_ bytes: some Sequence<UInt8>) {
    rest += bytes
    while let length = step(), length > 0 { rest.removeFirst(length) }
  }

  /// Acts on what comes first; the bytes it took, or nil where more are needed.
  private mutating func step() -> Int? {
    guard let first = rest.first else { return nil }
    switch first {
    case 0x1B: return escape()
    case 0x0D:
      column = 0
      isPending = false
      return 1
    case 0x0A:
      lineFeed()
      return 1
    case 0x08:
      column = max(0, column - 1)
      isPending = false
      return 1
    case 0x07: return 1
    case 0x00..<0x20:
      complaints.append("control \(first)")
      return 1
    default: return character()
    }
  }

  private mutating func escape() -> Int? {
    guard rest.count > 1 else { return nil }
    if rest[1] == UInt8(ascii: "]") {
      guard let end = rest.firstIndex(of: UInt8(ascii: "\\")) else { return nil }
      return end + 1
    }
    guard rest[1] == UInt8(ascii: "[") else {
      complaints.append("escape \(rest[1])")
      return 2
    }
    guard let end = rest.dropFirst(2).firstIndex(where: { (0x40...0x7E).contains($0) }) else {
      return nil
    }
    let body = String(decoding: rest[2..<end], as: UTF8.self)
    let numbers = body.split(separator: ";").map { Int($0) ?? 0 }
    let count = max(1, numbers.first ?? 1)
    switch rest[end] {
    case UInt8(ascii: "A"): row = max(0, row - count)
    case UInt8(ascii: "B"): row = min(rows - 1, row + count)
    case UInt8(ascii: "C"): move(to: column + count)
    case UInt8(ascii: "D"): move(to: column - count)
    case UInt8(ascii: "G"): move(to: count - 1)
    case UInt8(ascii: "H"):
      row = 0
      move(to: 0)
    case UInt8(ascii: "J"):
      if numbers.first == 2 {
        lines = Array(repeating: Line(), count: rows)
      } else {
        eraseToEnd()
        for index in row + 1..<max(row + 1, rows) { lines[index] = Line() }
      }
    case UInt8(ascii: "K"): eraseToEnd()
    case UInt8(ascii: "m"):
      for number in numbers.isEmpty ? [0] : numbers {
        if number == 0 { isDim = false }
        if number == 2 { isDim = true }
      }
    case UInt8(ascii: "h") where body == "?2004": takesPastes = true
    case UInt8(ascii: "l") where body == "?2004": takesPastes = false
    default: complaints.append("sequence \(body)\(UnicodeScalar(rest[end]))")
    }
    return end + 1
  }

  private mutating func move(to place: Int) {
    column = min(max(0, place), columns - 1)
    isPending = false
  }

  private mutating func eraseToEnd() {
    // As xterm does: a held-back column counts as the last one.
    let start = min(column, columns - 1)
    if lines[row].places.count > start { lines[row].places.removeSubrange(start...) }
    lines[row].isWrapped = false
    isPending = false
  }

  private mutating func lineFeed() {
    isPending = false
    if row + 1 < rows {
      row += 1
    } else {
      lines.removeFirst()
      lines.append(Line())
    }
  }

  // MARK: - Characters

  private mutating func character() -> Int? {
    let lead = rest[0]
    let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard rest.count >= length else { return nil }
    for scalar in String(decoding: rest[..<length], as: UTF8.self).unicodeScalars { put(scalar) }
    return length
  }

  private mutating func put(_ scalar: Unicode.Scalar) {
    let width = Self.width(scalar)
    let before = placeBefore()
    let joins =
      joinsEmoji
      && before.map { lines[row].places[$0].text.unicodeScalars.last == "\u{200D}" } ?? false
    if width == 0 || joins || (joinsEmoji && (0x1F3FB...0x1F3FF).contains(scalar.value)) {
      guard let before else { return }
      lines[row].places[before].text.unicodeScalars.append(scalar)
      if scalar == "\u{FE0F}", joinsEmoji, lines[row].places[before].width == 1 {
        lines[row].places[before].width = 2
        set(Place(text: "", width: 0, isDim: isDim), at: column)
        advance(by: 1)
      }
      return
    }
    if isPending || column + width > columns {
      lines[row].isWrapped = true
      column = 0
      lineFeed()
    }
    set(Place(text: String(scalar), width: width, isDim: isDim), at: column)
    if width == 2 { set(Place(text: "", width: 0, isDim: isDim), at: column + 1) }
    advance(by: width)
  }

  private func placeBefore() -> Int? {
    var index = (isPending ? columns : column) - 1
    while index >= 0, index < lines[row].places.count, lines[row].places[index].width == 0 {
      index -= 1
    }
    return index >= 0 && index < lines[row].places.count ? index : nil
  }

  private mutating func advance(by width: Int) {
    column += width
    if column >= columns {
      column = columns - 1
      isPending = true
    }
  }

  private mutating func set(_ place: Place, at index: Int) {
    while lines[row].places.count <= index { lines[row].places.append(Place()) }
    // A wide character that is overwritten in part leaves a blank.
    if place.width > 0 {
      for taken in index..<index + place.width { blank(taken) }
    }
    lines[row].places[index] = place
  }

  /// Makes the character that has the column a blank, in all of its columns.
  private mutating func blank(_ index: Int) {
    guard index < lines[row].places.count else { return }
    let isSecond = lines[row].places[index].width == 0
    let isWide = lines[row].places[index].width == 2
    lines[row].places[index] = Place()
    if isSecond && index > 0 { lines[row].places[index - 1] = Place() }
    if isWide && index + 1 < lines[row].places.count { lines[row].places[index + 1] = Place() }
  }

  static func width(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x300...0x36F, 0x200B...0x200F, 0x20D0...0x20FF, 0xFE00...0xFE0F: return 0
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE6F, 0xFF00...0xFF60, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }

  // MARK: - Resizing

  /// Changes the size; lines that the terminal wrapped are wrapped anew, the bottom stays in sight.
  mutating func resize(columns newColumns: Int, rows newRows: Int) {
    let used = max(row, lines.lastIndex { !$0.places.isEmpty } ?? 0)
    var wrapped: [Line] = []
    var cursor = (row: 0, column: 0)
    var joined: [Place] = []
    var offset: Int?
    for (index, line) in lines[...used].enumerated() {
      if index == row { offset = joined.count + column }
      joined += line.places
      if line.isWrapped && index < used { continue }
      let (rows, place) = Self.wrap(joined, columns: newColumns, cursor: offset)
      if let place { cursor = (wrapped.count + place.row, place.column) }
      wrapped += rows
      joined = []
      offset = nil
    }
    let extra = max(0, max(wrapped.count, cursor.row + 1) - newRows)
    lines = Array(wrapped.dropFirst(extra).prefix(newRows))
    while lines.count < newRows { lines.append(Line()) }
    columns = newColumns
    rows = newRows
    row = max(0, cursor.row - extra)
    column = min(cursor.column, newColumns - 1)
    isPending = false
  }

  /// One line of text as rows, and where the cursor is in them.
  private static func wrap(
    _ places: [Place], columns: Int, cursor: Int?
  ) -> (rows: [Line], cursor: (row: Int, column: Int)?) {
    var rows = [Line()]
    var found: (row: Int, column: Int)?
    for (index, place) in places.enumerated() {
      let last = rows.count - 1
      if place.width > 0 && rows[last].places.count + place.width > columns {
        rows[last].isWrapped = true
        rows.append(Line())
      }
      if index == cursor { found = (rows.count - 1, rows[rows.count - 1].places.count) }
      rows[rows.count - 1].places.append(place)
    }
    if let cursor, found == nil {
      found = (rows.count - 1, rows[rows.count - 1].places.count + cursor - places.count)
    }
    return (rows, found)
  }
}
