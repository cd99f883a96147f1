internal import Knowledge
internal import Language
internal import Synchronization

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
  /// The words of each question, from the first message on.
  private let words = WordsOnce()

  private final class WordsOnce: Sendable {
    let value = Mutex<[Set<String>]?>(nil)
  }

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
    let questions = self.words.value.withLock { value in
      let words = value ?? entries.map { Self.words(Tokenizer.tokens(in: $0.asked)) }
      value = words
      return words
    }
    var best: (entry: Entry, score: Double)?
    for (entry, own) in zip(entries, questions)
    where entry.topics.isEmpty || topics.isEmpty
      || !entry.topics.allSatisfy({ !topics.contains($0) })
    {
      // Sets of very different sizes cannot share enough.
      let (less, more) = own.count < words.count ? (own, words) : (words, own)
      guard Double(less.count) >= Self.least * Double(more.count) else { continue }
      let shared = Double(less.count { more.contains($0) })
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
