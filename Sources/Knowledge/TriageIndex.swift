/// What evaluating a triage table needs, laid out flat: one box of values for each rule.
///
/// It is derived from the slots and rules of a table and kept beside them, because a check
/// evaluates its table some hundred times between two questions. One lane a slot.
package struct TriageIndex: Hashable, Sendable {
  package typealias Lanes = SIMD32<Int8>

  /// Bounds of the values in which a rule fires, both included.
  package var low: [Lanes] = []
  package var high: [Lanes] = []
  package var verdicts: [Verdict] = []
  /// Rules without conditions.
  package var isBase: [Bool] = []
  /// The first rule that overrides, if there is one: evaluation then looks for more.
  package var hasOverrides = false
  /// Places of the rules that name a slot, by the slot's raw value.
  package var rulesOfSlot: [[Int]] = []
  package var slots: [Slot] = []
  /// The number that an unknown counts as, by the slot's raw value.
  package var unknownValues = Lanes(repeating: 0)
  /// Places in `slots` of those whose unknown has a floor, and the floors.
  package var floors: [Verdict?] = []

  package init() {}

  init(slots definitions: [SlotDefinition], rules: [TriageRule]) {
    slots = definitions.map(\.slot)
    floors = definitions.map(\.unknown.floor)
    for definition in definitions {
      unknownValues[definition.slot.rawValue] = Int8(clamping: definition.unknown.value)
    }
    rulesOfSlot = Array(repeating: [], count: Slot.count)
    for (place, rule) in rules.enumerated() {
      var least = Lanes(repeating: 0)
      var most = Lanes(repeating: .max)
      for condition in rule.conditions {
        let lane = condition.slot.rawValue
        least[lane] = max(least[lane], Int8(clamping: condition.atLeast))
        if let atMost = condition.atMost { most[lane] = min(most[lane], Int8(clamping: atMost)) }
        if rulesOfSlot[lane].last != place { rulesOfSlot[lane].append(place) }
      }
      low.append(least)
      high.append(most)
      verdicts.append(rule.verdict)
      isBase.append(rule.conditions.isEmpty)
      hasOverrides = hasOverrides || rule.overrides
    }
  }
}
