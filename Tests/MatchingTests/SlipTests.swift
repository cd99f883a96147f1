import CompiledKnowledge
import Knowledge
import Matching
import Testing

@Suite struct SlipTests {
  @Test func theSameSeedGivesTheSameSlips() {
    var first = SlipMaker(seed: 3)
    var second = SlipMaker(seed: 3)
    for text in ["how long should I ice", "planter fasciitis", "my heel hurts in the morning"] {
      let slip = first.slip(in: text)
      #expect(slip == second.slip(in: text))
      #expect(slip != nil && abs((slip ?? "").count - text.count) <= 1, "\(slip ?? "nil")")
    }
    #expect(first.slip(in: "is it ok") == nil)
  }

  /// A slip in a phrasing hardly ever takes its topic away; what it costs unseen messages is printed by
  /// `firststep eval --folds`.
  @Test func oneSlipCostsLittle() throws {
    let blob = try CompiledKnowledge.blob
    var knowledge = try KnowledgeBase(blob)
    try knowledge.readPhrasings(from: blob)
    let matcher = try Matcher(blob)
    var maker = SlipMaker(seed: 11)
    var lost: [String] = []
    var count = 0
    for set in knowledge.phrasings where set.topic != Intent.outsideLabel {
      for text in set.phrasings.prefix(60).enumerated().filter({ $0.offset % 15 == 0 }) {
        guard let slipped = maker.slip(in: text.element) else { continue }
        count += 1
        let first = matcher.match(slipped).candidates.first
        if first?.intent?.id != set.topic { lost.append("\(slipped) (\(set.topic))") }
      }
    }
    #expect(count > 100)
    #expect(Double(lost.count) <= 0.05 * Double(count), "\(lost.count) of \(count): \(lost)")
  }
}
