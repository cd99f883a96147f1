import Knowledge

/// A source can be found by a reader, and a person looks at it again in time.
struct SourceRule: CheckRule {
  func check(_ draft: KnowledgeDraft, _ options: CheckOptions, _ log: DiagnosticLog) {
    for source in draft.knowledge.sources {
      let place = draft.place(of: .source, source.id) ?? Place(path: draft.folderPath)
      checkAddress(of: source, at: place, log)
      checkDate(of: source, at: place, options, log)
    }
  }

  private func checkAddress(of source: Source, at place: Place, _ log: DiagnosticLog) {
    if source.address == nil, source.doi == nil, source.pubmed == nil {
      log.error(
        .sourceAddress, at: place, "source '\(source.id)' has no address",
        hint: "give 'address', 'doi' or 'pubmed'")
    }
    if let address = source.address, !address.hasPrefix("https://"), !address.hasPrefix("http://") {
      log.error(
        .sourceAddress, at: place, "'\(address)' of source '\(source.id)' is no web address",
        hint: "begin with https://")
    }
  }

  private func checkDate(
    of source: Source, at place: Place, _ options: CheckOptions, _ log: DiagnosticLog
  ) {
    guard Self.isDay(source.reviewBy) else {
      if !source.reviewBy.isEmpty {
        log.error(
          .badValue, at: place,
          "'review-by' of source '\(source.id)' is no day: '\(source.reviewBy)'",
          hint: "write it as 2027-11-21")
      }
      return
    }
    // Days of ISO 8601 are in order as texts.
    guard source.reviewBy < options.today else { return }
    log.report(
      Diagnostic(
        options.allowsStaleSources ? .warning : .error, .reviewDate, at: place,
        "source '\(source.id)' was to be read again by \(source.reviewBy)",
        hint: "read it again, then set a new 'review-by'"))
  }

  /// Whether a text is a day of the form 2027-11-21.
  static func isDay(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.count) == [4, 2, 2], let month = Int(parts[1]), let day = Int(parts[2]),
      Int(parts[0]) != nil
    else { return false }
    return (1...12).contains(month) && (1...31).contains(day)
  }
}
