import Knowledge

/// Every sentence stands on a claim, states a gap, or is marked as our own with a reason.
struct UnsupportedSentenceRule: CheckRule {
  func check(_ draft: KnowledgeDraft, _ options: CheckOptions, _ log: DiagnosticLog) {
    for placed in draft.sentences {
      let sentence = placed.sentence
      guard sentence.claims.isEmpty, sentence.gaps.isEmpty, sentence.editorial == nil else {
        continue
      }
      log.error(
        .unsupported, at: placed.place, "a sentence without a claim",
        hint: "give 'claims', or 'gaps', or an 'editorial' reason where no source says it")
    }
  }
}
