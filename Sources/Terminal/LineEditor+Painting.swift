/// What the line looks like.
extension LineEditor {
  func paint() {
    write(painter.paint(frame(), rows: size.rows))
  }

  /// The line as it stays on the screen: without suggestion, list and note, the cursor at its end.
  func paintFinal(mark: String = "") {
    var frame = Frame(columns: size.columns)
    drawText(in: &frame, text: LineText(scalars: text.scalars, cursor: text.scalars.count))
    frame.put(mark)
    frame.markCursor()
    frame.finish()
    if frame.cursorColumn == 0 && frame.rows.count > 1 && frame.rows.last?.cells.isEmpty == true
      && frame.rows[frame.rows.count - 2].isContinued
    {
      // The text ends at the margin; the empty row below it is the one to go on in.
      frame.rows.removeLast()
      frame.rows[frame.rows.count - 1].isContinued = false
      frame.cursorRow -= 1
    }
    write(painter.paint(frame, rows: size.rows))
    write(painter.leave())
  }

  func frame() -> Frame {
    var frame = Frame(columns: size.columns)
    drawText(in: &frame, text: text)
    if menu == nil, let suggestion { drawSuggestion(suggestion, in: &frame) }
    frame.finish()
    if let menu { menu.draw(in: &frame, rows: size.rows - frame.rows.count) }
    if let note {
      frame.newline()
      frame.put(note, .dim)
    }
    return frame
  }

  /// Prompt and text, with the cursor's place.
  func drawText(in frame: inout Frame, text: LineText) {
    frame.put(configuration.prompt, configuration.promptInk)
    let promptWidth = DisplayWidth.of(configuration.prompt)
    let indent = promptWidth * 2 <= frame.columns ? promptWidth : 0
    var offset = 0
    var isMarked = false
    for character in text.string {
      let length = character.unicodeScalars.count
      if !isMarked && offset + length > text.cursor {
        frame.markCursor(nextWidth: character == "\n" ? 1 : max(1, DisplayWidth.of(character)))
        isMarked = true
      }
      if character == "\n" {
        frame.finish()
        frame.newline()
        frame.put(String(repeating: " ", count: indent))
      } else if let first = character.unicodeScalars.first, let label = fold.label(first) {
        frame.put(label, .dim)
      } else {
        frame.put(character)
      }
      offset += length
    }
    if !isMarked { frame.markCursor() }
  }

  private func drawSuggestion(_ suggestion: String, in frame: inout Frame) {
    let room = frame.remainingColumns - 1
    guard room > 1 else { return }
    let line = suggestion.prefix { $0 != "\n" }
    let isWhole = line.endIndex == suggestion.endIndex && DisplayWidth.of(line) <= room
    var used = 0
    for character in line {
      let width = DisplayWidth.of(character)
      if !isWhole && used + width > room - 1 { break }
      frame.put(character, .dim)
      used += width
    }
    if !isWhole { frame.put("…", .dim) }
  }
}
