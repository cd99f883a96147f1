import Knowledge

/// Reads `gaps.yaml`: what the documents lost or never said.
enum GapReader {
  static func read(_ root: YAMLCursor, name: String, into draft: inout KnowledgeDraft) {
    guard let file = root.mapping("list of gaps", keys: ["gaps"]) else { return }
    for cursor in file.requiredList("gaps") { readGap(cursor, into: &draft) }
  }

  private static func readGap(_ cursor: YAMLCursor, into draft: inout KnowledgeDraft) {
    let keys = ["id", "missing", "asked", "say", "topics"]
    guard let node = cursor.mapping("gap", keys: keys), let id = node.placedString("id") else {
      return
    }
    draft.define(.gap, id.value, at: id.place)
    let missing = node.placedString("missing")
    if let missing { draft.add(text: missing) }
    let topics = node.placedStrings("topics")
    draft.refer(to: .topic, topics)
    let asked = node.placedStrings("asked")
    for text in asked {
      draft.add(phrasing: text, topics: topics.map(\.value), isCounted: false)
    }
    draft.knowledge.gaps.append(
      Gap(
        id: id.value, missing: missing?.value ?? "", asked: asked.map(\.value),
        says: SentenceReader.readList("say", of: node, into: &draft),
        topics: topics.map(\.value)))
  }
}
