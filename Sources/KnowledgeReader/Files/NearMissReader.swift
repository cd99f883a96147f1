import Knowledge

/// Reads `near-misses.yaml`: other conditions, recognised and sent on.
enum NearMissReader {
  static func read(_ root: YAMLCursor, name: String, into draft: inout KnowledgeDraft) {
    guard let file = root.mapping("list of near misses", keys: ["near-misses"]) else { return }
    for cursor in file.requiredList("near-misses") { readNearMiss(cursor, into: &draft) }
  }

  private static func readNearMiss(_ cursor: YAMLCursor, into draft: inout KnowledgeDraft) {
    let keys = ["id", "name", "say", "words", "phrasings"]
    guard let node = cursor.mapping("near miss", keys: keys), let id = node.placedString("id")
    else { return }
    draft.define(.nearMiss, id.value, at: id.place)
    let name = node.placedString("name")
    if let name { draft.add(text: name) }
    let phrasings = node.placedStrings("phrasings")
    for text in phrasings {
      draft.add(phrasing: text, topics: ["near-miss:" + id.value], isCounted: false)
    }
    draft.knowledge.nearMisses.append(
      NearMiss(
        id: id.value, name: name?.value ?? "",
        says: SentenceReader.readList("say", of: node, into: &draft),
        words: node.placedStrings("words").map(\.value), phrasings: phrasings.map(\.value)))
  }
}
