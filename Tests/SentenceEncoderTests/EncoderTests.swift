import SentenceEncoder
import TestSupport
import Testing

struct EncoderTests {
  let encoder = SentenceEncoder()

  @Test func vectorsAgreeWithTheReferenceImplementation() {
    #expect(Fixtures.vectors.count == 200)
    var cosines: [Double] = []
    for (text, vector) in zip(Fixtures.texts, Fixtures.vectors) {
      let cosine = cosine(encoder.encode(text), vector)
      #expect(cosine >= 0.99, "\(text.debugDescription)")
      cosines.append(cosine)
    }
    let mean = cosines.reduce(0, +) / Double(cosines.count)
    #expect(mean >= 0.998)
    print("cosine with the reference: least \(cosines.min() ?? 0), mean \(mean)")
  }

  @Test func everyPathGivesTheSameBits() throws {
    let portable = try #require(SentenceEncoder(path: .portable))
    let others = ProcessorPath.allCases.filter { $0 != .portable }
      .compactMap { SentenceEncoder(path: $0) }
    for text in Fixtures.texts {
      let expected = portable.encode(text).map(\.bitPattern)
      for other in others {
        let actual = other.encode(text).map(\.bitPattern)
        #expect(actual == expected, "\(other.path): \(text.debugDescription)")
      }
    }
  }

  /// Holds every processor, this one included, to the bits that were recorded on another. New weights change
  /// them.
  @Test func bitsAreThoseOfOtherProcessors() {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for text in Fixtures.texts {
      for number in encoder.encode(text) {
        hash = (hash ^ UInt64(number.bitPattern)) &* 0x100_0000_01B3
      }
    }
    #expect(hash == 13_038_386_054_569_240_262)
  }

  @Test func aVectorHasLengthOne() {
    for text in Fixtures.texts {
      let length = encoder.encode(text).reduce(0) { $0 + Double($1) * Double($1) }
      #expect(abs(length - 1) < 1e-5, "\(text.debugDescription)")
    }
  }

  @Test func encodingIntoABufferGivesTheSame() {
    var vector = [Float](repeating: 7, count: SentenceEncoder.dimensions)
    vector.withUnsafeMutableBufferPointer { encoder.encode("ice after a run", into: $0) }
    #expect(vector == encoder.encode("ice after a run"))
  }

  @Test func meaningCountsMoreThanWords() {
    let question = encoder.encode("How old are you?")
    let paraphrase = encoder.encode("What is your age?")
    let lookalike = encoder.encode("How old is the moon?")
    #expect(cosine(question, paraphrase) > cosine(question, lookalike))
  }

  @Test func aMegabyteIsCutAndDoesNotCrash() {
    let unit = "stride "
    let long = String(repeating: unit, count: 150_000)
    #expect(encoder.pieces(of: long).count == SentenceEncoder.longestInput)
    #expect(encoder.encode(long) == encoder.encode(String(repeating: unit, count: 126)))
    let blanks = String(repeating: " \u{200B}\u{301}", count: 200_000)
    #expect(encoder.encode(blanks) == encoder.encode(""))
    let word = String(repeating: "ü", count: 500_000)
    #expect(encoder.pieces(of: word).count == 3)
  }

  @Test func repairedBytesDoNotCrash() {
    var generator = SeededGenerator(seed: 1)
    for length in 0..<300 {
      let bytes = (0..<length).map { _ in UInt8(truncatingIfNeeded: generator.next()) }
      let text = String(decoding: bytes, as: UTF8.self)
      let finite = encoder.encode(text).allSatisfy { $0.isFinite }
      #expect(finite, "\(bytes)")
    }
  }

  @Test func threadsDoNotShareMemory() async {
    let texts = Array(Fixtures.texts.prefix(40))
    let expected = texts.map { encoder.encode($0) }
    await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<4 {
        group.addTask { [encoder] in texts.map { encoder.encode($0) } == expected }
      }
      for await same in group { #expect(same) }
    }
  }
}
