import Testing
import Transcripts

@Suite struct ParserTests {
  @Test func readsProseMessagesRepliesAndMeaning() {
    let text = """
      # Ice after a run

      A runner asks.

          > is ice
          > any good
          | does ice help
          Yes, [..]

          ...
          ? Related: ice
          ! Great question
          @ topic: ice
          @ not cites: blog

      The end.
      """
    let (transcript, problems) = TranscriptParser.parse(text, path: "a/b.md")
    #expect(problems.isEmpty)
    #expect(transcript.title == "Ice after a run")
    #expect(transcript.theme == "a")
    #expect(transcript.name == "b")
    #expect(transcript.turns.count == 1)
    let turn = transcript.turns.first
    #expect(turn?.message == "is ice\nany good")
    #expect(turn?.phrasings.map(\.text) == ["does ice help"])
    #expect(turn?.place == Place(path: "a/b.md", line: 5, column: 5))
    #expect(
      turn?.reply.lines.map(\.kind) == [.text, .blank, .anything, .optional, .forbidden])
    #expect(turn?.meaning.map(\.source) == ["topic: ice", "not cites: blog"])
    #expect(turn?.meaning.map(\.isNegated) == [false, true])
  }

  @Test func readsAFenceMarkedTranscript() {
    let text = """
      ```transcript
      > hello
      ...
      ```

      ```sh
      > not a message
      ```
      """
    let (transcript, problems) = TranscriptParser.parse(text, path: "README.md")
    #expect(problems.isEmpty)
    #expect(transcript.turns.map(\.message) == ["hello"])
  }

  @Test func keepsWindowsLineEndsOutOfTheWords() {
    let (transcript, problems) = TranscriptParser.parse("    > ice\r\n    Yes\r\n", path: "a.md")
    #expect(problems.isEmpty)
    #expect(transcript.turns.first?.message == "ice")
    #expect(transcript.turns.first?.reply.lines.first?.text == "Yes")
  }

  @Test func readsSetUp() {
    let text = """
          @ date 2026-11-21
          @ given age 58, run=1 walk=unknown, level=mild
          @ variants: none

          > ice
          ...
      """
    let (transcript, problems) = TranscriptParser.parse(text, path: "a.md")
    #expect(problems.isEmpty)
    #expect(!transcript.allowsVariants)
    guard case .date("2026-11-21", _) = transcript.steps.first else {
      Issue.record("no date: \(transcript.steps)")
      return
    }
    guard case .given(let given, _) = transcript.steps.dropFirst().first else {
      Issue.record("nothing given: \(transcript.steps)")
      return
    }
    #expect(
      given == [
        .fact("age", "58"), .slot("run", 1), .slot("walk", nil), .slotWord("level", "mild"),
      ])
  }

  /// Each text with the one thing that is wrong with it.
  static let wrong: [(text: String, error: String)] = [
    ("> hello", "a.md:1:1: error: a message stands in an indented block"),
    ("    Hello.", "a.md:1:5: error: an expected reply without a message"),
    ("    > a\n\nprose\n\n      late", "a.md:5:7: error: expected reply after prose"),
    ("    > a\n    b\n    | c", "a.md:3:5: error: '|' gives other words"),
    ("    @ topic: ice\n    > a", "a.md:1:5: error: '@ topic' says what a reply must mean"),
    ("    > a\n    @ topik: ice", "a.md:2:5: error: unknown '@ topik'; did you mean '@ topic'?"),
    ("    > a\n    @ topic:", "a.md:2:5: error: '@ topic' needs a value"),
    ("    > a\n    @ not never: b", "a.md:2:5: error: '@ not never' is not possible"),
    ("    > a\n    @ kind: joke", "a.md:2:13: error: 'joke' is no value for '@ kind'"),
    ("    > a\n    @ slot run", "a.md:2:12: error: 'run' is no value for '@ slot'"),
    ("    > a\n    @ says: /(/", "a.md:2:13: error: '/(/' is not a regular expression"),
    ("    > a\n    ?", "a.md:2:5: error: nothing after '?'"),
    ("    @ date 21.11.2026\n    > a", "a.md:1:12: error: '21.11.2026' is no value for '@ date'"),
    ("```transcript\n> a\n...", "a.md:1:1: error: this fence is never closed"),
    ("    > a\n    ...\n    @ variants: none", "a.md:3:5: error: '@ variants' belongs before"),
    ("Only prose.", "a.md:1:1: error: no message"),
  ]

  @Test(arguments: wrong)
  func reportsWhatIsWrong(text: String, error: String) {
    let (_, problems) = TranscriptParser.parse(text, path: "a.md")
    #expect(problems.count == 1, "\(problems.map(\.description))")
    #expect(problems.first?.description.hasPrefix(error) == true, "\(problems.map(\.description))")
  }

  @Test func reportsAllErrorsOfAFileAtOnce() {
    let text = "    > a\n    @ topik: x\n    @ kind: joke\n    @ slot run\n"
    let (_, problems) = TranscriptParser.parse(text, path: "a.md")
    #expect(problems.map(\.place.line) == [2, 3, 4])
  }

  @Test func reportsNamesThatNothingHas() {
    var vocabulary = Vocabulary()
    vocabulary.topics = ["rolling", "ice"]
    let (_, problems) = TranscriptParser.parse(
      "    > a\n    @ topic: roling\n    @ outcome: emergncy\n", path: "a.md",
      vocabulary: vocabulary)
    #expect(
      problems.map(\.description) == [
        "a.md:2:5: error: unknown topic 'roling'; did you mean 'rolling'?",
        "a.md:3:5: error: unknown outcome 'emergncy'; did you mean 'emergency'?",
      ])
  }
}
