internal import Knowledge
internal import Language

/// The words of a text by their stems, each with how much it says.
struct WeighedWords: Sendable {
  /// Weight of each stem.
  private(set) var weights: [String: Double] = [:]
  /// How it asks: "how", "when", "which" ...
  private var openers: Set<String> = []

  init(_ words: [String], _ scale: WordScale) {
    for word in words {
      let stem = WordStem.of(word)
      weights[stem] = scale.weight(of: word, stem: stem)
      if Self.openers.contains(word) { openers.insert(word) }
    }
  }

  /// Cosine of the two, a little less where they ask in different ways.
  func likeness(to other: WeighedWords) -> Double {
    var shared = 0.0
    var own = 0.0
    var others = 0.0
    for (stem, weight) in weights {
      own += weight
      if other.weights[stem] != nil { shared += weight }
    }
    for weight in other.weights.values { others += weight }
    guard own > 0, others > 0 else { return 0 }
    let likeness = shared / (own * others).squareRoot()
    return openers == other.openers ? likeness : likeness * 0.85
  }

  private static let openers: Set<String> = ["how", "why", "when", "which", "where", "who"]
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
