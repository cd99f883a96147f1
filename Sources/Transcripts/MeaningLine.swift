package import Dialogue

/// What a reply must mean, whatever its words: one `@` line of a turn.
package struct MeaningLine: Hashable, Sendable {
  package var place: Place
  /// As written, without the `@`.
  package var source: String
  package var check: Check
  /// `@ not topic: …`.
  package var isNegated: Bool
  /// Place in the file's lines, from 0.
  package var index: Int

  package init(place: Place, source: String, check: Check, isNegated: Bool, index: Int) {
    self.place = place
    self.source = source
    self.check = check
    self.isNegated = isNegated
    self.index = index
  }

  package enum Check: Hashable, Sendable {
    case kind(ReplyKind)
    /// The first is the most important topic of the reply, the others are among them; none: none.
    case topics([String])
    case outcome(OutcomeBound)
    case appointment(Bool)
    case provisional(Bool)
    /// All have fired; none: none has.
    case rules([String])
    case slots([ExpectedSlot])
    /// Sources or claims that are cited; none: nothing is.
    case cites([String])
    case says(TextPattern)
    case never(TextPattern)
    case asks(String?)
    case alternatives([String])
    case repair(from: String, to: String)
    /// Something that the turn reports to have done: a move, a guard, a decline, a command.
    case trace(TurnTrace.Column, [String])
  }

  /// The key before the colon.
  package var key: String { check.key }
}

extension MeaningLine.Check {
  package var key: String {
    switch self {
    case .kind: "kind"
    case .topics: "topic"
    case .outcome: "outcome"
    case .appointment: "appointment"
    case .provisional: "provisional"
    case .rules: "rule"
    case .slots: "slot"
    case .cites: "cites"
    case .says: "says"
    case .never: "never"
    case .asks: "asks"
    case .alternatives: "alternatives"
    case .repair: "repair"
    case .trace(let column, _): column.rawValue
    }
  }
}

/// An outcome, or a level that must be reached.
package enum OutcomeBound: Hashable, Sendable {
  case none
  case exactly(String)
  case atLeast(String)
}

/// A slot and the value that it must have.
package struct ExpectedSlot: Hashable, Sendable {
  package enum Value: Hashable, Sendable {
    case number(Int)
    /// The word of a value in the triage table.
    case word(String)
    case unknown
    /// Nothing is known of it.
    case absent
  }

  package var slot: String
  package var value: Value

  package init(slot: String, value: Value) {
    self.slot = slot
    self.value = value
  }
}

/// Words or a regular expression; letter case, kind of quotes and white space do not count.
package enum TextPattern: Hashable, Sendable {
  case words(String)
  case expression(String)
}
