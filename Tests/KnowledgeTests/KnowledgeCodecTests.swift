import CompiledKnowledge
import Knowledge
import Testing

/// The model survives the way into a container and back, and damage to it is an error.
@Suite struct KnowledgeCodecTests {
  static let sample: KnowledgeBase = {
    let sentence = Sentence(
      text: "Für 10 Minuten …", claims: ["B1", "B2"], gaps: ["L1"], editorial: "Our own.")
    var knowledge = KnowledgeBase()
    knowledge.sources = [
      Source(
        id: "blog", title: nil, publisher: "p", shortName: "s", address: "https://example.org",
        doi: nil, pubmed: "1", date: "not stated", grade: .seed, reportedBy: nil,
        interests: "sells a guide", reviewBy: "2027-11-21"),
      Source(
        id: "x", title: "t", publisher: "p", shortName: "s", address: nil, doi: "10.1/1",
        pubmed: nil, date: "2020", grade: .reported, reportedBy: "r", interests: nil,
        reviewBy: "2027-11-21"),
    ]
    knowledge.speakers = [Speaker(id: "coach", name: "the coach", credentials: nil)]
    knowledge.claims = [
      Claim(
        id: "B1", source: "blog", locator: "l", speaker: "coach", says: "s", figures: ["10"],
        hedges: ["may"], conditions: ["if"], unusedReason: nil),
      Claim(
        id: "B2", source: "blog", locator: "l", speaker: nil, says: "s", figures: [], hedges: [],
        conditions: [], unusedReason: "because"),
    ]
    let part = Part(
      id: "p", title: "t", aspects: Aspect.allCases, asked: ["a"], sentences: [sentence])
    knowledge.topics = [
      Topic(
        id: "ice", title: "Ice", answer: [sentence], parts: [part], differs: ["D1"],
        seeAlso: ["rolling"], followUps: ["?"], offersTriage: true)
    ]
    knowledge.differences = [
      Difference(
        id: "D1", question: "q", asked: ["a"], blog: [sentence], healthline: [], meanwhile: [],
        topics: ["ice"])
    ]
    knowledge.gaps = [
      Gap(id: "L1", missing: "m", asked: [], says: [sentence], topics: ["ice"])
    ]
    knowledge.smallTalk = [SmallTalk(id: "thanks", replies: ["r", "s"])]
    knowledge.nearMisses = [
      NearMiss(id: "n", name: "n", says: [sentence], phrasings: ["p", "q"])
    ]
    knowledge.declines = [Decline(reason: "dose", replies: ["r"], asked: ["a"])]
    knowledge.phrasings = [
      PhrasingSet(topic: "ice", group: nil, phrasings: ["p"]),
      PhrasingSet(topic: "none", group: "food", phrasings: ["bread"]),
    ]
    return knowledge
  }()

  static var bytes: [UInt8] {
    var writer = BlobWriter()
    sample.addSections(to: &writer)
    return writer.finish()
  }

  @Test func theModelComesBack() throws {
    try Self.bytes.withUnsafeBytes { bytes in
      let blob = try Blob(bytes: bytes)
      var knowledge = try KnowledgeBase(blob)
      #expect(knowledge.phrasings.isEmpty)
      #expect(knowledge.nearMiss("n")?.phrasings == [])
      #expect(knowledge.decline("dose")?.asked == [])
      try knowledge.readPhrasings(from: blob)
      #expect(knowledge == Self.sample)
    }
  }

  @Test func damagedBytesAreAnErrorOrAModelAndNeverACrash() {
    let bytes = Self.bytes
    for index in bytes.indices {
      for value: UInt8 in [0, 1, 64, 127, 255] {
        var damaged = bytes
        damaged[index] = value
        damaged.withUnsafeBytes { bytes in
          guard let blob = try? Blob(bytes: bytes), var knowledge = try? KnowledgeBase(blob) else {
            return
          }
          try? knowledge.readPhrasings(from: blob)
        }
      }
    }
  }

  @Test func lookupsFindWhatIsThere() {
    let knowledge = Self.sample
    #expect(knowledge.claim("B2")?.unusedReason == "because")
    #expect(knowledge.claim("B3") == nil)
    #expect(knowledge.claim("B1").flatMap { knowledge.speaker(of: $0) }?.name == "the coach")
    #expect(knowledge.claim("B1").flatMap { knowledge.source(of: $0) }?.id == "blog")
    #expect(knowledge.topic("ice")?.part("p")?.title == "t")
  }

  /// What the build compiled in can be read, and fast enough to be read at every start.
  @Test func theCompiledKnowledgeIsReadAtOnce() throws {
    let blob = try CompiledKnowledge.blob
    var best = Duration.seconds(1)
    for _ in 0..<20 {
      let clock = ContinuousClock()
      best = min(best, try clock.measure { _ = try KnowledgeBase(CompiledKnowledge.blob) })
    }
    var knowledge = try KnowledgeBase(blob)
    try knowledge.readPhrasings(from: blob)
    #expect(!knowledge.phrasings.isEmpty)
    #expect(best < .milliseconds(5), "took \(best)")
    print("decoding \(knowledge.claims.count) claims, \(knowledge.topics.count) topics: \(best)")
  }
}
