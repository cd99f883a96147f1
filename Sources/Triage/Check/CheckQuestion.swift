package import Knowledge

/// A question of the check, as it is put.
package struct CheckQuestion: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// One of the two lists, or several everyday slots at once.
    case list(TriageQuestion.Kind)
    /// One slot alone; the choices are its values.
    case slot
    /// Whether a danger sign is really taken back, for the value that it would fall to.
    case confirm(Int)
    /// Whether a sign that was told goes with what would make it an emergency, yes or no.
    case worse(Int)
  }

  package var kind: Kind
  package var slots: [Slot]
  /// The question itself, one line.
  package var ask: String
  /// Lines to pick from, numbered from 1 as they stand; empty for a question with a scale.
  package var choices: [String]
  /// What to answer with; may be empty.
  package var hint: String
  /// Why it is asked.
  package var why: [Sentence]
  /// What the one line of it says; nil where there are more.
  package var effect: String? { effects.count == 1 ? effects[0].text : nil }
  /// What each choice settles and leaves to be asked.
  var effects: [TriageQuestion.Choice]

  /// Name in the interface: the slot, several joined by `+`, or the name of the list.
  package var asks: String {
    switch kind {
    case .list(.danger), .worse: "danger"
    case .list(.background): "background"
    default: slots.map(\.id).joined(separator: "+")
    }
  }

  /// Question, numbered lines and hint, unwrapped.
  package var text: String {
    var lines = [ask]
    if !choices.isEmpty {
      lines.append("")
      for (place, choice) in choices.enumerated() { lines.append("  \(place + 1)  \(choice)") }
      if !hint.isEmpty { lines.append("") }
    }
    if !hint.isEmpty { lines.append(hint) }
    return lines.joined(separator: "\n")
  }
}
