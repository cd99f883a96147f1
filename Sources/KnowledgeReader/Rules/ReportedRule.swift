import Knowledge

/// What was read only as reported by a third party is told as reported.
struct ReportedRule: CheckRule {
  static let wordings = ["reported", "reportedly", "reports", "reporting", "according to"]

  func check(_ draft: KnowledgeDraft, _ options: CheckOptions, _ log: DiagnosticLog) {
    let sources = Set(draft.knowledge.sources.filter { $0.grade == .reported }.map(\.id))
    let claims = Set(draft.knowledge.claims.filter { sources.contains($0.source) }.map(\.id))
    for placed in draft.sentences {
      guard let claim = placed.sentence.claims.first(where: claims.contains) else { continue }
      let words = Words(placed.sentence.text)
      guard !Self.wordings.contains(where: words.contains) else { continue }
      log.error(
        .reported, at: placed.place,
        "claim \(claim) is known only as reported (READ-C), and the sentence does not say so",
        hint: "say 'reportedly' or 'as reported by …'")
    }
  }
}
