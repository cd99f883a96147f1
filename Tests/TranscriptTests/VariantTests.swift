import Dialogue
import Testing
import Transcripts

@Suite struct VariantTests {
  static let changes: [(variant: Variant, message: String, changed: String)] = [
    (.capitals, "is ice ok?", "IS ICE OK?"),
    (.smallLetters, "Is ICE ok?", "is ice ok?"),
    (.noPunctuation, "heel, 3/10, at 5.5 km... ok?", "heel 3/10 at 5.5 km ok"),
    (.noPunctuation, "heel,arch", "heel arch"),
    (.spelling, "a metre of color", "a meter of colour"),
    (.noApostrophes, "don't and it’s", "dont and its"),
    (.curlyQuotes, "don't say \"no\"", "don’t say “no”"),
    (.doubledSpaces, "a b c", "a  b  c"),
    (.swappedLetters, "is it ok", "is it ok"),
    (.capitals, "/save x", "/save x"),
  ]

  @Test(arguments: changes)
  func changesOnlyTheForm(variant: Variant, message: String, changed: String) {
    #expect(variant.applied(to: message) == changed)
  }

  @Test(arguments: [
    Variant.swappedLetters, .droppedLetter, .doubledLetter, .neighbourKey, .filler,
  ])
  func aTypoChangesOneLongWord(variant: Variant) {
    let message = "is stretching any good"
    let changed = variant.applied(to: message)
    #expect(changed == variant.applied(to: message))
    #expect(changed.contains("any good"))
    if variant != .filler { #expect(changed.hasPrefix("is s")) }
    #expect(abs(changed.count - message.count) <= 1 || variant == .filler)
  }

  @Test func reportsWhichVariantBrokeWhat() {
    let subject = TranscriptSubject(
      state: { 0 },
      respond: { message, _ in
        message.contains("  ") ? Stub.answer("rolling", "No.") : Stub.ice
      })
    let text = "    > does ice help\n    | cold pack\n    ...\n"
    let (transcript, _) = TranscriptParser.parse(text, path: "a.md")
    let result = VariantRun(TranscriptRunner(subject)).run(transcript)
    #expect(result.failures.map(\.variant) == [.doubledSpaces])
    #expect(result.failures.first?.place == Place(path: "a.md", line: 1, column: 5))
    let report = VariantReport([result])
    #expect(!report.isPassed(bar: 0.98))
    #expect(report.text.hasPrefix("a.md:1: doubled spaces: rolling, not ice\n"))
  }

  @Test func aTranscriptMayHaveNone() {
    let (transcript, _) = TranscriptParser.parse(
      "    @ variants: none\n    > does ice help\n    ...\n", path: "a.md")
    #expect(VariantRun(TranscriptRunner(Stub.subject())).run(transcript).tried.isEmpty)
    #expect(VariantReport([]).isPassed(bar: 1))
  }
}
