internal import Knowledge
internal import Matching

/// What the matcher made of a message, as far as the conversation needs it.
struct Understanding {
  enum Decision: Hashable {
    case answer([String])
    case ask([String])
    case decline(nearest: [String], nearMiss: String?, reason: String?)
  }

  var decision: Decision
  /// Topics that are to be answered; empty for a question back and a refusal.
  var answered: [String] {
    if case .answer(let topics) = decision { topics } else { [] }
  }
  var confidence: Double?
  var alternatives: [String] = []
  var repairs: [Repair] = []
  /// Likeliest readings with their probabilities, best first; out of scope is left out.
  var candidates: [Candidate] = []
  /// Parts that the matcher would choose, by topic.
  var picks: [String: PartMatch] = [:]
  /// What the answered topics have for the words of the message.
  var finders: [String: PartFinder] = [:]
  /// What the sentence encoder made of the message.
  var vector: SentenceVector?
  /// The nearest questions on record, by topic.
  var nearest: [String: NearestQuestion] = [:]
  /// The narrower answer that each topic of `decision` has for the message, by topic.
  var narrower: [String: Narrower] = [:]

  struct Candidate: Hashable {
    var id: String
    var probability: Double
  }

  /// A piece of the knowledge that answers just what was asked.
  enum Narrower: Hashable {
    case part(String)
    case difference(String)
    case gap(String)
  }
}
