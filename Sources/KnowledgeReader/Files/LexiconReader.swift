import Knowledge

/// Reads `lexicon.yaml` and `words.yaml`: what the matcher knows of words.
enum LexiconReader {
  /// `lexicon.yaml`: concepts with their terms, and words that are read as others.
  static func readLexicon(_ root: YAMLCursor, name: String, into draft: inout KnowledgeDraft) {
    guard let file = root.mapping("lexicon", keys: ["concepts", "read-as"]) else { return }
    var owners: [String: String] = [:]
    for (id, terms) in file.required("concepts")?.entries() ?? [] {
      var concept = Lexicon.Concept(id: id.value, terms: [])
      for term in terms.placedStrings() {
        if let owner = owners.updateValue(id.value, forKey: term.value) {
          file.log.error(
            .badValue, at: term.place, "'\(term.value)' is already a term of '\(owner)'",
            hint: "a term belongs to one concept")
        } else {
          concept.terms.append(term.value)
        }
      }
      draft.knowledge.lexicon.concepts.append(concept)
    }
    for (read, written) in file.optional("read-as")?.entries() ?? [] {
      for word in written.strings() {
        draft.knowledge.lexicon.variants.append(.init(written: word, read: read.value))
      }
    }
  }

  /// `words.yaml`: common words of the language, in one long text.
  static func readWords(_ root: YAMLCursor, name: String, into draft: inout KnowledgeDraft) {
    guard let file = root.mapping("list of words", keys: ["origin", "licence", "words"]) else {
      return
    }
    let words = file.string("words").split { $0 == " " || $0 == "\n" }
    draft.knowledge.lexicon.commonWords = words.map(String.init)
  }
}
