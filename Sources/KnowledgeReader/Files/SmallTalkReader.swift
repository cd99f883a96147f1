import Knowledge
import Language

/// Reads `smalltalk.yaml`: replies to messages that are not about the condition, and refusals.
enum SmallTalkReader {
  static func read(_ root: YAMLCursor, name: String, into draft: inout KnowledgeDraft) {
    guard let file = root.mapping("small talk file", keys: ["smalltalk", "declines"]) else {
      return
    }
    for cursor in file.requiredList("smalltalk") { readSmallTalk(cursor, into: &draft) }
    for cursor in file.requiredList("declines") { readDecline(cursor, into: &draft) }
  }

  private static func readSmallTalk(_ cursor: YAMLCursor, into draft: inout KnowledgeDraft) {
    guard let node = cursor.mapping("small talk", keys: ["id", "replies"]),
      let id = node.placedString("id")
    else { return }
    draft.define(.smallTalk, id.value, at: id.place)
    if !TopicList.conversational.contains(id.value) {
      node.log.error(
        .unknownID, at: id.place, "unknown kind of small talk '\(id.value)'",
        hint: NearestName.hint(for: id.value, in: TopicList.conversational))
    }
    draft.knowledge.smallTalk.append(
      SmallTalk(id: id.value, replies: replies(of: node, into: &draft)))
  }

  private static func readDecline(_ cursor: YAMLCursor, into draft: inout KnowledgeDraft) {
    guard let node = cursor.mapping("decline", keys: ["reason", "replies", "asked"]),
      let reason = node.placedString("reason")
    else { return }
    draft.define(.decline, reason.value, at: reason.place)
    let asked = node.placedStrings("asked")
    for text in asked { draft.add(phrasing: text, topics: ["none"], isCounted: false) }
    draft.knowledge.declines.append(
      Decline(
        reason: reason.value, replies: replies(of: node, into: &draft),
        asked: asked.map(\.value)))
  }

  private static func replies(of node: YAMLMapping, into draft: inout KnowledgeDraft) -> [String] {
    let replies = node.requiredList("replies").compactMap { $0.placedString() }
    for text in replies { draft.add(text: text) }
    return replies.map(\.value)
  }
}
