/// How a message was understood, with the reasons.
package struct MatchResult: Hashable, Sendable {
  /// What decided.
  package enum Stage: String, Hashable, Sendable {
    /// The message is one of the phrasings, up to case and marks.
    case exact
    /// The scores of the models decided.
    case scored
    /// The message was split into two requests, each scored on its own.
    case split
    /// There was no word to go by.
    case empty
  }

  /// What to do with the message.
  package enum Decision: Hashable, Sendable {
    /// Answer these, in order; one or two ids of topics or of small talk.
    case answer([String])
    /// Ask which of these is meant; two or three ids.
    case ask([String])
    case decline(Refusal)
  }

  /// Why a message is declined and what could be offered instead.
  package struct Refusal: Hashable, Sendable {
    /// Id of the other condition that the message is about.
    package var nearMiss: String?
    /// Group of phrasings out of scope, or reason of a decline, that the message is nearest to.
    package var group: String?
    /// The nearest topics that there are answers for, at most three.
    package var nearest: [String]
  }

  /// A possible reading of the message.
  package struct Candidate: Hashable, Sendable {
    /// Nil for everything out of scope together.
    package var intent: Intent?
    /// Among all readings, 0 to 1.
    package var probability: Double
  }

  /// A phrasing that is close to the message.
  package struct Evidence: Hashable, Sendable {
    package var text: String
    package var intent: Intent
    /// 0 to 1, where 1 is the same.
    package var similarity: Double
  }

  /// A word of the message and what it did for the first candidate.
  package struct TokenWeight: Hashable, Sendable {
    package var token: String
    /// Change in the log odds of the first candidate against the mean of all; positive is for it.
    package var weight: Double
    /// Whether no phrasing has the word.
    package var isUnknown: Bool
  }

  package struct Repair: Hashable, Sendable {
    package var from: String
    package var to: String

    package init(from: String, to: String) {
      self.from = from
      self.to = to
    }
  }

  package var stage: Stage
  package var decision: Decision
  /// Probability that the first topic is what was asked for, calibrated on held-out phrasings.
  package var confidence: Double
  /// Probability that the message is out of scope, calibrated likewise.
  package var outside: Double
  /// The likeliest readings, best first, at most five; out of scope may be among them.
  package var candidates: [Candidate]
  /// The nearest phrasings, best first, at most five.
  package var evidence: [Evidence]
  /// Words by the size of their weight, at most eight.
  package var tokens: [TokenWeight]
  package var repairs: [Repair]
  /// For answered topics the part that the message is about, where there is one.
  package var parts: [PartMatch] = []
  /// For answered topics the question on record that is nearest.
  package var nearest: [NearestQuestion] = []
  /// What the sentence encoder made of the message; nil without one.
  package var vector: SentenceVector?
  /// Share of the content words that no phrasing has.
  package var unknownShare: Double
  package var thresholds: Thresholds
  /// Signs of being in scope, for a detector fitted on other data: a constant, the log odds of the
  /// likeliest topic and its gap, the similarity to the nearest phrasing, the unknown share, and how
  /// far the scores of each model stand out.
  package var signs: [Double] = []

  /// Topics other than the first that were considered, best first.
  package var alternatives: [String] {
    let chosen: [String]
    switch decision {
    case .answer(let ids): chosen = ids
    case .ask, .decline: chosen = []
    }
    return candidates.compactMap { candidate in
      guard let intent = candidate.intent, !chosen.contains(intent.id) else { return nil }
      return intent.id
    }
  }

  /// Difference in probability between the first and the second candidate.
  package var gap: Double {
    guard let first = candidates.first else { return 0 }
    return first.probability - (candidates.count > 1 ? candidates[1].probability : 0)
  }
}
