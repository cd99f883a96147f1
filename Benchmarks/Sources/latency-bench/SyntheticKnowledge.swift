import Matching

/// Phrasings and questions made of syllables, by a fixed seed.
struct SyntheticKnowledge {
  private let topics: Int
  private var state: UInt64 = 42
  private let shared: [String]

  private static let syllables = [
    "ba", "ce", "di", "fo", "gu", "ha", "je", "ki", "lo", "mu", "na", "pe", "ri", "so", "tu", "va",
  ]

  init(topics: Int) {
    self.topics = topics
    shared = (0..<60).map { SyntheticKnowledge.word($0, length: 2) }
  }

  private mutating func number(below limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(limit))
  }

  /// A word that stands for a number; different numbers give different words.
  private static func word(_ number: Int, length: Int) -> String {
    var rest = number
    var word = ""
    for _ in 0..<length {
      word += syllables[rest % syllables.count]
      rest /= syllables.count
    }
    return word
  }

  /// A phrasing of eight words, three of them of the topic.
  private mutating func phrasing(of topic: Int) -> String {
    (0..<8).map { place in
      place % 3 == 1
        ? SyntheticKnowledge.word(topic * 12 + number(below: 12), length: 4)
        : shared[number(below: shared.count)]
    }.joined(separator: " ")
  }

  mutating func trainingSet() -> TrainingSet {
    var set = TrainingSet()
    for topic in 0..<topics {
      for _ in 0..<20 { set.add(phrasing(of: topic), .topic("topic-\(topic)")) }
    }
    for _ in 0..<200 {
      set.add(phrasing(of: topics + number(below: 1000)), .outOfScope("other"))
    }
    return set
  }

  mutating func question() -> String {
    phrasing(of: number(below: topics))
  }
}
