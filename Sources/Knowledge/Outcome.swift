/// What the check before a run can end in, from least to most conservative.
package enum Outcome: Int, CaseIterable, Comparable, Hashable, Sendable {
  case runEasy, modify, crossTrain, restSeeClinician, urgentCare, emergency

  /// Name in the interface: "rest-see-clinician".
  package var id: String { Outcome.ids[rawValue] }

  /// The outcome of that exact name; nil if there is none.
  package init?(id: String) {
    guard let index = Outcome.ids.firstIndex(of: id) else { return nil }
    self.init(rawValue: index)
  }

  package static func < (a: Outcome, b: Outcome) -> Bool { a.rawValue < b.rawValue }

  private static let ids = [
    "run-easy", "modify", "cross-train", "rest-see-clinician", "urgent-care", "emergency",
  ]
}

/// A level together with the advice to book an appointment: what a rule demands, what a check gives.
///
/// The two are compared one by one, so that two verdicts need not be ordered; `joined` is the least
/// verdict that is at least as conservative as both.
package struct Verdict: Hashable, Sendable {
  package var outcome: Outcome
  /// Book a doctor or physical therapist. Always true from `rest-see-clinician` upwards.
  package var appointment: Bool

  package init(_ outcome: Outcome, appointment: Bool = false) {
    self.outcome = outcome
    self.appointment = appointment || outcome >= .restSeeClinician
  }

  package func joined(with other: Verdict) -> Verdict {
    Verdict(max(outcome, other.outcome), appointment: appointment || other.appointment)
  }

  /// Whether this verdict is at least as conservative as the other in level and in flag.
  package func covers(_ other: Verdict) -> Bool {
    outcome >= other.outcome && (appointment || !other.appointment)
  }

  /// "cross-train + appointment"; the flag is left unsaid where the level contains it.
  package var id: String {
    appointment && outcome < .restSeeClinician ? "\(outcome.id) + appointment" : outcome.id
  }
}
