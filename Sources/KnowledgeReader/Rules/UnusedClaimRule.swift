import Knowledge

/// Every claim is used, or says why it is not.
///
/// Used is a claim that a sentence or a rule of the triage refers to.
struct UnusedClaimRule: CheckRule {
  func check(_ draft: KnowledgeDraft, _ options: CheckOptions, _ log: DiagnosticLog) {
    let used = Set(draft.references.filter { $0.kind == .claim }.map(\.id))
    for claim in draft.knowledge.claims {
      let place = draft.place(of: .claim, claim.id) ?? Place(path: draft.folderPath)
      if claim.unusedReason == nil, !used.contains(claim.id) {
        log.error(
          .unusedClaim, at: place, "claim \(claim.id) is never used",
          hint: "build a sentence on it, or give an 'unused' reason")
      } else if claim.unusedReason != nil, used.contains(claim.id) {
        log.warning(
          .unusedClaim, at: place, "claim \(claim.id) is used, although it has an 'unused' reason",
          hint: "set 'unused: null'")
      }
    }
  }
}
