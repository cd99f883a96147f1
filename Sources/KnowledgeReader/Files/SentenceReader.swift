package import Knowledge

/// Reads the sentences of answers: a text and what it stands on.
package enum SentenceReader {
  package static let keys = ["say", "claims", "gaps", "editorial"]

  /// One sentence; nil after an error when it has no text.
  package static func read(_ cursor: YAMLCursor, into draft: inout KnowledgeDraft) -> Sentence? {
    guard let node = cursor.mapping("sentence", keys: keys), let text = node.placedString("say")
    else { return nil }
    let claims = node.placedStrings("claims")
    draft.refer(to: .claim, claims)
    let gaps = node.placedStrings("gaps")
    draft.refer(to: .gap, gaps)
    let sentence = Sentence(
      text: text.value, claims: claims.map(\.value), gaps: gaps.map(\.value),
      editorial: node.optionalString("editorial"))
    draft.add(sentence, at: text.place)
    return sentence
  }

  /// The sentences of a list that must be there.
  package static func readList(
    _ key: String, of node: YAMLMapping, into draft: inout KnowledgeDraft
  ) -> [Sentence] {
    node.requiredList(key).compactMap { read($0, into: &draft) }
  }
}
