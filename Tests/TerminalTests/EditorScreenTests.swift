import Testing

/// What stands on the screen while a line is edited.
@Suite struct EditorScreenTests {
  @Test(arguments: ["emacs", "vi"]) func wrapsAndFollowsTheCursor(_ mode: String) throws {
    let terminal = try Probe(mode: mode).start(columns: 20)
    terminal.type("abcdefghijklmnopqr")
    terminal.wait(forCursor: "|")
    terminal.wait(forRows: ["> abcdefghijklmnopqr"])
    terminal.type("日本")
    terminal.wait(forCursor: "日本|")
    terminal.type("\u{1}X")
    terminal.wait(forCursor: "> X|abcdefghijklmnopq")
    terminal.wait(forRows: ["> Xabcdefghijklmnopq", "r日本"])
    terminal.type("\u{5}\u{7F}\u{7F}\u{7F}\u{7F}")
    terminal.wait(forCursor: "> Xabcdefghijklmnop|")
    terminal.wait(forRows: ["> Xabcdefghijklmnop"])
  }

  @Test(arguments: ["emacs", "vi"]) func aWideLetterDoesNotFitAtTheMargin(_ mode: String) throws {
    let terminal = try Probe(mode: mode).start(columns: 20)
    terminal.type("abcdefghijklmnopq日x")
    terminal.wait(forCursor: "日x|")
    terminal.type("\u{1B}[D\u{1B}[D\u{7F}")
    terminal.wait(forCursor: "> abcdefghijklmnop|日")
    terminal.wait(forRows: ["x"])
  }

  @Test(arguments: [true, false], ["emacs", "vi"])
  func familiesNeverShiftTheCursor(_ joins: Bool, _ mode: String) throws {
    let terminal = try Probe(mode: mode).start()
    terminal.joinEmoji(joins)
    terminal.type("a\(EditorKeyTests.family)b")
    terminal.wait("the cursor in column 6") { $0.column == 6 }
    terminal.type("\u{1B}[D\u{1B}[D")
    terminal.wait("the cursor in column 3") { $0.column == 3 }
    terminal.type("\u{1B}[3~")
    terminal.wait(forCursor: "> a|b")
  }

  @Test(arguments: ["emacs", "vi"]) func linesOfOneMessageAreIndented(_ mode: String) throws {
    let terminal = try Probe(mode: mode).start()
    terminal.type("one\u{1B}\rtwo\u{1B}\rthree\u{1B}[A")
    terminal.wait(forCursor: "  two|")
    terminal.wait(forRows: ["> one", "  two", "  three"])
    terminal.type("\r")
    terminal.wait(forText: "read 1 <one⏎two⏎three>")
  }

  @Test(arguments: ["emacs", "vi"]) func suggestsTheRestOfALine(_ mode: String) throws {
    let probe = try Probe(mode: mode)
    let terminal = try probe.start()
    terminal.type("does ro")
    terminal.wait(forCursor: "> does ro|lling help?")
    #expect(terminal.screen.dimText == "lling help?")
    terminal.type("\u{1B}[1;5C")
    terminal.wait(forCursor: "> does rolling| help?")
    terminal.type("\u{1B}[C")
    terminal.wait(forCursor: "> does rolling help?|")
    terminal.type("\u{3}does x\r")
    terminal.wait(forText: "read 1 <does x>")
    // What was entered comes before what the caller knows.
    terminal.type("does ")
    terminal.wait(forCursor: "> does |x")
    terminal.type("\r")
    terminal.wait(forText: "read 2 <does >")
    #expect(terminal.screen.text.contains("> does"))
  }

  @Test(arguments: ["emacs", "vi"]) func suggestionsEndAtTheMargin(_ mode: String) throws {
    let terminal = try Probe(mode: mode).start(columns: 20)
    terminal.type("how")
    terminal.wait(forCursor: "> how| long should …")
    terminal.type("\u{5}")
    terminal.wait(forText: "> how long should I ice?")
  }

  @Test(arguments: ["emacs", "vi"]) func completesAndDescribes(_ mode: String) throws {
    let terminal = try Probe(mode: mode).start()
    terminal.type("/f\t")
    terminal.wait(forText: "/facts   what you have told so far")
    terminal.wait(forRows: [
      "> /f", "  /facts   what you have told so far", "  /forget  forget it",
    ])
    terminal.type("\t")
    terminal.wait(forText: "> /facts   what")
    terminal.wait(forCursor: "> /facts |")
    terminal.type("\t")
    terminal.wait(forCursor: "> /forget |")
    terminal.type("\u{1B}[Z")
    terminal.wait(forCursor: "> /facts |")
    terminal.type("x")
    terminal.wait(forCursor: "> /facts x|")
    terminal.wait(forRows: ["> /facts x"])
    terminal.type("\u{15}日\té\t")
    terminal.wait(forText: "étage")
    terminal.wait(forRows: ["> 日本 ét", "  étude  a study", "  étage  a floor"])
  }

  @Test(arguments: ["emacs", "vi"]) func aListFitsASmallScreen(_ mode: String) throws {
    let terminal = try Probe(mode: mode).start(columns: 20, rows: 4)
    terminal.type("/\t")
    terminal.wait(forText: "2 more")
    terminal.wait(forRows: [
      "> /", "  /facts    what yo…", "  /forget   forget …", "  2 more; Tab goes …",
    ])
  }

  @Test(arguments: ["emacs", "vi"]) func searchesBackAndForward(_ mode: String) throws {
    let terminal = try Probe(mode: mode).start()
    for line in ["Ice [a.b] čaj", "roll 😀", "ice ÉTÉ"] { terminal.type(line + "\r") }
    terminal.wait(forText: "read 3 <")
    terminal.type("draft\u{12}ice")
    terminal.wait(forCursor: "search: ice|")
    terminal.type("\u{12}")
    terminal.wait("the line before") { $0.text.suffix(2) == ["> Ice [a.b] čaj", "search: ice"] }
    terminal.type("\u{13}")
    terminal.wait("the line after") { $0.text.suffix(2) == ["> ice ÉTÉ", "search: ice"] }
    terminal.type("\u{7}")
    terminal.wait(forCursor: "> draft|")
    for (query, found) in [
      ("[a", "Ice [a.b] čaj"), ("Č", "Ice [a.b] čaj"), ("😀", "roll 😀"), ("e\u{301}t", "ice ÉTÉ"),
    ] {
      terminal.type("\u{12}" + query)
      let isFound = query != "Č"
      terminal.wait(query) {
        $0.text.suffix(2) == [
          isFound ? "> " + found : "> draft", (isFound ? "search: " : "not found: ") + query,
        ]
      }
      terminal.type("\u{7}")
      terminal.wait(forCursor: "> draft|")
    }
    terminal.type("\u{12}čaj\r")
    terminal.wait(forText: "read 4 <Ice [a.b] čaj>")
  }

  @Test(arguments: ["emacs", "vi"]) func goesThroughLinesThatBeginAlike(_ mode: String) throws {
    let terminal = try Probe(mode: mode).start()
    for line in ["ice a", "roll", "ice b", "ice b"] { terminal.type(line + "\r") }
    terminal.wait(forText: "read 4 <")
    terminal.type("ice\u{1B}[A")
    terminal.wait(forCursor: "> ice b|")
    terminal.type("\u{1B}[A")
    terminal.wait(forCursor: "> ice a|")
    terminal.type("\u{1B}[A\u{1B}[B")
    terminal.wait(forCursor: "> ice b|")
    terminal.type("\u{1B}[B")
    terminal.wait(forCursor: "> ice|")
    terminal.type("\u{15}\u{1B}[A\u{1B}[A")
    terminal.wait(forCursor: "> roll|")
    if mode == "vi" {
      terminal.type("\u{1B}kA!")
      terminal.wait(forCursor: "> ice a!|")
    }
  }

  @Test(arguments: ["emacs", "vi"]) func aLongDraftComesBack(_ mode: String) throws {
    let terminal = try Probe(mode: mode).start(columns: 200, rows: 50)
    terminal.type("first\r")
    terminal.wait(forText: "read 1 <")
    let draft = String(repeating: "0123456789", count: 300)
    terminal.type(draft + "\u{1B}[5~\u{1B}[6~")
    terminal.type("\u{12}first")
    terminal.wait(forText: "> first")
    terminal.type("\u{7}\u{1B}[A\u{1B}[B\r")
    terminal.wait(forText: "read 2 length 3000")
    let sum = draft.utf8.reduce(UInt32(5381)) { $0 &* 33 &+ UInt32($1) }
    terminal.wait(forText: "sum \(sum)")
  }

  @Test(arguments: ["emacs", "vi"]) func aTextTallerThanTheScreen(_ mode: String) throws {
    let terminal = try Probe(mode: mode).start(columns: 20, rows: 5)
    terminal.type((1...12).map { "line \($0)" }.joined(separator: "\u{1B}\r"))
    terminal.wait(forCursor: "  line 12|")
    #expect(terminal.screen.text.first == "  line 8")
    terminal.type(String(repeating: "\u{1B}[A", count: 11))
    terminal.wait(forCursor: "> line 1|")
    terminal.wait(forRows: ["> line 1", "  line 2", "  line 3", "  line 4", "  line 5"])
    terminal.type("!\u{1B}[B?")
    terminal.wait(forCursor: "  line 2?|")
    terminal.type("\r")
    terminal.wait(forText: "⏎line 12>")
    let written = String(decoding: terminal.written, as: UTF8.self)
    #expect(written.range("read 1 <line 1!⏎line 2?⏎line 3⏎") != nil)
  }

  @Test(arguments: ["emacs", "vi"]) func largePastesAreFolded(_ mode: String) throws {
    let terminal = try Probe(mode: mode).start()
    let large = String(repeating: "0123456789é日😀\n", count: 5_000)
    terminal.type("see \u{1B}[200~" + large + "\u{1B}[201~ there")
    terminal.wait(forCursor: "> see [pasted: 5000 lines] there|")
    terminal.type("\r")
    let whole = "see " + large.dropLast() + " there"
    let sum = whole.utf8.reduce(UInt32(5381)) { $0 &* 33 &+ UInt32($1) }
    terminal.wait(forText: "read 1 length \(whole.utf8.count) sum \(sum)")
    terminal.type("\u{1B}[A")
    terminal.wait(forCursor: "> [pasted: 5000 lines]|")
    terminal.type("\r")
    terminal.wait(forText: "read 2 length \(whole.utf8.count) sum \(sum)")
  }

  @Test(arguments: ["emacs", "vi"]) func manyLettersWithoutBrackets(_ mode: String) throws {
    let terminal = try Probe(mode: mode).start()
    let text = String(repeating: "abcdefghi ", count: 1_000)
    terminal.type(text + "\r")
    let sum = text.utf8.reduce(UInt32(5381)) { $0 &* 33 &+ UInt32($1) }
    terminal.wait(forText: "read 1 length \(text.utf8.count) sum \(sum)")
  }

  @Test(arguments: ["emacs", "vi"]) func resizingKeepsTheText(_ mode: String) throws {
    let terminal = try Probe(mode: mode).start(columns: 40, rows: 12)
    terminal.type("one\r")
    terminal.wait(forText: "read 1 <one>")
    let text = "The quick brown fox jumps over the lazy dog and 日本 runs on"
    terminal.type(text)
    terminal.wait(forText: "runs on")
    for columns in [60, 25, 33, 80, 20, 40] {
      terminal.resize(columns: columns, rows: 12)
      terminal.wait("the text at \(columns) columns") { screen in
        let rows = screen.unwrappedText
        return rows.contains { $0.hasPrefix("> " + text) }
          && screen.unwrappedText.joined().range("brown", isEnd: false) != nil
      }
      // Once it answers a key, it has dealt with the new width.
      terminal.type("!")
      terminal.wait("a letter at \(columns) columns") { $0.cursorLine.contains("!|") }
      #expect(terminal.screen.text.filter { $0.hasPrefix("> The") }.count == 1, "\(columns)")
      #expect(terminal.screen.text.filter { $0.hasPrefix("read 1") }.count == 1, "\(columns)")
      terminal.type("\u{7F}")
      terminal.wait("the letter gone at \(columns) columns") { !$0.cursorLine.contains("!") }
    }
    terminal.type("\r")
    terminal.wait(forText: "read 2 <\(text)>")
  }
}
