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
  /// Places in `slots`, by the slot's raw value; nil for a slot that the table does not have.
  package var places: [Int?] = Array(repeating: nil, count: Slot.count)
  /// The worst value of a slot, and the one from which on it is a danger sign, by its raw value.
  package var worst = Lanes(repeating: 0)
  package var dangerFrom = Lanes(repeating: .max)
  /// Places in `slots` of those whose unknown has a floor, and the floors.
  package var floors: [Verdict?] = []

  package init() {}

  init(slots definitions: [SlotDefinition], rules: [TriageRule]) {
    slots = definitions.map(\.slot)
    floors = definitions.map(\.unknown.floor)
    for (place, definition) in definitions.enumerated() {
      let lane = definition.slot.rawValue
      if places[lane] == nil { places[lane] = place }
      unknownValues[lane] = Int8(clamping: definition.unknown.value)
      worst[lane] = Int8(clamping: definition.worst)
      if let dangerFrom = definition.dangerFrom {
        self.dangerFrom[lane] = Int8(clamping: dangerFrom)
      }
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
