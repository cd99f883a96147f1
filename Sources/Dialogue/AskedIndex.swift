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
    for entry in entries
    where entry.topics.isEmpty || topics.isEmpty
      || !entry.topics.allSatisfy({ !topics.contains($0) })
    {
      let own = Self.words(Tokenizer.tokens(in: entry.asked))
      let shared = Double(own.intersection(words).count)
      let score = shared * shared / Double(max(1, own.count) * max(1, words.count))
      if score >= Self.least, score > best?.score ?? 0 { best = (entry, score) }
    }
    return best?.entry
  }

  /// Squared cosine of the sets of words; three of four shared words reach it.
  private static let least = 0.55

  private static func words(_ tokens: [Token]) -> Set<String> {
    Set(tokens.filter { $0.kind != .punctuation }.map(\.text))
  }
}
