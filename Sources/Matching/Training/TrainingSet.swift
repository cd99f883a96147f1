package import Knowledge

/// What the matcher learns from: texts, each with what it is about.
package struct TrainingSet: Sendable {
  package struct Example: Hashable, Sendable {
    package var text: String
    /// Index into `intents`.
    package var intent: Int
    /// Index into `owners` of the part that it asks for.
    var owner: Int?
  }

  /// In the order in which they were first seen.
  package private(set) var intents: [Intent] = []
  package private(set) var examples: [Example] = []
  /// For an intent the others that its answer names as worth seeing too.
  package private(set) var neighbours: [Int: Set<Int>] = [:]
  /// What is known of words.
  package var lexicon = Lexicon()
  /// Parts, gaps and differences that some examples ask for.
  private(set) var owners: [PartOwner] = []
  private var indices: [Intent: Int] = [:]
  /// Place of the example with an intent and some words.
  private var seen: [String: Int] = [:]

  package init() {}

  /// Adds a text unless one with the same words and the same intent is there.
  package mutating func add(_ text: String, _ intent: Intent) {
    add(text, intent, owner: nil)
  }

  private mutating func add(_ text: String, _ intent: Intent, owner: Int?) {
    let index = self.index(of: intent)
    let key = "\(index) " + Phrase.key(text)
    if let place = seen[key] {
      if let owner { examples[place].owner = owner }
      return
    }
    seen[key] = examples.count
    examples.append(Example(text: text, intent: index, owner: owner))
  }

  /// Adds the questions that a part, a gap or a difference answers.
  private mutating func add(_ texts: [String], asking owner: PartOwner) {
    guard let topic = owner.topics.first else { return }
    owners.append(owner)
    for text in texts { add(text, .topic(topic), owner: owners.count - 1) }
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
      for part in topic.parts {
        add(
          part.asked,
          asking: PartOwner(
            reference: .part(topic: topic.id, id: part.id), topics: [topic.id],
            aspects: Set(part.aspects)))
      }
      for other in topic.seeAlso { addNeighbour(.topic(other), of: .topic(topic.id)) }
    }
    for gap in knowledge.gaps {
      add(gap.asked, asking: PartOwner(reference: .gap(gap.id), topics: gap.topics, aspects: []))
    }
    for difference in knowledge.differences {
      add(
        difference.asked,
        asking: PartOwner(
          reference: .difference(difference.id), topics: difference.topics,
          aspects: [.difference]))
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
