/// What a check says for one outcome, whatever led to it.
package struct OutcomeText: Hashable, Sendable {
  package var outcome: Outcome
  /// Two or three words for the headline: "Run easy".
  package var title: String
  /// One line in plain words.
  package var says: [Sentence]
  /// The outcome after "would make it": "cross-train instead".
  package var short: String
  /// When to ask again.
  package var again: [Sentence]

  package init(
    outcome: Outcome, title: String, says: [Sentence], short: String, again: [Sentence]
  ) {
    self.outcome = outcome
    self.title = title
    self.says = says
    self.short = short
    self.again = again
  }
}

/// Something about the runner that changes what is said and never what is decided.
package enum RunnerTrait: String, CaseIterable, Hashable, Sendable {
  case masters, menopause
  /// A condition or medicine with which anti-inflammatory pain medicine needs care or is out.
  case medicineCaution = "medicine-caution"
  /// Pain medicine was taken before the pain was judged.
  case painkiller
  /// "My doctor says I can run."
  case cleared
}

/// A piece of advice that the guards can take away.
package struct Advice: Hashable, Sendable {
  /// Where in the result it stands.
  package enum Section: String, CaseIterable, Hashable, Sendable {
    case today, instead
    case stopIf = "stop-if"
    case after
    case notToday = "not-today"
    case note
  }

  package var id: String
  package var section: Section
  /// Outcomes for which it is given.
  package var outcomes: ClosedRange<Outcome>
  /// All must hold.
  package var conditions: [SlotCondition]
  /// Only if this was said about the runner; nil for everyone.
  package var trait: RunnerTrait?
  /// Only where the result carries the advice to book an appointment.
  package var needsAppointment: Bool
  /// Kinds of advice it belongs to; a guard names those that it removes.
  package var tags: [String]
  package var says: [Sentence]

  package init(
    id: String, section: Section, outcomes: ClosedRange<Outcome>,
    conditions: [SlotCondition] = [], trait: RunnerTrait? = nil, needsAppointment: Bool = false,
    tags: [String], says: [Sentence]
  ) {
    self.id = id
    self.section = section
    self.outcomes = outcomes
    self.conditions = conditions
    self.trait = trait
    self.needsAppointment = needsAppointment
    self.tags = tags
    self.says = says
  }
}

/// Takes advice away where a case forbids it, or adds a caution to it; it never permits anything.
package struct AdviceGuard: Hashable, Sendable {
  package var id: String
  /// Any of these groups suffices, within a group all must hold; none at all: see `always`.
  package var anyOf: [[SlotCondition]]
  /// From this outcome on, whatever the slots; nil: by slots and traits only.
  package var fromOutcome: Outcome?
  /// Any of these traits suffices.
  package var traits: [RunnerTrait]
  /// It holds in every case.
  package var always: Bool
  /// Tags of the advice that goes.
  package var removes: [String]
  /// Ids of the topics whose advice must not be given while it holds.
  package var topics: [String]
  /// Why the advice is missing, or the caution that goes with it.
  package var says: [Sentence]
  /// Tags of the advice to which `says` is added as a caution, if it is given.
  package var accompanies: [String]

  package init(
    id: String, anyOf: [[SlotCondition]], fromOutcome: Outcome?, traits: [RunnerTrait],
    always: Bool,
    removes: [String], topics: [String], says: [Sentence], accompanies: [String]
  ) {
    self.id = id
    self.anyOf = anyOf
    self.fromOutcome = fromOutcome
    self.traits = traits
    self.always = always
    self.removes = removes
    self.topics = topics
    self.says = says
    self.accompanies = accompanies
  }
}

/// A question about several slots at once.
package struct TriageQuestion: Hashable, Sendable {
  package enum Kind: String, CaseIterable, Hashable, Sendable {
    case danger, background, everyday
  }

  /// A line that can be picked.
  package struct Choice: Hashable, Sendable {
    package var text: String
    /// What picking it settles.
    package var sets: [SlotCondition]
    /// What picking it leaves to be asked one by one.
    package var asks: [Slot]

    package init(text: String, sets: [SlotCondition], asks: [Slot]) {
      self.text = text
      self.sets = sets
      self.asks = asks
    }
  }

  package var kind: Kind
  package var slots: [Slot]
  package var ask: String
  /// How the question is put when the answers are known from before; nil: not put again.
  package var askAgain: String?
  /// What to answer with: "Numbers or words; none if none."
  package var hint: String
  package var choices: [Choice]
  package var why: [Sentence]
  /// Asked even where only a short check is wanted, unless the message told of it.
  package var isEssential: Bool

  package init(
    kind: Kind, slots: [Slot], ask: String, askAgain: String?, hint: String, choices: [Choice],
    why: [Sentence], isEssential: Bool
  ) {
    self.isEssential = isEssential
    self.kind = kind
    self.slots = slots
    self.ask = ask
    self.askAgain = askAgain
    self.hint = hint
    self.choices = choices
    self.why = why
  }
}
