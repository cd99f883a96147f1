/// Something that a message does in a conversation rather than asks: "yes", "shorter", "no, I meant".
package struct DialogueAct: Hashable, Sendable {
  /// `yes`, `no`, `shorter`, `repeat`, `correction` …; the conversation knows what to do with it.
  package var id: String
  /// Wordings in the form of `WordPattern`, lower case, without punctuation.
  package var says: [String]

  package init(id: String, says: [String]) {
    self.id = id
    self.says = says
  }
}

/// How people ask for one aspect of a topic: "how long", "for how many minutes".
package struct AspectWording: Hashable, Sendable {
  package var aspect: Aspect
  /// Runs of words, each anywhere in a message.
  package var says: [String]

  package init(aspect: Aspect, says: [String]) {
    self.aspect = aspect
    self.says = says
  }
}
