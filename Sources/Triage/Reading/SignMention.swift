package import Knowledge

/// Words of a message that match a sign, with the sense in which they stand there.
package struct SignMention: Hashable, Sendable {
  /// How the words are meant.
  package enum State: String, CaseIterable, Hashable, Sendable {
    /// It holds for the runner, now.
    case present
    case negated
    /// Over: "last year", "used to".
    case past
    case otherPerson = "other-person"
    /// "what if it goes numb".
    case hypothetical
    /// "is numbness a bad sign?": asks about the thing, not about a foot.
    case generalQuestion = "general-question"
    /// "not sure if it is swollen".
    case unsure
    /// Replaced by a correction further on.
    case corrected
  }

  /// What the words stand for.
  package enum Sign: Hashable, Sendable {
    case value(Slot, Int)
    /// Something alarming that the table does not list, by its name in the data.
    case alarm(String)
    /// A sign that counts only together with another.
    case companion(String)
  }

  package var sign: Sign
  package var state: State
  /// Whether it replaces something that was said before.
  package var isCorrection = false
  /// UTF-8 offsets in the message as it was written.
  package var range: Range<Int>

  package init(sign: Sign, state: State, range: Range<Int>) {
    self.sign = sign
    self.state = state
    self.range = range
  }

  package var slot: Slot? {
    if case .value(let slot, _) = sign { slot } else { nil }
  }

  package var value: Int? {
    if case .value(_, let value) = sign { value } else { nil }
  }
}

/// What a message says about the slots of the triage table, and what is alarming in it.
package struct MessageReading: Hashable, Sendable {
  /// Every mention, in the order of the message, whatever its state; for tracing.
  package var mentions: [SignMention] = []
  /// What counts, by slot: several values of a slot take the worst, `denied` stands only where
  /// nothing else is said of the slot.
  package var findings: [SlotFinding] = []
  /// Danger signs among the findings, as the triage table defines them; diabetes and injections
  /// together with a sign that a rule joins to them are among these.
  package var dangers: [SlotFinding] = []
  /// Alarming signs that are outside of the table, by name: "chest", "bladder", "suicide".
  package var alarms: [SignMention] = []
  /// Whether the dangers are those of somebody else, for whom the message asks.
  package var isForAnother = false
  /// Danger signs that a correction in the same message took back; to be confirmed by a question.
  package var takenBack: [SlotFinding] = []
  /// Whether the message asks for somebody else, be it alarming or not.
  package var asksForAnother = false

  package init() {}

  /// Names of the alarms, and of the signs that count only with another, that hold for the runner.
  package var accompanying: Set<String> {
    var names: Set<String> = []
    for mention in mentions where mention.state == .present {
      switch mention.sign {
      case .alarm(let name), .companion(let name): names.insert(name)
      case .value: break
      }
    }
    return names
  }

  /// Whether anything must be answered before all else.
  package var isAlarming: Bool { !dangers.isEmpty || !alarms.isEmpty }

  /// The worst value that is said of a slot, 0 where it is denied; nil where nothing is said.
  package func value(of slot: Slot) -> Int? {
    findings.lazy.filter { $0.slot == slot && $0.manner != .unsure }.map(\.value).max()
  }
}
