import Terminal
import Testing

@Suite struct LineTextTests {
  @Test func movesByCharacters() {
    var text = LineText("ae\u{323}👨\u{200D}👩b")
    #expect(text.boundaries == [0, 1, 3, 6, 7])
    #expect(text.boundary(before: 6) == 3)
    #expect(text.boundary(after: 1) == 3)
    text.cursor = 3
    text.insert("日")
    #expect(text.string == "ae\u{323}日👨\u{200D}👩b")
  }

  @Test func words() {
    let text = LineText("it's été-like, 日本 x_1")
    #expect(text.wordEnd(after: 0) == 4)
    #expect(text.wordEnd(after: 4) == 8)
    #expect(text.wordStart(before: text.scalars.count) == text.scalars.count - 3)
    #expect(text.blankStart(before: 14) == 5)
  }

  @Test(arguments: [
    // What libedit did to "ae◌̣b" scalar by scalar, and what should have happened.
    ("ae\u{323}b", 3, "aeb", 2, "ab", 1), ("ae\u{323}b", 1, "a\u{323}b", 1, "ab", 1),
  ])
  func deletionsTakeWholeCharacters(
    _ old: String, _ oldCursor: Int, _ now: String, _ cursor: Int, _ wanted: String, _ place: Int
  ) {
    let before = LineText(scalars: Array(old.unicodeScalars), cursor: oldCursor)
    let after = LineText(scalars: Array(now.unicodeScalars), cursor: cursor)
    #expect(
      after.repaired(after: before)
        == LineText(scalars: Array(wanted.unicodeScalars), cursor: place))
  }

  @Test func composition() {
    #expect(
      Array(Composition.composed("cafe\u{301} A\u{30A} \u{439}").unicodeScalars)
        == Array("café Å й".unicodeScalars))
    #expect(Array(Composition.composed("q\u{323}").unicodeScalars) == ["q", "\u{323}"])
  }
}

@Suite struct PasteFoldTests {
  @Test func foldsAndUnfolds() {
    var fold = PasteFold()
    #expect(fold.fold("short\ntext") == "short\ntext")
    let large = String(repeating: "x\n", count: 30)
    let token = fold.fold(large)
    #expect(token.unicodeScalars.count == 1)
    #expect(fold.label(token.unicodeScalars.first ?? " ") == "[pasted: 31 lines]")
    #expect(fold.unfold("a\(token)b\(token)") == "a\(large)b\(large)")
    #expect(PasteFold().unfold("a\(token)") == "a\(token)")
  }
}

@Suite struct CompletionTests {
  static let items = [
    Completion("/help "), Completion("/History "), Completion("ice"), Completion("日本"),
  ]

  @Test func matchesTheWordAtTheCursor() {
    let found = Completions.matchingWord(of: "see /H", in: Self.items)
    #expect(found.start == 4)
    #expect(found.items.map(\.text) == ["/help ", "/History "])
    #expect(found.commonPrefix == "/")
    #expect(Completions.matchingWord(of: "", in: Self.items).items.count == 4)
    #expect(Completions.none.commonPrefix == "")
  }
}

@Suite struct PagerTests {
  @Test func countsRowsOfTheScreen() {
    #expect(Pager.rows(of: "one\ntwo\n", columns: 80) == 2)
    #expect(Pager.rows(of: String(repeating: "日", count: 41), columns: 80) == 2)
    #expect(
      Pager.rows(of: "\u{1B}[2m\u{1B}]8;;http://x\u{1B}\\ab\u{1B}]8;;\u{1B}\\\u{1B}[0m", columns: 2)
        == 1)
  }

  @Test(
    arguments: [
      ([:], "less -FRX"), (["PAGER": ""], nil), (["PAGER": "cat"], nil),
      (["PAGER": "less"], "less -FRX"),
      (["PAGER": "less", "LESS": "-R"], "less"), (["PAGER": "most -w"], "most -w"),
    ] as [([String: String], String?)])
  func command(_ environment: [String: String], _ command: String?) {
    #expect(Pager.command(environment) == command)
  }
}

@Suite struct TerminalFactsTests {
  @Test func listsEverythingOnce() throws {
    let probe = try Probe(settings: "bind -v\n")
    let environment = ["HOME": probe.folder, "TERM": "dumb", "NO_COLOR": "1"]
    let facts = TerminalFacts.list(
      environment: environment,
      colour: ColourDecision(choice: .auto, environment: environment, isTerminal: false),
      plain: PlainDecision(
        option: false, environment: environment, inputIsTerminal: true, outputIsTerminal: true),
      history: History(program: "p", environment: environment), width: 40)
    #expect(Set(facts.map(\.key)).count == facts.count)
    func fact(_ key: String) -> [String] {
      facts.filter { $0.key == key }.flatMap { [$0.value, $0.reason] }
    }
    #expect(fact("colour") == ["off", "NO_COLOR is set"])
    #expect(fact("plain") == ["on", "TERM is dumb or unset"])
    #expect(fact("editor") == ["none", "plain mode"])
    #expect(fact("editrc") == [probe.folder + "/.editrc", "in the home folder"])
    #expect(fact("width") == ["40", "--width"])
    #expect(fact("history-mode") == ["none", "not there yet"])
  }

  @Test func everyKeyIsBoundAndExplained() {
    let names = Set(EditorCommand.allCases.map(\.name))
    #expect(names.count == EditorCommand.allCases.count)
    let explained = Set(KeyHelp.all.flatMap(\.commands))
    #expect(EditorCommand.allCases.filter { !explained.contains($0) } == [.insertPaste, .ignore])
    let bound = Set((KeyBindings.main(isVi: false) + KeyBindings.viAlternative).map(\.command))
    #expect(names.subtracting(bound).isEmpty)
  }
}
