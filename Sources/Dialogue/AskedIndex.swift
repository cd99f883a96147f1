internal import Knowledge
internal import Language

/// Finds the difference between the documents, or the gap in them, that a message asks for.
///
/// It compares words only; the matcher has found the topic.
struct AskedIndex: Sendable {
  struct Entry: Sendable {
    var narrower: Understanding.Narrower
    /// Topics it belongs to; empty where it is about the sources themselves.
    var topics: [String]
    fileprivate var asked: String
  }

  private let entries: [Entry]
  /// The words of each question.
  private let words = Kept<Int, [WordKey]>()

  init(_ knowledge: KnowledgeBase) {
    var entries: [Entry] = []
    for difference in knowledge.differences {
      for asked in difference.asked {
        entries.append(
          Entry(
            narrower: .difference(difference.id), topics: difference.topics,
            asked: asked))
      }
    }
    for gap in knowledge.gaps {
      for asked in gap.asked {
        entries.append(
          Entry(
            narrower: .gap(gap.id), topics: gap.topics,
            asked: asked))
      }
    }
    self.entries = entries
  }

  /// The entry whose question shares most words with the message, among those of the topics and
  /// those about the sources themselves; nil where too few are shared.
  func best(for tokens: [Token], topics: [String]) -> Entry? {
    let words = Self.words(tokens)
    var best: (entry: Entry, score: Double)?
    for (place, entry) in entries.enumerated()
    where entry.topics.isEmpty || topics.isEmpty
      || !entry.topics.allSatisfy({ !topics.contains($0) })
    {
      let own = self.words.value(for: place) { Self.words(Tokenizer.tokens(in: entry.asked)) }
      // Sets of very different sizes cannot share enough.
      let (less, more) = (min(own.count, words.count), max(own.count, words.count))
      guard Double(less) >= Self.least * Double(more) else { continue }
      let shared = Double(Self.shared(own, words))
      let score = shared * shared / Double(max(1, own.count) * max(1, words.count))
      if score >= Self.least, score > best?.score ?? 0 { best = (entry, score) }
    }
    return best?.entry
  }

  /// Squared cosine of the sets of words; three of four shared words reach it.
  private static let least = 0.55

  /// Different words, sorted by key.
  private static func words(_ tokens: [Token]) -> [WordKey] {
    Set(tokens.lazy.filter { $0.kind != .punctuation }.map { WordKey($0.text) }).sorted()
  }

  private static func shared(_ one: [WordKey], _ other: [WordKey]) -> Int {
    var count = 0
    var place = 0
    for key in one {
      while place < other.count, other[place] < key { place += 1 }
      if place < other.count, other[place] == key { count += 1 }
    }
    return count
  }
}
