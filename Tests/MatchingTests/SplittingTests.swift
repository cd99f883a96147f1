import CompiledKnowledge
import Knowledge
import Matching
import Testing

@Suite struct SplittingTests {
  private static let matcher = try? Matcher(CompiledKnowledge.blob)

  @Test(arguments: [
    (
      "Would an operation fix it? And how long does healing usually take?",
      ["surgery", "recovery-time"]
    ),
    ("how many minutes of ice, and how do I use a ball on the sole?", ["ice", "rolling"]),
    ("do i need insoles? do i need different shoes?", ["orthotics", "shoes"]),
    (
      "Tell me how taping works, and whether I'd sleep in a splint.", ["taping", "night-splint"]
    ),
  ])
  func twoRequestsAreAnsweredInTheirOrder(message: String, topics: [String]) throws {
    let result = try #require(Self.matcher).match(message)
    #expect(result.stage == .split)
    #expect(result.decision == .answer(topics))
  }

  @Test(arguments: [
    "Should I stretch my calves and my foot before bed and after work?",
    "Golf ball, tennis ball, frozen bottle... which one for rolling?",
    "Physio, podiatrist or doctor: who do I go to?",
    "Does what I eat and drink and how I sleep change how fast it heals?",
  ])
  func oneRequestIsNotParted(message: String) throws {
    #expect(try #require(Self.matcher).match(message).stage != .split)
  }

  @Test func aPhrasingNeedsNoEncoder() throws {
    let blob = try CompiledKnowledge.blob
    var knowledge = try KnowledgeBase(blob)
    try knowledge.readPhrasings(from: blob)
    let texts = knowledge.phrasings.compactMap { group in
      group.phrasings.first { $0.contains { $0.isLetter } }
    }
    #expect(texts.count > 40)
    let plain = try Matcher(blob, encoder: nil)
    for text in texts {
      let result = try #require(Self.matcher).match(text.uppercased())
      #expect(result.stage == .exact, "\(text)")
      #expect(plain.match(text.uppercased()) == result, "\(text)")
    }
  }
}
