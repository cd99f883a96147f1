import Knowledge

/// Reads `claims/….yaml`: the facts, each with its source and place.
enum ClaimReader {
  static func read(_ root: YAMLCursor, name: String, into draft: inout KnowledgeDraft) {
    guard let file = root.mapping("list of claims", keys: ["claims"]) else { return }
    for cursor in file.requiredList("claims") { readClaim(cursor, into: &draft) }
  }

  private static func readClaim(_ cursor: YAMLCursor, into draft: inout KnowledgeDraft) {
    let keys = [
      "id", "source", "locator", "speaker", "says", "figures", "hedges", "conditions", "unused",
    ]
    guard let claim = cursor.mapping("claim", keys: keys), let id = claim.placedString("id") else {
      return
    }
    draft.define(.claim, id.value, at: id.place)
    let source = claim.placedString("source")
    if let source { draft.refer(to: .source, source.value, at: source.place) }
    let speaker = claim.optional("speaker")?.placedString()
    if let speaker { draft.refer(to: .speaker, speaker.value, at: speaker.place) }
    draft.knowledge.claims.append(
      Claim(
        id: id.value, source: source?.value ?? "", locator: claim.string("locator"),
        speaker: speaker?.value, says: claim.string("says"), figures: claim.strings("figures"),
        hedges: claim.strings("hedges"), conditions: claim.strings("conditions"),
        unusedReason: claim.optionalString("unused")))
  }
}
