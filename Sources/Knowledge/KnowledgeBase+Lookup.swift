/// Lookups by id. Each walks its array: 400 claims take about a microsecond, and a reply needs less
/// than twenty; a dictionary would cost more at start than all of them.
extension KnowledgeBase {
  package func source(_ id: String) -> Source? { sources.first { $0.id == id } }
  package func speaker(_ id: String) -> Speaker? { speakers.first { $0.id == id } }
  package func claim(_ id: String) -> Claim? { claims.first { $0.id == id } }
  package func topic(_ id: String) -> Topic? { topics.first { $0.id == id } }
  package func difference(_ id: String) -> Difference? { differences.first { $0.id == id } }
  package func gap(_ id: String) -> Gap? { gaps.first { $0.id == id } }
  package func smallTalk(_ id: String) -> SmallTalk? { smallTalk.first { $0.id == id } }
  package func nearMiss(_ id: String) -> NearMiss? { nearMisses.first { $0.id == id } }
  package func decline(_ reason: String) -> Decline? { declines.first { $0.reason == reason } }

  /// The source of a claim; nil only in knowledge that was not checked.
  package func source(of claim: Claim) -> Source? { source(claim.source) }
  package func speaker(of claim: Claim) -> Speaker? { claim.speaker.flatMap { speaker($0) } }
}

extension Topic {
  package func part(_ id: String) -> Part? { parts.first { $0.id == id } }
}
