/// A test of one slot against bounds that belong to it.
///
/// A sound table uses lower bounds only. Upper bounds can be written so that a table with them can
/// be read, and refuted with an example.
package struct SlotCondition: Hashable, Sendable {
  package var slot: Slot
  package var atLeast: Int
  /// Nil: no upper bound.
  package var atMost: Int?

  package init(_ slot: Slot, atLeast: Int, atMost: Int? = nil) {
    self.slot = slot
    self.atLeast = atLeast
    self.atMost = atMost
  }

  package func holds(for value: Int) -> Bool {
    value >= atLeast && (atMost.map { value <= $0 } ?? true)
  }

  /// "run >= 3", as in the table.
  package var words: String {
    guard let atMost else { return "\(slot.id) >= \(atLeast)" }
    if atMost == atLeast { return "\(slot.id) = \(atLeast)" }
    if atLeast == 0 { return "\(slot.id) <= \(atMost)" }
    return "\(slot.id) >= \(atLeast) and \(slot.id) <= \(atMost)"
  }
}

/// A line of the decision table: where its conditions hold, the result is at least its verdict.
package struct TriageRule: Hashable, Sendable {
  /// Where a rule is from.
  package enum Kind: String, CaseIterable, Hashable, Sendable {
    /// The two documents that the assistant is built on.
    case seed = "S"
    /// Other sources that were read, for safety.
    case safety = "X"
    /// No source: the more careful choice of the editors.
    case precaution = "P"
  }

  package var id: String
  package var kind: Kind
  /// All must hold; none at all means always.
  package var conditions: [SlotCondition]
  package var verdict: Verdict
  /// The verdict replaces the maximum of the others. No sound table has such a rule.
  package var overrides: Bool
  /// The rule adds support to a result that another rule gives, and changes none.
  package var corroborates: Bool
  /// What was met, as a phrase: "pain through the whole run".
  package var means: String
  /// Ids of the claims that support it; for a precaution the nearest facts.
  package var support: [String]
  /// Why the result is what it is, as the runner reads it.
  package var says: [Sentence]

  package init(
    id: String, kind: Kind, conditions: [SlotCondition], verdict: Verdict, overrides: Bool = false,
    corroborates: Bool = false, means: String = "", support: [String] = [], says: [Sentence] = []
  ) {
    self.id = id
    self.kind = kind
    self.conditions = conditions
    self.verdict = verdict
    self.overrides = overrides
    self.corroborates = corroborates
    self.means = means
    self.support = support
    self.says = says
  }
}
