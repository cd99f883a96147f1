internal import Knowledge

/// Collects the blocks of a reply and numbers the places that its sentences stand on.
///
/// Claims of one section by one speaker share a number; numbers follow the order of first use.
struct ReplyBuilder {
  private let knowledge: KnowledgeBase
  private var places: [Place: Int] = [:]
  private(set) var blocks: [Block] = []
  private(set) var citations: [Citation] = []
  /// Claims used, in order, each once.
  private(set) var claims: [String] = []
  /// Gaps that were stated.
  private(set) var gaps: Set<String> = []
  /// Texts of the sentences used, in order, without marks.
  private(set) var sentences: [String] = []

  private struct Place: Hashable {
    var source: String
    var locator: String
    var speaker: String?

    init(_ claim: Claim) {
      source = claim.source
      locator = claim.locator
      speaker = claim.speaker
    }
  }

  /// `citations`: those of a reply that is added to, whose numbers go on.
  init(_ knowledge: KnowledgeBase, after citations: [Citation] = []) {
    self.knowledge = knowledge
    for citation in citations {
      guard let claim = knowledge.claim(citation.claim) else { continue }
      places[Place(claim)] = citation.number
      claims.append(citation.claim)
    }
    self.citations = citations
  }

  mutating func add(_ block: Block) {
    blocks.append(block)
  }

  /// Notes that a gap was stated as a whole.
  mutating func state(gap: String) { gaps.insert(gap) }

  /// Adds one paragraph of sentences; nothing where there are none.
  mutating func paragraph(_ sentences: some Sequence<Sentence>) {
    let text = cited(sentences)
    if !text.isEmpty { blocks.append(.paragraph(text)) }
  }

  /// The sentences as running text, each with its marks.
  mutating func cited(_ sentences: some Sequence<Sentence>) -> String {
    sentences.map { cited($0) }.joined(separator: " ")
  }

  /// The sentence with its marks before the closing punctuation.
  mutating func cited(_ sentence: Sentence) -> String {
    sentences.append(sentence.text)
    gaps.formUnion(sentence.gaps)
    let numbers = Set(sentence.claims.compactMap { number(of: $0) }).sorted()
    guard !numbers.isEmpty else { return sentence.text }
    let mark = " [" + numbers.map(String.init).joined(separator: ", ") + "]"
    let end = sentence.text.lastIndex { !".?:;".contains($0) }
    guard let end else { return sentence.text + mark }
    let cut = sentence.text.index(after: end)
    return sentence.text[..<cut] + mark + sentence.text[cut...]
  }

  /// The number of the place that a claim stands at; nil for an unknown claim.
  private mutating func number(of id: String) -> Int? {
    guard let claim = knowledge.claim(id) else { return nil }
    let place = Place(claim)
    let known = places[place]
    let number = known ?? places.count + 1
    places[place] = number
    if !claims.contains(id) {
      claims.append(id)
      citations.append(
        Citation(
          number: number, claim: id, source: claim.source, locator: claim.locator,
          speaker: claim.speaker.flatMap(name(ofSpeaker:))))
    }
    return number
  }

  private func name(ofSpeaker id: String) -> String? {
    guard let speaker = knowledge.speaker(id) else { return nil }
    return speaker.name + (speaker.credentials.map { ", " + $0 } ?? "")
  }
}
