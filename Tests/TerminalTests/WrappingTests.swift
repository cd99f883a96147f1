import Terminal
import Testing

@Suite struct WrappingTests {
  @Test(
    "Columns of a grapheme cluster",
    arguments: [
      ("a", 1), ("é", 1), ("e\u{301}", 1), ("日", 2), ("😀", 2), ("👨‍👩‍👧", 2), ("❤️", 2), ("\u{200B}", 0),
      ("한", 2), ("ｱ", 1), ("Ａ", 2),
    ] as [(Character, Int)])
  func width(character: Character, columns: Int) {
    #expect(DisplayWidth.of(character) == columns)
  }

  @Test func breaksAtBlanksAndHangs() {
    let wrapping = Wrapping(width: 20, firstIndent: "  1  ", hangingIndent: "     ")
    #expect(
      wrapping.lines("a limp beyond the first steps") == [
        "  1  a limp beyond", "     the first steps",
      ])
  }

  @Test func cutsOnlyWordsThatFillMoreThanALine() {
    let lines = Wrapping(width: 10).lines("short 日本語日本語日本語 end")
    #expect(lines.allSatisfy { DisplayWidth.of($0) <= 10 })
    #expect(lines.joined().replacing(" ", with: "") == "short日本語日本語日本語end")
  }

  @Test func keepsLineBreaksAndEmptyLines() {
    #expect(Wrapping(width: 20).lines("a\n\nb") == ["a", "", "b"])
  }
}

@Suite struct ColourDecisionTests {
  @Test(
    arguments: [
      (ColourChoice.auto, ["TERM": "xterm"], true, true),
      (.auto, ["TERM": "xterm"], false, false),
      (.auto, ["TERM": "dumb"], true, false),
      (.auto, ["TERM": "xterm", "NO_COLOR": "1"], true, false),
      (.auto, ["TERM": "xterm", "NO_COLOR": ""], true, true),
      (.auto, ["TERM": "xterm", "CLICOLOR": "0"], true, false),
      (.auto, ["CLICOLOR_FORCE": "1"], false, true),
      (.auto, ["CLICOLOR_FORCE": "0"], false, false),
      (.auto, ["FORCE_COLOR": "1", "NO_COLOR": "1"], true, false),
      (.always, ["NO_COLOR": "1"], false, true),
      (.never, ["TERM": "xterm"], true, false),
    ] as [(ColourChoice, [String: String], Bool, Bool)])
  func decides(
    choice: ColourChoice, environment: [String: String], isTerminal: Bool, expected: Bool
  ) {
    let decision = ColourDecision(
      choice: choice, environment: environment, isTerminal: isTerminal)
    #expect(decision.isOn == expected, "\(decision.reason)")
  }
}
