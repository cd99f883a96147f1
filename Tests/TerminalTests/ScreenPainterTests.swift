import Terminal
import TestSupport
import Testing

/// Painting only what has changed must look like painting all of it.
@Suite struct ScreenPainterTests {
  static let pieces = [
    "a", "word ", "é", "e\u{301}", "日", "本語", "😀", "👨\u{200D}👩\u{200D}👧", "❤\u{FE0F}", "🇫🇷", "\n",
    " ",
    "a long piece of text that reaches the margin", "\u{301}", "\t",
  ]

  private func frame(_ text: [String], cursor: Int, below: Int, columns: Int) -> Frame {
    var frame = Frame(columns: columns)
    frame.put("> ", .accent)
    for (index, piece) in text.enumerated() {
      if index == cursor {
        frame.markCursor(nextWidth: max(1, DisplayWidth.of(piece.first ?? " ")))
      }
      for character in piece {
        if character == "\n" {
          frame.finish()
          frame.newline()
        } else {
          frame.put(character)
        }
      }
    }
    if cursor >= text.count { frame.markCursor() }
    frame.finish()
    for row in 0..<below {
      frame.newline()
      frame.put("  item \(row)", .dim)
    }
    return frame
  }

  @Test(arguments: [9, 20, 80], [true, false])
  func changesLookLikeTheWhole(_ columns: Int, _ joins: Bool) {
    var random = SeededGenerator(seed: UInt64(columns))
    for _ in 0..<60 {
      let rows = Int.random(in: 2...12, using: &random)
      var painter = ScreenPainter(style: Style(colour: true, links: false))
      var screen = ScreenEmulator(columns: columns, rows: 12)
      screen.joinsEmoji = joins
      screen.feed(Array("before\r\n".utf8))
      var text: [String] = []
      for _ in 0..<30 {
        switch Int.random(in: 0..<6, using: &random) {
        case 0 where !text.isEmpty: text.remove(at: Int.random(in: 0..<text.count, using: &random))
        case 1 where !text.isEmpty: text.removeLast()
        case 2: text = []
        default:
          text.insert(
            Self.pieces.randomElement(using: &random) ?? "",
            at: Int.random(in: 0...text.count, using: &random))
        }
        let cursor = Int.random(in: 0...text.count, using: &random)
        let below = Int.random(in: 0..<3, using: &random)
        let next = frame(text, cursor: cursor, below: below, columns: columns)
        screen.feed(Array(painter.paint(next, rows: rows).utf8))
        var fresh = ScreenPainter(style: Style(colour: true, links: false))
        var whole = ScreenEmulator(columns: columns, rows: 12)
        whole.joinsEmoji = joins
        whole.feed(Array(painterOutput(&fresh, next, rows: rows).utf8))
        // A frame that is taller than the screen is shown from where it was shown before.
        guard next.rows.count <= rows else { continue }
        let shown = Array(screen.text.suffix(whole.text.count))
        #expect(shown == whole.text, "\(text) at \(cursor)")
        #expect(screen.column == whole.column, "\(text) at \(cursor)")
        #expect(screen.complaints.isEmpty)
      }
    }
  }

  private func painterOutput(_ painter: inout ScreenPainter, _ frame: Frame, rows: Int) -> String {
    painter.paint(frame, rows: rows)
  }

  @Test func aLetterAtTheEndIsOneByte() {
    var painter = ScreenPainter(style: .plain)
    _ = painter.paint(frame(["abc"], cursor: 1, below: 0, columns: 80), rows: 24)
    #expect(painter.paint(frame(["abcd"], cursor: 1, below: 0, columns: 80), rows: 24) == "d")
    #expect(painter.paint(frame(["abcd"], cursor: 1, below: 0, columns: 80), rows: 24) == "")
  }

  @Test func erasingAfterAResizeLeavesWhatIsAbove() {
    var random = SeededGenerator(seed: 5)
    for _ in 0..<200 {
      var columns = Int.random(in: 12...60, using: &random)
      var painter = ScreenPainter(style: .plain)
      var screen = ScreenEmulator(columns: columns, rows: 40)
      screen.feed(Array("before\r\n".utf8))
      let text = (0..<Int.random(in: 1...9, using: &random)).map { _ in
        ["word ", "日本", "longer words here ", "\n", "é"].randomElement(using: &random) ?? ""
      }
      let cursor = Int.random(in: 0...text.count, using: &random)
      screen.feed(
        Array(painter.paint(frame(text, cursor: cursor, below: 1, columns: columns), rows: 40).utf8)
      )
      for _ in 0..<4 {
        columns = Int.random(in: 12...60, using: &random)
        screen.resize(columns: columns, rows: 40)
        screen.feed(Array(painter.erase(afterResizeTo: columns, rewraps: true).utf8))
        #expect(screen.text.first == "before", "\(text) at \(cursor), \(columns) columns")
        screen.feed(
          Array(
            painter.paint(frame(text, cursor: cursor, below: 1, columns: columns), rows: 40).utf8))
        #expect(screen.text.filter { $0 == "before" }.count == 1)
      }
    }
  }
}
