/// Brings a frame to the screen with few bytes: what stands there already is not written again.
///
/// It knows the frame that it painted last and where the terminal's cursor is in it. It never reads from
/// the terminal. Rows that go on in the next are left to the terminal's own wrapping, so that a wider
/// window joins them again and copied text has no false newlines.
package struct ScreenPainter: Sendable {
  package let style: Style
  /// What is on the screen; the first row of it may be below the first row of the frame.
  private var shown: Frame?
  private var row = 0
  private var column: Int? = 0
  /// The last column was just written: the terminal wraps before the next character.
  private var isPending = false
  private var top = 0
  private var output = ""
  /// Graphic rendition that the terminal is in.
  private var attributes = ""

  package init(style: Style) {
    self.style = style
  }

  /// Forgets the screen: the cursor is at the start of an empty row.
  package mutating func reset() {
    shown = nil
    row = 0
    column = 0
    isPending = false
    top = 0
  }

  /// Bytes that make the screen look like `frame`; of a frame taller than `rows` the part around the
  /// cursor is shown.
  package mutating func paint(_ frame: Frame, rows: Int) -> String {
    output = ""
    let next = window(of: frame, rows: rows)
    let old = shown?.rows ?? []
    for (index, line) in next.rows.enumerated() {
      let before = index < old.count ? old[index] : nil
      // The row above has been written to its margin: the terminal goes on here by itself.
      let continues =
        index > 0 && next.rows[index - 1].isContinued && isPending && row == index - 1
      if before == line && !continues { continue }
      let same = continues ? 0 : Self.commonPrefix(before?.cells ?? [], line.cells)
      let shrinks = (before?.width ?? 0) > line.width && line.width < next.columns
      if before != nil, same == line.cells.count, !shrinks, !continues { continue }
      place(line, at: index, from: same, isNew: before == nil, continues: continues, next)
      if shrinks {
        setInk(.plain)
        output += "\u{1B}[K"
      }
    }
    setInk(.plain)
    if old.count > next.rows.count {
      move(toRow: next.rows.count - 1, column: nil)
      move(down: 1)
      output += "\r\u{1B}[J"
      column = 0
      isPending = false
    }
    move(toRow: next.cursorRow, column: next.cursorColumn)
    shown = next
    return output
  }

  /// Bytes that take the frame off the screen and leave the cursor where it began.
  package mutating func erase() -> String {
    output = ""
    move(toRow: 0, column: 0)
    output += "\u{1B}[J"
    reset()
    return output
  }

  /// As `erase`, after the terminal has changed its width and wrapped the rows anew, where it does.
  package mutating func erase(afterResizeTo columns: Int, rewraps: Bool) -> String {
    guard let frame = shown else { return "" }
    let above = rewraps ? frame.cursorRow(rewrappedTo: columns) : frame.cursorRow
    output = "\r" + (above > 0 ? "\u{1B}[\(above)A" : "") + "\u{1B}[J"
    reset()
    return output
  }

  /// Bytes that leave the frame where it is and go to the row below it.
  package mutating func leave() -> String {
    output = ""
    if let frame = shown { move(toRow: frame.rows.count - 1, column: nil) }
    output += "\r\n"
    reset()
    return output
  }

  // MARK: - Pieces

  private mutating func window(of frame: Frame, rows: Int) -> Frame {
    let height = max(1, rows)
    guard frame.rows.count > height else {
      top = 0
      return frame
    }
    if frame.cursorRow < top { top = frame.cursorRow }
    if frame.cursorRow >= top + height { top = frame.cursorRow - height + 1 }
    top = min(top, frame.rows.count - height)
    var part = frame
    part.rows = Array(frame.rows[top..<top + height])
    part.rows[height - 1].isContinued = false
    part.cursorRow -= top
    return part
  }

  private mutating func place(
    _ line: Row, at index: Int, from start: Int, isNew: Bool, continues: Bool, _ frame: Frame
  ) {
    if continues && start == 0 {
      if line.cells.isEmpty { output += " \r\u{1B}[K" }
      row = index
      column = 0
      isPending = false
    } else if isNew && index > 0 {
      move(toRow: index - 1, column: nil)
      output += "\r\n"
      row = index
      column = 0
      isPending = false
    } else {
      move(toRow: index, column: line.cells[..<start].reduce(0) { $0 + $1.width })
    }
    for cell in line.cells[start...] {
      setInk(cell.ink)
      let room = frame.columns - (column ?? 0)
      if cell.isAmbiguous {
        // A terminal that draws it narrower leaves the rest of its columns as they were.
        let start = (column ?? 0) + 1
        output += String(repeating: " ", count: cell.width) + "\u{1B}[\(start)G"
      }
      output += cell.text(within: room)
      let end = (column ?? 0) + cell.width
      column = end
      isPending = end >= frame.columns
      if cell.isAmbiguous {
        isPending = false
        let target = min(end, frame.columns - 1)
        output += "\u{1B}[\(target + 1)G"
        column = end < frame.columns ? target : nil
        // What the terminal has drawn beyond; all that follows in the row is written anew.
        if end < frame.columns { output += "\u{1B}[K" }
      }
    }
  }

  private mutating func move(toRow target: Int, column wanted: Int?) {
    if target < row { output += "\u{1B}[\(row - target)A" }
    if target > row { move(down: target - row) }
    row = target
    guard let wanted, wanted != column || isPending else { return }
    output += wanted == 0 ? "\r" : "\u{1B}[\(wanted + 1)G"
    column = wanted
    isPending = false
  }

  private mutating func move(down count: Int) {
    output += "\u{1B}[\(count)B"
    row += count
  }

  private mutating func setInk(_ next: Ink) {
    let parameters = next.editorParameters(colour: style.colour)
    guard parameters != attributes else { return }
    output += parameters.isEmpty ? "\u{1B}[0m" : "\u{1B}[0;\(parameters)m"
    attributes = parameters
  }

  private static func commonPrefix(_ left: [Cell], _ right: [Cell]) -> Int {
    var count = 0
    while count < left.count, count < right.count, left[count] == right[count] { count += 1 }
    return count
  }
}

extension Ink {
  /// Weight is no colour: a dim suggestion stays dim without colour, else it would look typed.
  fileprivate func editorParameters(colour: Bool) -> String {
    if colour { return parameters }
    switch self {
    case .dim: return "2"
    case .strong: return "1"
    default: return ""
    }
  }
}
