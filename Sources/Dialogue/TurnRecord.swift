internal import Triage

/// What a turn did beyond what its reply says; for transcripts, which count what they reach.
package struct TurnRecord: Hashable, Codable, Sendable {
  /// Dialogue acts and moves of the check that were carried out, by id.
  package var moves: [String] = []
  /// Guards that withheld advice or added a caution to it.
  package var guards: [String] = []
  /// Reasons of refusals.
  package var declines: [String] = []
  /// The command of a line that begins with `/`.
  package var commands: [String] = []

  package init() {}

  mutating func note(_ move: CheckMove) { moves.append(move.rawValue) }
}

/// What an answer to the check does other than to settle its question.
package enum CheckMove: String, CaseIterable, Sendable {
  case back = "check-back"
  case reason = "check-why"
  case stop = "check-stop"
  case correction = "check-correction"
  /// It says something that was not asked for.
  case noted = "check-noted"
  /// "Yes" to a list.
  case which = "check-which"
  case unclear = "check-unclear"
  /// A question in between.
  case aside = "check-aside"
}

extension CheckMove {
  /// Nil where the answer settled its question, or was not understood as one.
  init?(_ step: Check.Step) {
    switch step {
    case .answered, .unclear: return nil
    case .corrected: self = .correction
    case .noted: self = .noted
    case .explained: self = .reason
    case .wentBack, .atTheStart: self = .back
    case .stopped: self = .stop
    case .needsWhich: self = .which
    }
  }
}
