import Knowledge

/// Reads `phrasings/ID.yaml`: ways in which people put one topic, or (`none`) what is out of scope.
enum PhrasingReader {
  static func read(_ root: YAMLCursor, name: String, into draft: inout KnowledgeDraft) {
    let keys = name == "none" ? ["topic", "groups"] : ["topic", "phrasings"]
    guard let node = root.mapping("phrasing file", keys: keys),
      let topic = node.placedString("topic")
    else { return }
    if topic.value != name {
      node.log.error(
        .badValue, at: topic.place, "phrasings of '\(topic.value)' stand in '\(name).yaml'",
        hint: "phrasings are in the file of their topic's name")
    }
    if name == "none" {
      for (group, list) in node.required("groups")?.entries() ?? [] {
        add(list.placedStrings(), topic: topic.value, group: group.value, to: &draft)
      }
    } else {
      if !TopicList.conversational.contains(topic.value) {
        draft.refer(to: .topic, topic.value, at: topic.place)
      }
      let phrasings = node.requiredList("phrasings").compactMap { $0.placedString() }
      add(phrasings, topic: topic.value, group: nil, to: &draft)
    }
  }

  private static func add(
    _ phrasings: [Placed<String>], topic: String, group: String?, to draft: inout KnowledgeDraft
  ) {
    for text in phrasings { draft.add(phrasing: text, topics: [topic], isCounted: true) }
    draft.knowledge.phrasings.append(
      PhrasingSet(topic: topic, group: group, phrasings: phrasings.map(\.value)))
  }
}
