import Knowledge

/// Reads `acts.yaml`: what a message does in a conversation, and how aspects are worded.
enum ActReader {
  static func read(_ root: YAMLCursor, name: String, into draft: inout KnowledgeDraft) {
    let keys = ["fillers", "acts", "aspects", "function-words"]
    guard let file = root.mapping("acts", keys: keys) else { return }
    draft.knowledge.fillers = file.strings("fillers")
    draft.knowledge.functionWords = file.strings("function-words")
    for cursor in file.requiredList("acts") {
      guard let act = cursor.mapping("act", keys: ["id", "says"]) else { continue }
      draft.knowledge.acts.append(DialogueAct(id: act.string("id"), says: act.strings("says")))
    }
    for cursor in file.requiredList("aspects") {
      guard let wording = cursor.mapping("aspect", keys: ["aspect", "says"]),
        let aspect = wording.value("aspect", of: Aspect.self)
      else { continue }
      draft.knowledge.aspects.append(
        AspectWording(aspect: aspect, says: wording.strings("says")))
    }
  }
}
