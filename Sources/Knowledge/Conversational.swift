/// A conversational intent that is not about the condition: greeting, thanks, help ...
package struct SmallTalk: Hashable, Sendable {
  package var id: String
  /// Replies in the order in which they are used; the last repeats.
  package var replies: [String]

  package init(id: String, replies: [String]) {
    self.id = id
    self.replies = replies
  }
}

/// Another condition that is recognised, named and sent on, never answered as plantar fasciitis.
package struct NearMiss: Hashable, Sendable {
  package var id: String
  /// What it may be called: "Achilles tendon trouble".
  package var name: String
  package var says: [Sentence]
  /// Words of its own, one of which a message must have to be taken for it: runs of words in small
  /// letters, the last of which may end in `*` for any ending.
  package var words: [String]
  package var phrasings: [String]

  package init(
    id: String, name: String, says: [Sentence], words: [String] = [], phrasings: [String]
  ) {
    self.id = id
    self.name = name
    self.says = says
    self.words = words
    self.phrasings = phrasings
  }
}

/// Wording of a refusal, by its reason.
package struct Decline: Hashable, Sendable {
  /// `off-topic`, `unclear`, `diagnosis`, `promise`, `dose`, `brand`, `date`, `empty`, `too-long`,
  /// `insult`, `injection`, `language`, `gibberish` ...
  package var reason: String
  package var replies: [String]
  /// Messages that call for this very decline, as people put them; may be empty.
  package var asked: [String]

  package init(reason: String, replies: [String], asked: [String]) {
    self.reason = reason
    self.replies = replies
    self.asked = asked
  }
}

/// Ways in which people put one topic.
package struct PhrasingSet: Hashable, Sendable {
  /// Topic id, or `none` for what is out of scope.
  package var topic: String
  /// For `none`: the kind of thing that is out of scope.
  package var group: String?
  package var phrasings: [String]

  package init(topic: String, group: String?, phrasings: [String]) {
    self.topic = topic
    self.group = group
    self.phrasings = phrasings
  }
}
