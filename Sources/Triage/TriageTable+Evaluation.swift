package import Knowledge

/// The result of a check with everything that led to it.
package struct TriageOutcome: Hashable, Sendable {
  package var verdict: Verdict
  /// Places in `table.rules` of the rules that fired, in table order. A rule without conditions is
  /// named only when nothing else fired.
  package var fired: [Int]
  /// Those of `fired` that reach the level, or without which the flag would not stand.
  package var deciding: [Int]
  /// Slots whose unknown answer alone asks for a level or a flag of its own.
  package var unknownFloors: [Slot]
  /// Slots that nobody asked about; they were taken as harmless.
  package var notAsked: [Slot]

  package var outcome: Outcome { verdict.outcome }
  package var appointment: Bool { verdict.appointment }
  /// The result rests on what was said; something was taken as harmless that nobody asked about.
  package var isProvisional: Bool { !notAsked.isEmpty }
}

extension TriageTable {
  /// The maximum of the levels of all rules that fire, and the "or" of their flags.
  ///
  /// A slot not asked counts as 0, an unknown as the table says. Where no rule fires the outcome is
  /// `run-easy`; `proof()` reports a table in which that can happen. A rule that overrides takes the
  /// place of the maximum, the first of several. O(rules); allocates the lists of the result only.
  package func evaluate(_ values: SlotValues) -> TriageOutcome {
    var counted = CountedValues()
    var floors: [Slot] = []
    var notAsked: [Slot] = []
    var floor = Verdict(.runEasy)
    for definition in slots {
      switch values[definition.slot] {
      case .notAsked: notAsked.append(definition.slot)
      case .value(let value): counted[definition.slot] = value
      case .unknown:
        counted[definition.slot] = definition.unknown.value
        if let least = definition.unknown.floor {
          floor = floor.joined(with: least)
          floors.append(definition.slot)
        }
      }
    }
    var verdict = Verdict(.runEasy)
    var fired: [Int] = []
    var base: [Int] = []
    var overriding: Int?
    fired.reserveCapacity(8)
    for place in rules.indices where rules[place].fires(counted) {
      verdict = verdict.joined(with: rules[place].verdict)
      if rules[place].overrides, overriding == nil { overriding = place }
      if rules[place].conditions.isEmpty { base.append(place) } else { fired.append(place) }
    }
    if fired.isEmpty { fired = base }
    if let overriding { verdict = rules[overriding].verdict }
    verdict = verdict.joined(with: floor)
    return TriageOutcome(
      verdict: verdict, fired: fired, deciding: deciding(fired, verdict),
      unknownFloors: floors, notAsked: notAsked)
  }

  private func deciding(_ fired: [Int], _ verdict: Verdict) -> [Int] {
    fired.filter { place in
      let given = rules[place].verdict
      let isBase = rules[place].conditions.isEmpty
      if given.outcome == verdict.outcome, verdict.outcome > .runEasy || isBase { return true }
      return verdict.appointment && verdict.outcome < .restSeeClinician && given.appointment
    }
  }
}

extension TriageRule {
  @inline(__always)
  func fires(_ counted: CountedValues) -> Bool {
    for condition in conditions where !condition.holds(for: counted[condition.slot]) {
      return false
    }
    return true
  }
}

/// The number that each slot counts as.
struct CountedValues {
  private var numbers = SIMD32<Int8>(repeating: 0)

  subscript(slot: Slot) -> Int {
    @inline(__always) get { Int(numbers[slot.rawValue]) }
    set { numbers[slot.rawValue] = Int8(truncatingIfNeeded: newValue) }
  }
}
