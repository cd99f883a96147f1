/// The decision table of the check before a run, with everything that the check says.
///
/// It is plain data. What it decides is in `Triage`, and so is the proof that it decides as it
/// must; a table may therefore be wrong here, and a wrong one can be refuted.
package struct TriageTable: Hashable, Sendable {
  /// The slots in the order of the file; not every slot need be there.
  package var slots: [SlotDefinition] = [] { didSet { reindex() } }
  package var rules: [TriageRule] = [] { didSet { reindex() } }
  package var outcomes: [OutcomeText] = []
  /// The danger list, the background list and the everyday questions, in the order of the file.
  package var questions: [TriageQuestion] = []
  package var advice: [Advice] = []
  package var guards: [AdviceGuard] = []
  /// What must hold before running again.
  package var gates: [Sentence] = []
  /// Slots and rules laid out for evaluation; follows them by itself.
  package private(set) var index = TriageIndex()

  package init() {}

  /// Observers do not run within initializers, which therefore call this themselves.
  mutating func reindex() { index = TriageIndex(slots: slots, rules: rules) }

  /// The definition of a slot; nil if the table does not know it. O(1).
  package func definition(of slot: Slot) -> SlotDefinition? {
    index.places[slot.rawValue].map { slots[$0] }
  }

  /// The text of an outcome; nil if the table has none. O(outcomes).
  package func text(of outcome: Outcome) -> OutcomeText? {
    outcomes.first { $0.outcome == outcome }
  }
}

/// A slot with its values and what is said about it.
package struct SlotDefinition: Hashable, Sendable {
  package var slot: Slot
  /// What it is about, as a noun phrase for lists: "numbness, tingling or burning".
  package var label: String
  /// Values from harmless to worst; the place in the list is the number of the value.
  package var values: [SlotValueDefinition]
  /// The question when the slot is asked alone.
  package var question: String
  /// Why it is asked.
  package var why: [Sentence]
  package var unknown: UnknownTreatment
  /// From this value on the slot is a danger sign; nil if it never is one.
  package var dangerFrom: Int?
  /// Condition of a provisional result, continuing "if": "no part of the foot is numb".
  package var harmless: String

  package init(
    slot: Slot, label: String, values: [SlotValueDefinition], question: String, why: [Sentence],
    unknown: UnknownTreatment, dangerFrom: Int?, harmless: String
  ) {
    self.slot = slot
    self.label = label
    self.values = values
    self.question = question
    self.why = why
    self.unknown = unknown
    self.dangerFrom = dangerFrom
    self.harmless = harmless
  }

  /// The number of the worst value.
  package var worst: Int { max(0, values.count - 1) }
}

/// One value of a slot.
package struct SlotValueDefinition: Hashable, Sendable {
  /// One word for options and transcripts: "fades".
  package var word: String
  /// The value as a phrase that reads on after the slot's name: "pain at the start that fades".
  package var means: String
  /// Scores from 0 to 10 that stand for the value; nil where the slot has no such scale.
  package var scores: ClosedRange<Int>?
  /// Words by which an answer to the slot's own question may name the value.
  package var says: [String]

  package init(word: String, means: String, scores: ClosedRange<Int>? = nil, says: [String] = []) {
    self.word = word
    self.means = means
    self.scores = scores
    self.says = says
  }
}

/// What an answer that was asked for and not given counts as.
package struct UnknownTreatment: Hashable, Sendable {
  /// Number of the value that it counts as.
  package var value: Int
  /// The result is at least this, whatever the value gives; nil for no such floor.
  package var floor: Verdict?
  /// What the result then says about it.
  package var says: Sentence?

  package init(value: Int, floor: Verdict? = nil, says: Sentence? = nil) {
    self.value = value
    self.floor = floor
    self.says = says
  }
}
