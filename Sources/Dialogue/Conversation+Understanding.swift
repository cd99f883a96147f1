internal import Knowledge
internal import Matching

extension Conversation {
  /// What the matcher makes of a message, with the narrower answers of its topics.
  func understand(_ turn: Turn) -> Understanding {
    let match = match(turn)
    var understanding = Understanding(
      decision: decision(match), confidence: match.confidence,
      alternatives: Array(match.alternatives.filter(isKnown).prefix(3)),
      repairs: match.repairs.map { Repair(from: $0.from, to: $0.to) })
    understanding.candidates = match.candidates.compactMap { candidate in
      candidate.intent.map { .init(id: $0.id, probability: candidate.probability) }
    }
    if let id = named(by: turn) { understanding.decision = .answer([id]) }
    if case .answer(let topics) = understanding.decision, topics.count == 1 {
      understanding.decision = .answer(bothNamed(topics[0], turn, match))
    }
    if case .decline(let nearest, let nearMiss?, let reason) = understanding.decision,
      !isNamed(nearMiss, in: turn, understanding)
    {
      understanding.decision = .decline(nearest: nearest, nearMiss: nil, reason: reason)
    }
    understanding.vector = match.vector
    for part in match.parts { understanding.picks[part.topic] = part }
    for nearest in match.nearest { understanding.nearest[nearest.topic] = nearest }
    for topic in understanding.answered.compactMap(knowledge.topic) {
      let finder = finder(on: topic, for: turn, understanding)
      understanding.finders[topic.id] = finder
      if let finding = finder.best(), finding.hasReason {
        understanding.narrower[topic.id] = finding.narrower
      }
    }
    return understanding
  }

  /// What the matcher makes of what a message asks; of all its words where that is unclear and the
  /// courtesy is the point: "thanks, that's clear".
  private func match(_ turn: Turn) -> MatchResult {
    let match = matcher.match(turn.question)
    if case .answer = match.decision { return match }
    guard turn.question != turn.message else { return match }
    let whole = matcher.match(turn.message)
    if case .answer = whole.decision { return whole }
    return match
  }

  /// The topic or intent whose name is all that a message says: "about", "night splint".
  private func named(by turn: Turn) -> String? {
    guard turn.words.count <= 3, !turn.words.isEmpty else { return nil }
    let name = turn.words.joined(separator: "-")
    return knowledge.topic(name)?.id ?? knowledge.smallTalk(name)?.id
  }

  /// The topic that a message is about, and a second one that it names as well and that is likely
  /// too: "are stretching or calf raises better". In the order in which they are named.
  private func bothNamed(_ first: String, _ turn: Turn, _ match: MatchResult) -> [String] {
    guard let one = place(of: first, in: turn) else { return [first] }
    for candidate in match.candidates {
      guard let id = candidate.intent?.id, id != first, candidate.probability >= Self.leastSecond,
        let two = place(of: id, in: turn), two != one
      else { continue }
      return one < two ? [first, id] : [id, first]
    }
    return [first]
  }

  /// Where a message has a word of the name of a topic: "rolling" of "Rolling and massage".
  func place(of id: String, in turn: Turn) -> Int? {
    guard let topic = knowledge.topic(id) else { return nil }
    let names = TopicIndex.names(of: topic)
    let scale = WordScale(functionWords: acts.functionWords, own: [])
    let stems = Set(names.map(WordStem.of))
    let concepts = Set(names.compactMap(matcher.concept))
    return turn.words.firstIndex { word in
      let stem = WordStem.of(word)
      guard scale.isContent(word, stem: stem) else { return false }
      return stems.contains(stem) || matcher.concept(of: word).map(concepts.contains) ?? false
    }
  }

  /// Least probability of a second topic that is named.
  private static let leastSecond = 0.13

  /// Whether a message has one of the words of another condition; being near its phrasings is not enough.
  private func isNamed(_ id: String, in turn: Turn, _ understanding: Understanding) -> Bool {
    guard let nearMiss = knowledge.nearMiss(id) else { return false }
    let words = repaired(turn.words, understanding)
    return nearMiss.words.contains { run in
      let run = run.split(separator: " ")
      return words.indices.contains { start in
        let stretch = words[start...].prefix(run.count)
        return stretch.count == run.count
          && zip(stretch, run).allSatisfy { word, wanted in
            wanted.last == "*" ? word.hasPrefix(wanted.dropLast()) : word == wanted
          }
      }
    }
  }

  /// Words of a message with its slips repaired.
  private func repaired(_ words: [String], _ understanding: Understanding) -> [String] {
    var repaired: [String: String] = [:]
    for repair in understanding.repairs { repaired[repair.from.lowercased()] = repair.to }
    return words.map { repaired[$0] ?? $0 }
  }

  /// Looks through a topic with the words of a message.
  func finder(on topic: Topic, for turn: Turn, _ understanding: Understanding) -> PartFinder {
    understanding.finders[topic.id]
      ?? PartFinder(
        topic,
        index.words(
          of: topic, matcher: matcher, functionWords: acts.functionWords, knowledge: knowledge),
        words: repaired(turn.askingWords, understanding), aspects: turn.aspects,
        pick: understanding.picks[topic.id],
        nearest: understanding.nearest[topic.id]
          ?? matcher.nearest(to: understanding.vector, in: topic.id),
        matcher: matcher)
  }

  private func isKnown(_ id: String) -> Bool {
    knowledge.topic(id) != nil || knowledge.smallTalk(id) != nil
  }

  private func decision(_ match: MatchResult) -> Understanding.Decision {
    switch match.decision {
    case .answer(let topics):
      return .answer(topics)
    case .ask(let topics):
      return decision(between: topics, match)
    case .decline(let refusal):
      return .decline(
        nearest: refusal.nearest.filter { knowledge.topic($0) != nil }, nearMiss: refusal.nearMiss,
        reason: refusal.group.flatMap(reason(ofGroup:)))
    }
  }

  /// A choice is between topics; nobody is asked whether they meant to say thanks.
  private func decision(
    between ids: [String], _ match: MatchResult
  ) -> Understanding.Decision {
    var topics = ids.filter { knowledge.topic($0) != nil || Self.onOffer.contains($0) }
    // Danger signs are read from the words; being near questions on them is no reason to offer them.
    if let place = topics.firstIndex(of: "red-flags"), place > 0 { topics.remove(at: place) }
    if topics.count > 1 { return .ask(topics) }
    guard let id = topics.first ?? ids.first else {
      return .decline(nearest: [], nearMiss: nil, reason: "unclear")
    }
    let probability = match.candidates.first { $0.intent?.id == id }?.probability ?? 0
    if probability >= Self.leastAlone { return .answer([id]) }
    let others = match.alternatives.filter { knowledge.topic($0) != nil && !topics.contains($0) }
    topics += others.prefix(2 - topics.count)
    return topics.count > 1 ? .ask(topics) : .answer([id])
  }

  /// What is no topic and may be meant in earnest.
  private static let onOffer: Set<String> = ["triage", "about", "sources", "why", "help"]

  /// Least probability of the only topic that a choice would have left.
  private static let leastAlone = 0.5

  /// The decline that a group of out-of-scope phrasings calls for; nil for the general one.
  private func reason(ofGroup group: String) -> String? {
    knowledge.decline(Self.reasons[group] ?? group)?.reason
  }

  /// Groups of out-of-scope phrasings that have a decline of their own under another name.
  private static let reasons = [
    "insults": "insult", "gibberish-mash": "gibberish", "empty-like": "unclear",
    "statements": "unclear",
  ]
}
