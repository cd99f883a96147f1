internal import Knowledge
internal import Language
internal import Matching

/// What each topic can be asked for, word by word; read when a topic is first asked for, and kept.
struct TopicIndex: Sendable {
  /// A part, gap or difference of a topic.
  struct Entry: Sendable {
    var reference: PartReference
    var part: Part?
    var isDifference = false
    var asked: [WeighedWords] = []
    /// Stems of its questions and its title.
    var topics: Set<String> = []
    /// Stems of its sentences.
    var says: Set<String> = []
  }

  /// A topic with the words it is asked for by.
  struct Words: Sendable {
    var scale: WordScale
    var entries: [Entry] = []
    /// Concepts of the words of its name: "trainers" in a question on shoes names the topic.
    var concepts: Set<String> = []
    /// Stems that some entry has.
    var known: Set<String> = []
  }

  private let kept = Kept<String, Words>()

  func words(
    of topic: Topic, matcher: Matcher, functionWords: Set<String>, knowledge: KnowledgeBase
  ) -> Words {
    kept.value(for: topic.id) { Self.read(topic, matcher, functionWords, knowledge) }
  }

  /// The words of the name of a topic.
  static func names(of topic: Topic) -> [String] {
    topic.id.split(separator: "-").map(String.init) + PartFinder.words(topic.title)
  }

  private static func read(
    _ topic: Topic, _ matcher: Matcher, _ functionWords: Set<String>, _ knowledge: KnowledgeBase
  ) -> Words {
    let names = names(of: topic).filter { !functionWords.contains($0) }
    let scale = WordScale(
      functionWords: functionWords,
      own: Set(names.map(WordStem.of)).union(own(matcher.generalQuestions(in: topic.id))))
    var words = Words(scale: scale, concepts: Set(names.compactMap(matcher.concept)))
    words.entries = matcher.questions(in: topic.id).map { reference, texts in
      var entry = Entry(reference: reference)
      var sentences: [Sentence] = []
      switch reference {
      case .part(_, let id):
        entry.part = topic.part(id)
        sentences = entry.part?.sentences ?? []
        entry.topics = stems(of: entry.part?.title ?? "")
      case .gap(let id): sentences = knowledge.gap(id)?.says ?? []
      case .difference(let id):
        entry.isDifference = true
        sentences = knowledge.difference(id).map { $0.blog + $0.healthline } ?? []
      }
      for text in texts {
        let words = PartFinder.words(text)
        entry.asked.append(WeighedWords(words, scale))
        entry.topics.formUnion(words.map(WordStem.of))
      }
      for sentence in sentences { entry.says.formUnion(stems(of: sentence.text)) }
      return entry
    }
    for entry in words.entries { words.known.formUnion(entry.topics.union(entry.says)) }
    return words
  }

  private static func stems(of text: String) -> Set<String> {
    Set(PartFinder.words(text).map(WordStem.of))
  }

  /// Stems that many questions on the topic as a whole have: "diet" of food and sleep.
  private static func own(_ questions: [String]) -> Set<String> {
    var counts: [String: Int] = [:]
    for question in questions {
      for stem in stems(of: question) { counts[stem, default: 0] += 1 }
    }
    let least = max(4, questions.count / 12)
    return Set(counts.filter { $0.value >= least }.keys)
  }
}
