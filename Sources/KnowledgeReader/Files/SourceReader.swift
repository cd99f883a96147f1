import Knowledge

/// Reads `sources.yaml`: the publications and the people who are quoted.
enum SourceReader {
  static func read(_ root: YAMLCursor, name: String, into draft: inout KnowledgeDraft) {
    guard let file = root.mapping("list of sources", keys: ["sources", "speakers"]) else { return }
    for cursor in file.requiredList("sources") { readSource(cursor, into: &draft) }
    for cursor in file.list("speakers") { readSpeaker(cursor, into: &draft) }
  }

  private static func readSource(_ cursor: YAMLCursor, into draft: inout KnowledgeDraft) {
    let keys = [
      "id", "title", "publisher", "short", "address", "doi", "pubmed", "date", "grade",
      "reported-by", "interests", "review-by",
    ]
    guard let source = cursor.mapping("source", keys: keys),
      let id = source.placedString("id")
    else { return }
    draft.define(.source, id.value, at: id.place)
    let grade = grade(of: source)
    let reportedBy = source.optionalString("reported-by")
    if grade == .reported, reportedBy == nil {
      source.cursor.error(.missingKey, "a source of grade READ-C needs 'reported-by'")
    }
    draft.knowledge.sources.append(
      Source(
        id: id.value, title: source.optionalString("title"),
        publisher: source.string("publisher"), shortName: source.string("short"),
        address: source.optionalString("address"), doi: source.optionalString("doi"),
        pubmed: source.optionalString("pubmed"), date: source.string("date"),
        grade: grade ?? .reported, reportedBy: reportedBy,
        interests: source.optionalString("interests"), reviewBy: source.string("review-by")))
  }

  private static func grade(of source: YAMLMapping) -> EvidenceGrade? {
    if let text = source.optional("grade"), text.string() == "UNVERIFIED" {
      text.error(.unverified, "an unverified source must not enter the knowledge")
      return nil
    }
    return source.value("grade", of: EvidenceGrade.self)
  }

  private static func readSpeaker(_ cursor: YAMLCursor, into draft: inout KnowledgeDraft) {
    guard let speaker = cursor.mapping("speaker", keys: ["id", "name", "credentials"]),
      let id = speaker.placedString("id")
    else { return }
    draft.define(.speaker, id.value, at: id.place)
    draft.knowledge.speakers.append(
      Speaker(
        id: id.value, name: speaker.string("name"),
        credentials: speaker.optionalString("credentials")))
  }
}
