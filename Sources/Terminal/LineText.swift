/// The text of the line and the cursor in it, counted in Unicode scalars as libedit counts them.
package struct LineText: Equatable, Sendable {
  package var scalars: [Unicode.Scalar]
  /// 0 to the count of scalars.
  package var cursor: Int

  package init(scalars: [Unicode.Scalar] = [], cursor: Int = 0) {
    self.scalars = scalars
    self.cursor = min(max(0, cursor), scalars.count)
  }

  /// The text with the cursor at its end.
  package init(_ text: String) {
    scalars = Array(text.unicodeScalars)
    cursor = scalars.count
  }

  package var string: String { Self.string(scalars[...]) }
  package var isEmpty: Bool { scalars.isEmpty }
  package var isAtEnd: Bool { cursor == scalars.count }
  package var beforeCursor: String { Self.string(scalars[..<cursor]) }

  package static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  /// Where the user's characters (grapheme clusters) begin, and the end of the text.
  package var boundaries: [Int] {
    var starts: [Int] = []
    starts.reserveCapacity(scalars.count + 1)
    if scalars.allSatisfy({ $0.value < 0x300 && $0 != "\r" }) {
      starts += 0...scalars.count
      return starts
    }
    var offset = 0
    for character in string {
      starts.append(offset)
      offset += character.unicodeScalars.count
    }
    starts.append(offset)
    return starts
  }

  package func boundary(before offset: Int) -> Int {
    boundaries.last { $0 < offset } ?? 0
  }

  package func boundary(after offset: Int) -> Int {
    boundaries.first { $0 > offset } ?? scalars.count
  }

  package mutating func insert(_ text: String) {
    let added = Array(text.unicodeScalars)
    scalars.insert(contentsOf: added, at: cursor)
    cursor += added.count
  }

  /// Takes the range out and leaves the cursor at its start.
  @discardableResult
  package mutating func remove(_ range: Range<Int>) -> [Unicode.Scalar] {
    let removed = Array(scalars[range])
    scalars.removeSubrange(range)
    cursor = range.lowerBound
    return removed
  }
}

// MARK: - Lines and words

extension LineText {
  /// Start of the line (between newlines) that the cursor is in.
  package var lineStart: Int {
    (scalars[..<cursor].lastIndex(of: "\n") ?? -1) + 1
  }

  package var lineEnd: Int {
    scalars[cursor...].firstIndex(of: "\n") ?? scalars.count
  }

  /// The place as many characters into the line above or below as the cursor is into its own.
  package func place(linesDown: Int) -> Int? {
    let start = lineStart
    let end = lineEnd
    guard linesDown < 0 ? start > 0 : end < scalars.count else { return nil }
    let from = linesDown < 0 ? LineText(scalars: scalars, cursor: start - 1).lineStart : end + 1
    let to = LineText(scalars: scalars, cursor: from).lineEnd
    let starts = boundaries
    let column = starts.count { start <= $0 && $0 < cursor }
    let places = starts.filter { from <= $0 && $0 <= to }
    return column < places.count ? places[column] : to
  }

  /// End of the word at or after `offset`.
  package func wordEnd(after offset: Int) -> Int {
    var place = offset
    while place < scalars.count, !Self.isWord(scalars[place]) { place += 1 }
    while place < scalars.count, Self.isWord(scalars[place]) { place += 1 }
    return place
  }

  /// Start of the word before `offset`.
  package func wordStart(before offset: Int) -> Int {
    var place = offset
    while place > 0, !Self.isWord(scalars[place - 1]) { place -= 1 }
    while place > 0, Self.isWord(scalars[place - 1]) { place -= 1 }
    return place
  }

  /// Start of what stands between blanks before `offset`, as Ctrl-W in a shell takes it.
  package func blankStart(before offset: Int) -> Int {
    var place = offset
    while place > 0, scalars[place - 1].properties.isWhitespace { place -= 1 }
    while place > 0, !scalars[place - 1].properties.isWhitespace { place -= 1 }
    return place
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x80 {
      return ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
        || ("0"..."9").contains(scalar) || scalar == "_" || scalar == "'"
    }
    switch scalar.properties.generalCategory {
    case .spaceSeparator, .lineSeparator, .paragraphSeparator, .dashPunctuation, .openPunctuation,
      .closePunctuation, .initialPunctuation, .finalPunctuation, .otherPunctuation, .control:
      return false
    default: return true
    }
  }
}

// MARK: - What libedit does by scalars, repaired to whole characters

extension LineText {
  /// The text as it should be after libedit changed `old` into this one, scalar by scalar.
  ///
  /// A deletion that took a part of a character takes the rest of it, so does a letter that was written
  /// over one, and a cursor that moved into one moves on to its edge; nil where nothing is to be repaired.
  package func repaired(after old: LineText) -> LineText? {
    if scalars == old.scalars {
      guard cursor != old.cursor, cursor > 0, cursor < scalars.count else { return nil }
      let starts = boundaries
      guard !starts.contains(cursor) else { return nil }
      let before = starts.last { $0 < cursor } ?? 0
      let after = starts.first { $0 > cursor } ?? scalars.count
      let next = cursor > old.cursor && after < scalars.count ? after : before
      return LineText(scalars: scalars, cursor: next)
    }
    let removed = old.scalars.count - scalars.count
    if removed == 0 { return overwritten(old) }
    guard removed > 0, old.scalars.contains(where: { $0.value >= 0x300 }) else { return nil }
    var start = 0
    while start < scalars.count, scalars[start] == old.scalars[start] { start += 1 }
    // Equal neighbours leave open where the removed part was; the cursor tells.
    start = min(start, cursor)
    guard Array(scalars[start...]) == Array(old.scalars[(start + removed)...]) else { return nil }
    let starts = old.boundaries
    let from = starts.last { $0 <= start } ?? 0
    let to = starts.first { $0 >= start + removed } ?? old.scalars.count
    guard from != start || to != start + removed else { return nil }
    var text = old
    text.remove(from..<to)
    return text
  }
  /// As `repaired`, where one scalar of `old` stands replaced (`r` and `R` of vi).
  private func overwritten(_ old: LineText) -> LineText? {
    guard let place = scalars.indices.first(where: { scalars[$0] != old.scalars[$0] }),
      scalars[(place + 1)...] == old.scalars[(place + 1)...]
    else { return nil }
    let starts = old.boundaries
    let from = starts.last { $0 <= place } ?? 0
    let to = starts.first { $0 > place } ?? old.scalars.count
    // A letter that only changes its case keeps its marks.
    guard to - from > 1, !Self.differInCase(scalars[place], old.scalars[place]) else { return nil }
    var text = old
    text.remove(from..<to)
    text.scalars.insert(scalars[place], at: from)
    text.cursor = cursor <= place ? from : from + 1
    return text
  }

  private static func differInCase(_ left: Unicode.Scalar, _ right: Unicode.Scalar) -> Bool {
    left.properties.lowercaseMapping == right.properties.lowercaseMapping
  }
}
