package import Knowledge

/// What was read from a knowledge folder, before and while it is checked.
///
/// Beside the values themselves it keeps flat lists of what the rules look at (names, references,
/// sentences, texts, phrasings), each with its place, so that a rule need not know where in the
/// model a sentence stands. Readers of other files add to the same lists.
package struct KnowledgeDraft {
  /// Something that has an id.
  package enum Kind: String, Sendable {
    case source, speaker, claim, topic, part, difference, gap, sign
    case decline
    case smallTalk = "small talk"
    case nearMiss = "near miss"
  }

  package struct Name: Hashable, Sendable {
    package var kind: Kind
    /// For a part: the id of its topic, a slash and its own.
    package var id: String
    package var place: Place
  }

  package struct PlacedSentence: Sendable {
    package var sentence: Sentence
    /// Where its text begins.
    package var place: Place
  }

  /// A message as people put it.
  package struct PlacedPhrasing: Sendable {
    package var text: String
    package var place: Place
    /// Topics that it may stand for; empty where it is bound to none.
    package var topics: [String]
    /// Whether it is one of the phrasings of its topic, which are counted.
    package var isCounted: Bool
  }

  package var knowledge = KnowledgeBase()
  /// Every id that is given to something.
  package private(set) var definitions: [Name] = []
  /// Every id that is referred to.
  package private(set) var references: [Name] = []
  package private(set) var sentences: [PlacedSentence] = []
  /// Shown texts that are no cited sentences: titles, replies.
  package private(set) var texts: [Placed<String>] = []
  package private(set) var phrasings: [PlacedPhrasing] = []
  /// Where the short answer of a topic begins, by the topic's id.
  package var answerPlaces: [String: Place] = [:]
  /// Sections of the compiled form that readers of other files contribute, by name.
  package private(set) var sections: [(name: String, bytes: [UInt8])] = []
  /// The triage table, as far as it could be read.
  package var triage: TriageDraft?
  /// The folder as it was named.
  package let folderPath: String

  package init(folderPath: String) {
    self.folderPath = folderPath
  }

  package mutating func define(_ kind: Kind, _ id: String, at place: Place) {
    guard !id.isEmpty else { return }
    definitions.append(Name(kind: kind, id: id, place: place))
  }

  /// Notes that something refers to `id`; for a claim this also counts as its use.
  package mutating func refer(to kind: Kind, _ id: String, at place: Place) {
    references.append(Name(kind: kind, id: id, place: place))
  }

  package mutating func refer(to kind: Kind, _ ids: [Placed<String>]) {
    for id in ids { refer(to: kind, id.value, at: id.place) }
  }

  package mutating func add(_ sentence: Sentence, at place: Place) {
    sentences.append(PlacedSentence(sentence: sentence, place: place))
  }

  package mutating func add(text: Placed<String>) {
    texts.append(text)
  }

  package mutating func add(phrasing: Placed<String>, topics: [String], isCounted: Bool) {
    phrasings.append(
      PlacedPhrasing(
        text: phrasing.value, place: phrasing.place, topics: topics, isCounted: isCounted))
  }

  /// Adds a section to the compiled form ("triage", "lexicon"), see `Blob`.
  package mutating func addSection(_ name: String, _ bytes: [UInt8]) {
    sections.append((name, bytes))
  }

  /// The ids that are given to things of a kind.
  package func ids(of kind: Kind) -> [String] {
    definitions.filter { $0.kind == kind }.map(\.id)
  }

  /// Where an id was given first.
  package func place(of kind: Kind, _ id: String) -> Place? {
    definitions.first { $0.kind == kind && $0.id == id }?.place
  }
}
