extension Matcher {
  /// Whether a word, in small letters, is one of the knowledge or of the language at large.
  package func isKnown(_ word: String) -> Bool {
    let word = Phrase.word(word)
    return model.words.isKnown(word) || model.words.variant(of: word) != nil
  }

  /// The message with its unknown words read as known ones that they resemble.
  package func repaired(_ message: String) -> (text: String, repairs: [MatchResult.Repair]) {
    let reading = Reading(message, model.words)
    return (reading.text, reading.repairs)
  }
}
