internal import Knowledge
internal import Matching

extension Conversation {
  /// What the matcher makes of a message, with the narrower answers of its topics.
  func understand(_ turn: Turn, in state: inout ConversationState) -> Understanding {
    state.record.matched.append(turn.message)
    let match = matcher.match(turn.message)
    var understanding = Understanding(
      decision: decision(match), confidence: match.confidence,
      alternatives: Array(match.alternatives.filter(isKnown).prefix(3)),
      repairs: match.repairs.map { Repair(from: $0.from, to: $0.to) })
    if case .answer(let topics) = understanding.decision {
      for topic in topics.compactMap(knowledge.topic) {
        understanding.narrower[topic.id] = narrower(topic, match, turn)
      }
    }
    return understanding
  }

  /// The part that answers just what was asked, by the aspects that the message names in so many words.
  func narrower(
    _ topic: Topic, _ match: MatchResult, _ turn: Turn
  ) -> Understanding.Narrower? {
    switch match.parts.first(where: { $0.topic == topic.id })?.reference {
    case .part(_, let id): return .part(id)
    case .gap(let id): return .gap(id)
    case .difference(let id): return .difference(id)
    case nil: break
    }
    let aspects = turn.aspects.filter(Self.tellingAspects.contains)
    return part(of: topic, for: aspects).map { .part($0.id) }
  }

  /// Aspects that leave no doubt; "why", "how" or "does it help" are answered by the short answer.
  private static let tellingAspects: Set<Aspect> = [
    .howLong, .howOften, .howMuch, .howSoon, .when, .beforeRun, .afterRun, .atNight, .noHelp,
    .bothFeet, .age, .menopause, .pregnancy, .race, .stop, .cost, .instead,
  ]

  private func isKnown(_ id: String) -> Bool {
    knowledge.topic(id) != nil || knowledge.smallTalk(id) != nil
  }

  private func decision(_ match: MatchResult) -> Understanding.Decision {
    switch match.decision {
    case .answer(let topics):
      return .answer(topics)
    case .ask(let topics):
      return topics.count > 1 ? .ask(topics) : .answer(topics)
    case .decline(let refusal):
      return .decline(
        nearest: refusal.nearest.filter { knowledge.topic($0) != nil }, nearMiss: refusal.nearMiss,
        reason: refusal.group.flatMap(reason(ofGroup:)))
    }
  }

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
