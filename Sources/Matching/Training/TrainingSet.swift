package import Knowledge

/// What the matcher learns from: texts, each with what it is about.
package struct TrainingSet: Sendable {
  package struct Example: Hashable, Sendable {
    package var text: String
    /// Index into `intents`.
    package var intent: Int

    package init(text: String, intent: Int) {
      self.text = text
      self.intent = intent
    }
  }

  /// In the order in which they were first seen.
  package private(set) var intents: [Intent] = []
  package private(set) var examples: [Example] = []
  /// For an intent the others that its answer names as worth seeing too.
  package private(set) var neighbours: [Int: Set<Int>] = [:]
  /// What is known of words.
  package var lexicon = Lexicon()
  private var indices: [Intent: Int] = [:]
  private var seen: Set<String> = []

  package init() {}

  /// Adds a text unless one with the same words and the same intent is there.
  package mutating func add(_ text: String, _ intent: Intent) {
    let index = self.index(of: intent)
    let key = "\(index) " + Phrase.key(text)
    guard seen.insert(key).inserted else { return }
    examples.append(Example(text: text, intent: index))
  }

  package mutating func index(of intent: Intent) -> Int {
    if let index = indices[intent] { return index }
    indices[intent] = intents.count
    intents.append(intent)
    return intents.count - 1
  }

  /// Says that the answer to one intent leads on to another.
  package mutating func addNeighbour(_ other: Intent, of intent: Intent) {
    let index = index(of: other)
    neighbours[self.index(of: intent), default: []].insert(index)
  }

  /// All phrasings of the knowledge, with the questions that parts, gaps, differences, near misses
  /// and declines name.
  package init(_ knowledge: KnowledgeBase) {
    lexicon = knowledge.lexicon
    let topics = Set(knowledge.topics.map(\.id))
    func intent(_ set: PhrasingSet) -> Intent {
      if set.topic == Intent.outsideLabel { return .outOfScope(set.group ?? "other") }
      return topics.contains(set.topic) ? .topic(set.topic) : .smallTalk(set.topic)
    }
    for set in knowledge.phrasings {
      let intent = intent(set)
      for text in set.phrasings { add(text, intent) }
    }
    for topic in knowledge.topics {
      for text in topic.parts.flatMap(\.asked) { add(text, .topic(topic.id)) }
      for other in topic.seeAlso { addNeighbour(.topic(other), of: .topic(topic.id)) }
    }
    for gap in knowledge.gaps {
      if let topic = gap.topics.first { for text in gap.asked { add(text, .topic(topic)) } }
    }
    for difference in knowledge.differences {
      if let topic = difference.topics.first {
        for text in difference.asked { add(text, .topic(topic)) }
      }
    }
    for miss in knowledge.nearMisses {
      for text in miss.phrasings { add(text, .nearMiss(miss.id)) }
    }
    for decline in knowledge.declines {
      for text in decline.asked { add(text, .outOfScope(decline.reason)) }
    }
  }

  /// The same examples, those of one intent after the other.
  func grouped() -> TrainingSet {
    var set = self
    let order = examples.indices.sorted {
      (examples[$0].intent, $0) < (examples[$1].intent, $1)
    }
    set.examples = order.map { examples[$0] }
    return set
  }

  /// For each example the fold that holds it out: examples of an intent are dealt out in turn, in
  /// an order that depends on a fixed seed only.
  func folds(_ count: Int) -> [Int] {
    var random = SplitMix64(seed: 0xF01D)
    var order = Array(examples.indices)
    random.shuffle(&order)
    var dealt = [Int](repeating: 0, count: intents.count)
    var folds = [Int](repeating: 0, count: examples.count)
    for example in order {
      let intent = examples[example].intent
      // Small groups start at different folds, so that all folds are of one size.
      folds[example] = (dealt[intent] + intent) % count
      dealt[intent] += 1
    }
    return folds
  }
}
