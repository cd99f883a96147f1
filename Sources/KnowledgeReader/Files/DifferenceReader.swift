import Knowledge

/// Reads `differences.yaml`: where the two documents differ.
enum DifferenceReader {
  static func read(_ root: YAMLCursor, name: String, into draft: inout KnowledgeDraft) {
    guard let file = root.mapping("list of differences", keys: ["differences"]) else { return }
    for cursor in file.requiredList("differences") { readDifference(cursor, into: &draft) }
  }

  private static func readDifference(_ cursor: YAMLCursor, into draft: inout KnowledgeDraft) {
    let keys = ["id", "question", "asked", "blog", "healthline", "meanwhile", "topics"]
    guard let node = cursor.mapping("difference", keys: keys), let id = node.placedString("id")
    else { return }
    draft.define(.difference, id.value, at: id.place)
    let question = node.placedString("question")
    if let question { draft.add(text: question) }
    let topics = node.placedStrings("topics")
    draft.refer(to: .topic, topics)
    let asked = node.placedStrings("asked")
    for text in asked {
      draft.add(phrasing: text, topics: topics.map(\.value), isCounted: false)
    }
    draft.knowledge.differences.append(
      Difference(
        id: id.value, question: question?.value ?? "", asked: asked.map(\.value),
        blog: SentenceReader.readList("blog", of: node, into: &draft),
        healthline: SentenceReader.readList("healthline", of: node, into: &draft),
        meanwhile: SentenceReader.readList("meanwhile", of: node, into: &draft),
        topics: topics.map(\.value)))
  }
}
