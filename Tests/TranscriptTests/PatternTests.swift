import Testing
import Transcripts

/// Comparison of expected lines with the text of a reply.
@Suite struct PatternTests {
  static let reply = """
    Yes, for 10 to 15 minutes after a run [1]. It helps with pain.

    - Wrap the ice.
    - Skip it where the skin is broken [2].

    Related: rolling · stretching
    """

  /// Expected lines and whether they accept the reply.
  static let cases: [(lines: String, isAccepted: Bool)] = [
    ("...", true),
    ("Yes, for 10 to 15 minutes\nafter a run [1]. It helps\nwith pain.\n...", true),
    ("Yes, for 10 to 15 minutes after a run [1].\n...", true),
    ("Yes, [..]\n...", true),
    ("Yes, [..] It helps with pain.\n...", true),
    ("Yes, for [..]5 minutes [..]pain.\n...", true),
    ("No, [..]\n...", false),
    ("...\nRelated: [..]", true),
    ("...\nrelated: [..]", false),
    ("...\nWrap the ice.\n...", true),
    ("...\nUnwrap the ice.\n...", false),
    ("Yes, [..]\n\n- Wrap the ice.\n- Skip it [..]\n\nRelated: [..]", true),
    ("Yes, [..]\n- Wrap the ice.\n- Skip it [..]\n\nRelated: [..]", false),
    ("Yes, [..]\n\n- Wrap the ice.\n\nRelated: [..]", false),
    ("Yes, [..]\n\n...\n\n? Related: [..]", true),
    ("Yes, [..]\n\n? Not there at all.\n\n- Wrap the ice. [..]\n\n? Related: [..]", true),
    ("? Not there.\nYes, [..]\n...", true),
    ("Yes, [..]\n\n- Wrap [..]\n\n? Related: rolling", false),
    ("! chronic", true),
    ("! Wrap the ice.", false),
    ("...\n! Skip [..] broken", false),
    ("Yes, [..]", false),
    ("", true),
  ]

  @Test(arguments: cases)
  func accepts(lines: String, isAccepted: Bool) {
    let body = lines.split(separator: "\n", omittingEmptySubsequences: false).map { "    \($0)" }
    let text = "    > a\n" + body.joined(separator: "\n")
    let (transcript, problems) = TranscriptParser.parse(text, path: "a.md")
    #expect(problems.isEmpty)
    #expect(transcript.turns.first?.reply.accepts(Self.reply) == isAccepted)
  }

  @Test func manyWildcardsDoNotTakeForever() {
    let lines = String(repeating: "    a\n    ...\n", count: 60) + "    z\n"
    let (transcript, _) = TranscriptParser.parse("    > a\n" + lines, path: "a.md")
    let reply = [String](repeating: "a", count: 600).joined(separator: " ")
    #expect(transcript.turns.first?.reply.accepts(reply) == false)
  }

  @Test func differencesAreASentenceALine() {
    let (transcript, _) = TranscriptParser.parse(
      "    > a\n    Yes, for 20 minutes after a run [1]. It helps\n    with pain.\n    ...\n",
      path: "a.md")
    let diff = transcript.turns.first.map { DiffLine.compare($0.reply, with: Self.reply) } ?? []
    #expect(
      diff.map(\.description) == [
        "- Yes, for 20 minutes after a run [1].",
        "+ Yes, for 10 to 15 minutes after a run [1].",
        "  It helps with pain.",
        "  ...",
      ])
  }

  /// Words or expressions, and whether they are in the reply.
  static let patterns: [(pattern: TextPattern, isFound: Bool)] = [
    (.words("10 TO 15 minutes"), true), (.words("pain. - wrap"), true), (.words("hours"), false),
    (.expression("1[05] minutes"), true), (.expression("^yes"), true),
    (.expression("no\\b"), false),
  ]

  @Test(arguments: patterns)
  func finds(pattern: TextPattern, isFound: Bool) {
    #expect(pattern.isFound(in: Self.reply) == isFound)
  }
}
