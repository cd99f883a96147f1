/// How far a publication was read before anything was taken from it.
///
/// The order is from strictest to weakest; `reported` may only be used with "as reported by".
package enum EvidenceGrade: String, CaseIterable, Sendable {
  /// One of the two documents that the assistant is built on.
  case seed = "SEED"
  /// Read on the publisher's own page, or in the official record.
  case read = "READ-A"
  /// Read in a reprint, archive or mirror of the publisher's text.
  case reprint = "READ-B"
  /// Read only as reported by a third party.
  case reported = "READ-C"
}

/// A publication that claims are taken from.
package struct Source: Hashable, Sendable {
  package var id: String
  /// Title as far as it is proven, else nil.
  package var title: String?
  package var publisher: String
  /// One line for the list of sources under a reply.
  package var shortName: String
  /// Web address of the publisher's own page (never of a copy), if there is one.
  package var address: String?
  package var doi: String?
  package var pubmed: String?
  /// Date of publication as printed, or "not stated".
  package var date: String
  package var grade: EvidenceGrade
  /// For `reported`: who reports it.
  package var reportedBy: String?
  /// What the publisher earns by it, if declared.
  package var interests: String?
  /// ISO 8601 day by which a person must read the source again.
  package var reviewBy: String

  package init(
    id: String, title: String?, publisher: String, shortName: String, address: String?,
    doi: String?, pubmed: String?, date: String, grade: EvidenceGrade, reportedBy: String?,
    interests: String?, reviewBy: String
  ) {
    self.id = id
    self.title = title
    self.publisher = publisher
    self.shortName = shortName
    self.address = address
    self.doi = doi
    self.pubmed = pubmed
    self.date = date
    self.grade = grade
    self.reportedBy = reportedBy
    self.interests = interests
    self.reviewBy = reviewBy
  }
}

/// A person who is quoted, with what entitles them to speak.
package struct Speaker: Hashable, Sendable {
  package var id: String
  /// Name, or a description where no name is known ("the coach").
  package var name: String
  /// Degrees and place of work, as printed; nil where none are.
  package var credentials: String?

  package init(id: String, name: String, credentials: String?) {
    self.id = id
    self.name = name
    self.credentials = credentials
  }
}

/// One fact of one source, in our own words.
package struct Claim: Hashable, Sendable {
  package var id: String
  package var source: String
  /// Section of the source, so that a reader finds the place.
  package var locator: String
  package var speaker: String?
  package var says: String
  /// Every figure of the claim as a sentence may print it: "10", "15", "98", "6-8".
  package var figures: [String]
  /// Words that weaken the claim and must survive in a sentence: "may", "many", "often".
  package var hedges: [String]
  /// What must hold for the claim to apply, as a phrase.
  package var conditions: [String]
  /// Why no answer uses the claim; nil when one must.
  package var unusedReason: String?

  package init(
    id: String, source: String, locator: String, speaker: String?, says: String,
    figures: [String], hedges: [String], conditions: [String], unusedReason: String?
  ) {
    self.id = id
    self.source = source
    self.locator = locator
    self.speaker = speaker
    self.says = says
    self.figures = figures
    self.hedges = hedges
    self.conditions = conditions
    self.unusedReason = unusedReason
  }
}
