/// What kind of turn a reply is; the raw value is the one in the JSON form.
package enum ReplyKind: String, Codable, Hashable, Sendable {
  case answer, question, triage, smalltalk, unknown
}

/// A piece of a reply, laid out by whoever shows it.
package enum Block: Hashable, Codable, Sendable {
  /// Running text with `[1]` marks.
  case paragraph(String)
  /// A short title over the blocks that follow.
  case heading(String)
  /// The outcome of a triage, with its level from 0 (run easy) to 5 (emergency).
  case outcome(level: Int, title: String)
  /// Lines with a label each: "Today", "Stop if".
  case labelled([LabelledLine])
  /// Points without order.
  case list([String])
  /// Things to choose from, numbered from 1.
  case choices([String])
  /// Small print.
  case note(String)
  /// Titles of near topics.
  case related([String])
}

/// A line of advice under its label.
package struct LabelledLine: Hashable, Codable, Sendable {
  package var label: String
  package var text: String

  package init(label: String, text: String) {
    self.label = label
    self.text = text
  }
}

/// One claim behind a reply and the number of the mark that points to it.
///
/// Claims of one section by one speaker share a number.
package struct Citation: Hashable, Codable, Sendable {
  package var number: Int
  package var claim: String
  package var source: String
  package var locator: String
  /// Name and credentials as printed, or nil for the voice of the document.
  package var speaker: String?

  package init(number: Int, claim: String, source: String, locator: String, speaker: String?) {
    self.number = number
    self.claim = claim
    self.source = source
    self.locator = locator
    self.speaker = speaker
  }
}

/// A spelling repair that was made before the message was understood.
package struct Repair: Hashable, Codable, Sendable {
  package var from: String
  package var to: String

  package init(from: String, to: String) {
    self.from = from
    self.to = to
  }
}

/// Value of a slot as the triage knows it.
package enum KnownValue: Hashable, Codable, Sendable {
  case value(Int)
  case unknown
}

/// What the assistant says to one message.
package struct Reply: Hashable, Codable, Sendable {
  package var kind: ReplyKind
  /// Ids of the topics the reply speaks to, most important first.
  package var topics: [String] = []
  /// Id of the outcome: `run-easy` … `emergency`.
  package var outcome: String?
  package var appointment = false
  package var provisional = false
  /// What a question asks for: a slot, several joined by `+`, `danger`, `background` or `topic`.
  package var asks: String?
  /// Slots known so far, in the order of the table.
  package var slots: [KnownSlot] = []
  /// Ids of the triage rules that fired.
  package var rules: [String] = []
  package var blocks: [Block] = []
  package var citations: [Citation] = []
  /// Runner-up topics.
  package var alternatives: [String] = []
  /// Calibrated probability that the topics are right, 0 to 1; nil where nothing was matched.
  package var confidence: Double?
  package var repairs: [Repair] = []

  package init(kind: ReplyKind) {
    self.kind = kind
  }
}

/// A slot of the triage and its value.
package struct KnownSlot: Hashable, Codable, Sendable {
  package var slot: String
  package var value: KnownValue

  package init(slot: String, value: KnownValue) {
    self.slot = slot
    self.value = value
  }
}
