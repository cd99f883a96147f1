internal import Knowledge
internal import Language

/// The words of a text by their stems, each with how much it says.
struct WeighedWords: Sendable {
  /// Stems with their weights, in the order of their keys.
  private let stems: [(key: WordKey, weight: Double)]
  private let total: Double
  /// How it asks: "how", "when", "which" ..., a bit each.
  private let openers: UInt8

  init(_ words: [String], _ scale: WordScale) {
    var weights: [WordKey: Double] = [:]
    var openers: UInt8 = 0
    for word in words {
      let stem = WordStem.of(word)
      weights[WordKey(stem)] = scale.weight(of: word, stem: stem)
      if let place = Self.openers.firstIndex(of: word) { openers |= 1 << place }
    }
    stems = weights.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    total = stems.reduce(0) { $0 + $1.weight }
    self.openers = openers
  }

  func contains(stem: String) -> Bool {
    let key = WordKey(stem)
    return stems.contains { $0.key == key }
  }

  /// Cosine of the two, a little less where they ask in different ways.
  func likeness(to other: WeighedWords) -> Double {
    guard total > 0, other.total > 0 else { return 0 }
    var shared = 0.0
    var place = 0
    for (key, weight) in stems {
      while place < other.stems.count, other.stems[place].key < key { place += 1 }
      if place < other.stems.count, other.stems[place].key == key { shared += weight }
    }
    let likeness = shared / (total * other.total).squareRoot()
    return openers == other.openers ? likeness : likeness * 0.85
  }

  private static let openers = ["how", "why", "when", "which", "where", "who"]
}

/// How much a word says in a question on one topic.
struct WordScale: Sendable {
  /// Words that carry no topic.
  let functionWords: Set<String>
  /// Stems that name the topic itself.
  let own: Set<String>
  /// Stems of a question on the topic as a whole.
  var general: Set<String> = []

  func weight(of word: String, stem: String) -> Double {
    if Self.little.contains(word) { return 0.15 }
    if Self.frame.contains(word) { return 0.3 }
    if own.contains(stem) || Self.everywhere.contains(stem) { return 0.3 }
    return functionWords.contains(word) ? 0.6 : 1
  }

  /// Whether a word asks for something beyond the topic itself.
  func isContent(_ word: String, stem: String) -> Bool {
    weight(of: word, stem: stem) == 1 && word.utf8.count > 1 && !general.contains(stem)
  }

  private static let little: Set<String> = [
    "a", "an", "the", "i", "i'm", "i've", "i'd", "me", "my", "you", "your", "it", "it's", "its",
    "this", "that", "is", "are", "was", "were", "be", "been", "am", "do", "does", "did", "have",
    "has", "had", "to", "of", "in", "on", "at", "for", "with", "and", "so", "or", "then", "but",
    "just", "please", "there", "any", "some", "can", "could", "should", "would", "will", "may",
    "them", "they", "these", "those", "what", "what's", "get", "if", "we", "us",
  ]

  /// Words that frame a question on anything.
  private static let frame: Set<String> = [
    "good", "bad", "best", "worth", "help", "helps", "helpful", "work", "works", "try", "trying",
    "need", "matter", "matters", "point", "thoughts", "tell", "about", "use", "useful", "using",
    "anything", "allowed", "recommend", "recommended", "idea", "effective", "opinion", "opinions",
    "advice", "tips", "explain", "info", "information", "way", "important", "necessary", "really",
    "actually", "ever", "all", "getting",
  ]

  /// Stems that stand in questions on any topic here.
  private static let everywhere: Set<String> = [
    "heel", "foot", "pain", "hurt", "sor", "run", "runner", "plantar", "fasciiti", "fascia", "pf",
    "thing", "someth", "anyth", "hi", "hello", "surgeon", "therapist", "physio", "coach",
    "healthlin", "articl", "say", "get",
  ]
}
