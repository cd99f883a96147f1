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
    checkIndex()
    var counted = TriageIndex.Lanes(repeating: 0)
    var floors: [Slot] = []
    var notAsked: [Slot] = []
    var verdict = Verdict(.runEasy)
    var floor = verdict
    for place in index.slots.indices {
      let slot = index.slots[place]
      let bits = values.bits(of: slot)
      if bits == 0 {
        notAsked.append(slot)
      } else if bits < 15 {
        counted[slot.rawValue] = Int8(truncatingIfNeeded: bits) - 1
      } else {
        counted[slot.rawValue] = index.unknownValues[slot.rawValue]
        if let least = index.floors[place] {
          floor = floor.joined(with: least)
          floors.append(slot)
        }
      }
    }
    var fired: [Int] = []
    var base: [Int] = []
    for place in index.low.indices where index.fires(place, counted) {
      verdict = verdict.joined(with: index.verdicts[place])
      if index.isBase[place] { base.append(place) } else { fired.append(place) }
    }
    if index.hasOverrides,
      let first = rules.indices.first(where: { place in
        rules[place].overrides && index.fires(place, counted)
      })
    {
      verdict = rules[first].verdict
    }
    verdict = verdict.joined(with: floor)
    if fired.isEmpty { fired = base }
    return TriageOutcome(
      verdict: verdict, fired: fired, deciding: deciding(fired, verdict),
      unknownFloors: floors, notAsked: notAsked)
  }

  /// The verdict alone, for asking what other answers would give. Allocates nothing.
  func verdict(_ values: SlotValues) -> Verdict {
    checkIndex()
    if index.hasOverrides { return evaluate(values).verdict }
    var counted = TriageIndex.Lanes(repeating: 0)
    var verdict = Verdict(.runEasy)
    for place in index.slots.indices {
      let slot = index.slots[place]
      let bits = values.bits(of: slot)
      if bits == 15 {
        counted[slot.rawValue] = index.unknownValues[slot.rawValue]
        if let floor = index.floors[place] { verdict = verdict.joined(with: floor) }
      } else if bits > 0 {
        counted[slot.rawValue] = Int8(truncatingIfNeeded: bits) - 1
      }
    }
    for place in index.low.indices where index.fires(place, counted) {
      verdict = verdict.joined(with: index.verdicts[place])
    }
    return verdict
  }

  /// A table whose index does not follow it would find nothing dangerous.
  @inline(__always)
  private func checkIndex() {
    precondition(
      index.verdicts.count == rules.count && index.slots.count == slots.count,
      "the index has \(index.verdicts.count) rules, the table \(rules.count)")
  }

  private func deciding(_ fired: [Int], _ verdict: Verdict) -> [Int] {
    fired.filter { place in
      let given = index.verdicts[place]
      let isBase = index.isBase[place]
      if given.outcome == verdict.outcome, verdict.outcome > .runEasy || isBase { return true }
      return verdict.appointment && verdict.outcome < .restSeeClinician && given.appointment
    }
  }
}

extension TriageIndex {
  /// Whether a rule fires at the numbers that the slots count as.
  @inline(__always)
  func fires(_ place: Int, _ counted: Lanes) -> Bool {
    all((counted .>= low[place]) .& (counted .<= high[place]))
  }
}
