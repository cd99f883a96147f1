import SentenceEncoder
import Testing

struct TokenizerTests {
  let encoder = SentenceEncoder()

  @Test func piecesAreThoseOfTheReferenceTokenizer() {
    #expect(Fixtures.texts.count == Fixtures.pieces.count)
    for (text, pieces) in zip(Fixtures.texts, Fixtures.pieces) {
      #expect(encoder.pieces(of: text) == pieces, "\(text.debugDescription)")
    }
  }

  @Test(arguments: ["", " \t\u{0}\u{FFFD}\u{200B}", "\u{301}\u{AD}"])
  func nothingToReadLeavesTheMarkers(text: String) {
    #expect(encoder.pieces(of: text) == [101, 102])
  }

  @Test func aMarkerInATextIsText() {
    #expect(encoder.pieces(of: "[SEP]").count == 5)
  }

  @Test(arguments: [(100, false), (101, true)])
  func aWordOfMoreThanAHundredCharactersIsUnknown(length: Int, unknown: Bool) {
    let word = String(repeating: "x", count: length)
    #expect((encoder.pieces(of: word) == [101, 100, 102]) == unknown)
  }

  @Test func composedAndDecomposedAreTheSame() {
    #expect(
      encoder.pieces(of: "caf\u{E9} \u{AC01}")
        == encoder.pieces(of: "cafe\u{301} \u{1100}\u{1161}\u{11A8}"))
  }
}
