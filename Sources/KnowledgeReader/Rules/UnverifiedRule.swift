/// Facts that were looked for and not found must not come in by another door.
struct UnverifiedRule: CheckRule {
  /// The rows of the clinical inventory that nobody could verify.
  static let facts: Set<String> = [
    "R10-10", "R13-10", "R13-11", "R14-9", "R15-3", "E2-7", "E2-9", "E3-7", "E7-4", "E8-6",
    "E9-5", "E9-6",
  ]

  func check(_ draft: KnowledgeDraft, _ options: CheckOptions, _ log: DiagnosticLog) {
    let names = draft.definitions + draft.references
    for name in names where name.kind == .claim && Self.facts.contains(name.id) {
      log.error(
        .unverified, at: name.place, "fact \(name.id) is unverified and must not be used",
        hint: "state it as unknown, or leave it out")
    }
  }
}
