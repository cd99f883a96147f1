/// What the matcher knows of words: which mean the same, which are spelt in two ways, and which are
/// words at all.
package struct Lexicon: Hashable, Sendable {
  /// Words and phrases that mean much the same in this domain.
  package struct Concept: Hashable, Sendable {
    package var id: String
    /// Of one to three words each.
    package var terms: [String]

    package init(id: String, terms: [String]) {
      self.id = id
      self.terms = terms
    }
  }

  /// A word that is read as another: an American spelling, or a slip too short to be repaired.
  package struct Variant: Hashable, Sendable {
    package var written: String
    package var read: String

    package init(written: String, read: String) {
      self.written = written
      self.read = read
    }
  }

  package var concepts: [Concept] = []
  package var variants: [Variant] = []
  /// Words of the language at large, lower case: never repaired, though no phrasing has them.
  package var commonWords: [String] = []

  package init() {}
}
