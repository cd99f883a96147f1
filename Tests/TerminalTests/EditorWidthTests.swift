import Testing

/// Everything that a line goes through, one after the other, in windows of all widths.
@Suite struct EditorWidthTests {
  @Test(arguments: [20, 80, 200], ["emacs", "vi"])
  func nothingIsLostOrGarbled(_ columns: Int, _ mode: String) throws {
    let terminal = try Probe(mode: mode).start(columns: columns, rows: 30)
    terminal.joinEmoji(columns > 20)
    let line = "ice é 日本 😀 \(EditorKeyTests.family) e\u{323} and ice and ice again"
    var count = 0
    /// Sends the line and waits until it is read.
    func enter(_ keys: String, reads read: String) {
      count += 1
      terminal.type(keys + "\r")
      terminal.wait(forText: "read \(count) <\(read)>")
      terminal.wait(forCursor: "> |")
    }
    enter(line, reads: line)
    enter("roll", reads: "roll")
    enter("ice\u{1B}[A!", reads: line + "!")
    enter("\u{12}日本", reads: line + "!")
    enter("x\u{1B}\ry\\\rz", reads: "x⏎y⏎z")
    enter("\u{1B}[A\u{1B}[A\u{1B}[A\u{1B}[B\u{1B}[5~", reads: line)
    enter("\u{1B}[200~a\nb 日本\u{1B}[201~\u{1B}[D\u{1B}[D-", reads: "a⏎b -日本")
    enter("how l\u{1B}[C", reads: "how long should I ice?")
    enter("/fac\t1", reads: "/facts 1")
    enter("é\t\t", reads: "étude ")
    enter("one two\u{17}\u{1F}\u{1F}", reads: "one ")
    // Two windows narrower, then as before, with half a line.
    terminal.type(line)
    terminal.wait("the line") { !$0.cursorLine.hasSuffix("> |") }
    for width in [columns - 1, columns / 2, columns] {
      terminal.resize(columns: width, rows: 30)
      terminal.type("!")
      terminal.wait("a letter at \(width) columns") { $0.cursorLine.contains("!|") }
      terminal.type("\u{7F}")
      terminal.wait("the letter gone") { !$0.cursorLine.contains("!|") }
    }
    enter("", reads: line)
    terminal.type("\u{4}")
    #expect(terminal.waitForExit() == 0)
    #expect(terminal.changedModes == [])
    #expect(terminal.screen.complaints.isEmpty)
  }
}
