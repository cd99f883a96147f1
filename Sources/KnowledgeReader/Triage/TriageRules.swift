internal import Knowledge
internal import Triage

/// Proves the triage table; every property that fails is an error with an example.
package struct TriageProofRule: CheckRule {
  package init() {}

  package func check(_ draft: KnowledgeDraft, _ options: CheckOptions, _ log: DiagnosticLog) {
    guard let triage = draft.triage, !triage.table.rules.isEmpty else { return }
    for finding in triage.table.proof().findings {
      let place = finding.id(in: triage.table).flatMap { triage.places[$0] } ?? triage.place
      log.error(.triage, at: place, finding.words(in: triage.table), hint: finding.hint)
    }
  }
}

extension TriageProof.Finding {
  /// The rule or slot at whose place the finding is reported.
  fileprivate func id(in table: TriageTable) -> String? {
    switch self {
    case .noOutcome: nil
    case .twoOutcomes(_, let rule, _), .neverFires(let rule), .neverDecides(let rule),
      .decides(let rule, _, _, _), .unsupported(let rule):
      table.rules[rule].id
    case .falls(let slot, _, _, _), .unknownValue(let slot), .unknownTooHarsh(let slot, _, _, _):
      slot.id
    }
  }

  fileprivate var hint: String? {
    switch self {
    case .noOutcome: "a rule with 'if: always' gives every combination an outcome"
    case .falls: "conditions of a sound table are lower bounds ('>=') and no rule overrides"
    case .neverDecides: "leave it out, or add 'corroborating: true' if it only adds support"
    case .decides: "take 'corroborating' away"
    default: nil
    }
  }
}
