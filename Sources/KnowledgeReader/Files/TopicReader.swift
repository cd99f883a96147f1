import Knowledge

/// Reads `topics/ID.yaml`: one topic with its short answer and its parts.
enum TopicReader {
  static func read(_ root: YAMLCursor, name: String, into draft: inout KnowledgeDraft) {
    let keys = [
      "id", "title", "answer", "parts", "differs", "see-also", "follow-ups", "triage",
    ]
    guard let node = root.mapping("topic", keys: keys), let id = node.placedString("id") else {
      return
    }
    if id.value != name {
      node.log.error(
        .badValue, at: id.place, "topic '\(id.value)' stands in '\(name).yaml'",
        hint: "a topic is in the file of its name")
    }
    draft.define(.topic, id.value, at: id.place)
    draft.answerPlaces[id.value] = (node.optional("answer") ?? node.cursor).place
    let title = node.placedString("title")
    if let title { draft.add(text: title) }
    let differs = node.placedStrings("differs")
    draft.refer(to: .difference, differs)
    let seeAlso = node.placedStrings("see-also")
    draft.refer(to: .topic, seeAlso)
    let followUps = node.placedStrings("follow-ups")
    for text in followUps { draft.add(text: text) }
    let answer = SentenceReader.readList("answer", of: node, into: &draft)
    let parts = node.list("parts").compactMap { readPart($0, of: id.value, into: &draft) }
    draft.knowledge.topics.append(
      Topic(
        id: id.value, title: title?.value ?? "", answer: answer, parts: parts,
        differs: differs.map(\.value), seeAlso: seeAlso.map(\.value),
        followUps: followUps.map(\.value), offersTriage: node.bool("triage", default: false)))
  }

  private static func readPart(
    _ cursor: YAMLCursor, of topic: String, into draft: inout KnowledgeDraft
  ) -> Part? {
    let keys = ["id", "title", "aspects", "asked", "say"]
    guard let node = cursor.mapping("part", keys: keys), let id = node.placedString("id") else {
      return nil
    }
    draft.define(.part, topic + "/" + id.value, at: id.place)
    let title = node.placedString("title")
    if let title { draft.add(text: title) }
    let asked = node.placedStrings("asked")
    for text in asked { draft.add(phrasing: text, topics: [topic], isCounted: false) }
    return Part(
      id: id.value, title: title?.value ?? "",
      aspects: node.values("aspects", of: Aspect.self, what: "aspect"),
      asked: asked.map(\.value), sentences: SentenceReader.readList("say", of: node, into: &draft))
  }
}
