internal import Knowledge
internal import Language
internal import Matching

/// Finds what a topic has for just the words of a message: one of its parts, a sentence, or nothing.
///
/// The short answer of a topic answers what is asked of it in general. A part is only better where the
/// message gives a reason: it is put nearly like one of the questions of the part, or has a word beyond
/// the topic's own that the part is about, or names an aspect that the part has.
struct PartFinder {
  private let topic: Topic
  private let scale: WordScale
  private let words: [String]
  private let message: WeighedWords
  private let entries: [TopicIndex.Entry]
  /// The part that the matcher would choose, with its probability.
  private let pick: PartMatch?
  /// The question on record that is most like the message.
  private let nearest: NearestQuestion?
  private let aspects: [Aspect]
  /// Words beyond the topic's own, by stem, as they were written.
  let content: [(stem: String, word: String)]
  /// For each of `content`, how many entries are asked for by it, and how many have it at all.
  private let spread: [(askers: Int, holders: Int)]
  /// The entries that have anything of the message.
  private var findings: [Finding] = []

  /// What was found, with how well it fits.
  struct Finding {
    var narrower: Understanding.Narrower
    fileprivate var part: Part?
    var score: Double
    /// Likeness to the nearest of its questions.
    var likeness: Double
    /// The same by the sentence vectors.
    var similarity: Double
    /// Whether some word of the message beyond the topic's own is in it.
    var isNamed: Bool
    var hasReason: Bool
  }

  init(
    _ topic: Topic, _ index: TopicIndex.Words, words: [String], aspects: [Aspect],
    pick: PartMatch?, nearest: NearestQuestion?, matcher: Matcher
  ) {
    self.topic = topic
    self.words = words
    self.pick = pick
    self.nearest = nearest
    self.aspects = aspects
    entries = index.entries
    // Words of the nearest question on the topic as a whole speak for no part of it.
    let general = nearest?.reference == nil ? Self.words(nearest?.best.text ?? "") : []
    var scale = index.scale
    scale.general = Set(general.map(WordStem.of))
    self.scale = scale
    message = WeighedWords(words, scale)
    var seen: Set<String> = []
    var content: [(stem: String, word: String)] = []
    for word in words {
      let stem = WordStem.of(word)
      guard scale.isContent(word, stem: stem), Double(word) == nil, seen.insert(stem).inserted
      else { continue }
      // "Trainers" in a question on shoes names the topic, unless a part speaks of them by that word.
      if !index.known.contains(stem), let concept = matcher.concept(of: word),
        index.concepts.contains(concept)
      {
        continue
      }
      content.append((stem, word))
    }
    self.content = content
    spread = content.map { stem, _ in
      var counts = (askers: 0, holders: 0)
      for place in index.entries.indices {
        let isAsker = index.entries[place].topics.contains(stem)
        if isAsker { counts.askers += 1 }
        if isAsker || index.entries[place].says.contains(stem) { counts.holders += 1 }
      }
      return counts
    }
    findings = entries.indices.compactMap { finding(at: $0) }
  }

  static func words(_ text: String) -> [String] { words(Tokenizer.tokens(in: text)) }

  static func words(_ tokens: [Token]) -> [String] {
    tokens.filter { $0.kind != .punctuation }.map(\.text)
  }

  /// How like the message the nearest question on record of the topic is.
  var similarity: Double { nearest?.similarity ?? 0 }

  /// Whether the message is all but a question on record on the topic as a whole.
  var asksInGeneral: Bool {
    nearest.map { $0.reference == nil && $0.similarity >= Self.nearly } ?? false
  }

  /// The best of the parts, gaps and differences; nil where none has anything of the message.
  func best(besides told: (Part) -> Bool = { _ in false }) -> Finding? {
    var best: Finding?
    for finding in findings {
      if let part = finding.part, told(part) { continue }
      if let known = best, known.hasReason && !finding.hasReason { continue }
      if let known = best, known.hasReason == finding.hasReason, known.score >= finding.score {
        continue
      }
      best = finding
    }
    return best
  }

  private func finding(at place: Int) -> Finding? {
    let entry = entries[place]
    let likeness = entry.asked.lazy.map(message.likeness(to:)).max() ?? 0
    var total = 0.0
    var asked = 0.0
    var said = 0.0
    for ((stem, _), (askers, holders)) in zip(content, spread) {
      let weight = holders == 0 ? 1 : 1.5 - Double(holders) / Double(max(entries.count, 1))
      total += weight
      // A word that many parts are asked for by says nothing of which.
      if entry.topics.contains(stem), askers <= max(2, entries.count / 4) {
        asked += weight
      } else if entry.says.contains(stem), holders <= max(2, entries.count / 2) {
        said += weight
      }
    }
    let coverage = total > 0 ? (asked + 0.6 * said) / total : 0
    let probability = pick?.reference == entry.reference ? pick?.score ?? 0 : 0
    let shared = aspects.indices.filter { index in
      !isOwn(aspects[index]) && entry.part?.aspects.contains(aspects[index]) ?? false
    }
    let telling = shared.first { isTelling(aspects[$0]) }
    let isSure = telling != nil
    let aspect = telling.map { 1 - 0.2 * Double($0) } ?? (shared.isEmpty ? 0 : 0.4)
    let isNearest = nearest?.reference == entry.reference
    let near = nearest?.narrower[entry.reference]
    let similarity = near?.similarity ?? 0
    let score = likeness + 0.7 * coverage + 0.4 * probability + 0.4 * aspect + similarity
    guard score > 0.3 else { return nil }
    let isNamed = asked + said > 0
    let hasWords =
      likeness >= 0.72
      || (asked > 0 && (likeness >= 0.4 || coverage >= 0.5))
      || (isNamed && (coverage >= 0.6 || probability >= 0.6))
      || (isSure && (content.count <= 1 || isNamed || likeness >= 0.35))
      || (probability >= 0.85 && isUnanswered)
    // Nearest to the topic as a whole: only words that the part has to itself speak against it.
    let isGeneral =
      nearest.map { $0.reference == nil && $0.similarity >= Self.near } ?? false
    let general = isGeneral ? nearest?.similarity ?? 0 : 0
    // The topic and words that frame any question: "is ice any good", "should I try tape".
    let namesTopicOnly = content.isEmpty && !isSure
    let asksWhy = words.first == "why" && topic.id != "causes"
    let hasReason =
      likeness >= 0.99 || (asksWhy && entry.part?.aspects.contains(.why) ?? false)
      || (likeness >= (namesTopicOnly || general >= Self.nearly ? 0.95 : 0.85) && general < 0.95)
      || (isNearest && near.map { says($0, isSure: isSure) } ?? false)
      || (asksForSides && entry.isDifference && (similarity >= 0.5 || likeness >= 0.2))
      || (isGeneral
        ? general < Self.nearly && asked > 0 && coverage >= 0.95 && likeness >= 0.3
        : hasWords && !namesTopicOnly)
    return Finding(
      narrower: narrower(entry.reference), part: entry.part, score: score, likeness: likeness,
      similarity: similarity, isNamed: isNamed, hasReason: hasReason)
  }

  /// Whether the nearest question says what the message asks for. The vectors hardly see a "not", and
  /// not what a question asks beyond the message.
  private func says(_ question: QuestionLikeness, isSure: Bool) -> Bool {
    let words = Self.words(question.text)
    guard Self.denies(words) == Self.denies(self.words) else { return false }
    guard content.isEmpty, !isSure else { return question.similarity >= Self.near }
    return question.similarity >= Self.same
      && words.allSatisfy { word in
        let stem = WordStem.of(word)
        return !scale.isContent(word, stem: stem) || message.contains(stem: stem)
      }
  }

  private static func denies(_ words: [String]) -> Bool {
    words.contains { $0.hasSuffix("n't") || negations.contains($0) }
  }

  private static let negations: Set<String> = [
    "not", "no", "nothing", "never", "without", "cannot", "dont", "doesnt", "isnt", "cant", "wont",
    "didnt", "nor", "neither", "none",
  ]

  /// Whether the message asks where the sources differ.
  private var asksForSides: Bool {
    words.contains { word in Self.differing.contains { word.hasPrefix($0) } }
  }

  private static let differing = ["differ", "disagree", "agree", "contradict", "conflict"]

  /// From this similarity on, the nearest question on record says what is asked for.
  private static let near = 0.7
  /// From here on the message is all but the nearest question.
  private static let nearly = 0.85
  /// The same for a message that names the topic and nothing more: "is ice any good".
  private static let same = 0.9

  /// Whether an aspect leaves no doubt: "does it work" is a general question, "any trials" is not.
  private func isTelling(_ aspect: Aspect) -> Bool {
    switch aspect {
    case .evidence:
      !Self.proof.isDisjoint(with: words)
    case .safe:
      words.contains { $0.hasPrefix("safe") || $0.hasPrefix("harm") || $0.hasPrefix("danger") }
    case .when:
      words.prefix(2).contains("when") || (words.contains("before") && words.contains("after"))
    default: Self.telling.contains(aspect)
    }
  }

  private static let proof: Set<String> = [
    "evidence", "proof", "proven", "study", "studies", "research", "science", "scientific", "trial",
    "trials",
  ]

  /// Whether an aspect is what the topic is about anyway: "instead" of what to do instead of running.
  func isOwn(_ aspect: Aspect) -> Bool {
    aspect.rawValue.split(separator: "-").contains { scale.own.contains(WordStem.of(String($0))) }
  }

  /// Whether the message has words beyond the topic's own, and the short answer none of them.
  private var isUnanswered: Bool {
    guard !content.isEmpty else { return false }
    let lead = Set(topic.answer.flatMap { Self.words($0.text) }.map(WordStem.of))
    return content.allSatisfy { !lead.contains($0.stem) }
  }

  private func narrower(_ reference: PartReference) -> Understanding.Narrower {
    switch reference {
    case .part(_, let id): .part(id)
    case .gap(let id): .gap(id)
    case .difference(let id): .difference(id)
    }
  }

  /// The sentence of the topic that has most of the words beyond the topic's own; nil where none has.
  func sentence() -> Sentence? {
    var best: (sentence: Sentence, count: Int)?
    for sentence in topic.answer + topic.parts.flatMap(\.sentences) {
      let stems = Set(Self.words(sentence.text).map(WordStem.of))
      let count = content.count { stems.contains($0.stem) }
      if count > best?.count ?? 0 { best = (sentence, count) }
    }
    guard let best, 2 * best.count >= content.count else { return nil }
    return best.sentence
  }

  /// The words to name where no sentence has them; empty where they may be no things at all.
  var things: [String] {
    guard content.count <= 2, words.count <= 6 else { return [] }
    let isThing = content.allSatisfy { !$0.word.hasSuffix("ly") && !Self.doing.contains($0.stem) }
    return isThing ? content.map(\.word) : []
  }

  /// Stems of what one does with anything; no source can be silent on them.
  private static let doing: Set<String> = Set(
    [
      "train", "improve", "fix", "treat", "start", "stop", "practise", "practice", "cure", "heal",
      "prevent", "strengthen", "loosen", "kilometre", "mile", "minute", "week", "km", "keep",
      "change", "feel", "hold", "meant", "nothing", "something", "anything", "between",
    ].map(WordStem.of))

  /// Aspects that leave no doubt; "why", "how" or "does it help" are answered by the short answer.
  static let telling: Set<Aspect> = [
    .howLong, .howOften, .howMuch, .howSoon, .when, .beforeRun, .afterRun, .atNight, .noHelp,
    .bothFeet, .age, .menopause, .pregnancy, .race, .stop, .cost, .instead,
  ]
}
