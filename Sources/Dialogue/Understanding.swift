internal import Knowledge

/// What the matcher made of a message, as far as the conversation needs it.
struct Understanding: Hashable {
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
  /// The narrower answer that each topic of `decision` has for the message, by topic.
  var narrower: [String: Narrower] = [:]

  /// A piece of the knowledge that answers just what was asked.
  enum Narrower: Hashable {
    case part(String)
    case difference(String)
    case gap(String)
  }
}
