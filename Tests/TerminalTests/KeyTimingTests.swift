import Testing

/// Prints how long a key takes in a text of 1,000 characters; the aim is at most a millisecond. It does
/// not fail on a slow machine: `make bench` and people look at the figures.
@Suite struct KeyTimingTests {
  @Test func workForAKey() throws {
    let probe = try Probe()
    probe.arguments.append("--time")
    let terminal = try probe.start(columns: 80, rows: 24)
    let text = String(repeating: "heel pain é ", count: 83)
    terminal.type("\u{1B}[200~" + text + "\u{1B}[201~")
    terminal.wait("the text") { $0.cursorLine.hasSuffix("é |") || $0.cursorLine.hasSuffix("é|") }
    // One key at a time: each is painted before the next is typed.
    for index in 0..<100 {
      let letter = ["x", "\u{1B}[D", "y", "\u{7F}"][index % 4]
      let before = terminal.written.count
      terminal.type(letter)
      terminal.wait("key \(index)") { _ in terminal.written.count > before }
    }
    terminal.type("\u{3}\u{4}")
    #expect(terminal.waitForExit() == 0)
    let figures = terminal.screen.text.first { $0.contains(" keys, middle ") }
    print("work for a key at 1,000 characters: \(figures ?? "not measured")")
    #expect(figures != nil)
  }
}
