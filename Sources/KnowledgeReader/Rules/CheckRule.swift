/// What a check depends on beside the folder itself.
package struct CheckOptions: Sendable {
  /// The day of the check, as ISO 8601 ("2026-11-21").
  package var today: String
  /// Whether a source past its review date is only a warning, so that old checkouts still build.
  package var allowsStaleSources: Bool

  package init(today: String, allowsStaleSources: Bool = false) {
    self.today = today
    self.allowsStaleSources = allowsStaleSources
  }
}

/// One thing that is checked over everything that was read.
package protocol CheckRule: Sendable {
  func check(_ draft: KnowledgeDraft, _ options: CheckOptions, _ log: DiagnosticLog)
}

/// The rules in the order in which they run; owners of other files add theirs.
package enum CheckRules {
  package static let all: [any CheckRule] = [
    TriageProofRule(),
    DuplicateIDRule(),
    UnknownIDRule(),
    UnverifiedRule(),
    UnsupportedSentenceRule(),
    FigureRule(),
    HedgeRule(),
    ReportedRule(),
    ForbiddenPhraseRule(),
    ToneRule(),
    TopicRule(),
    PhrasingRule(),
    UnusedClaimRule(),
    SourceRule(),
  ]
}
