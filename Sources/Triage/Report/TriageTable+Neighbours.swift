package import Knowledge

/// One other answer, and what it would make of the result.
package struct NearestChange: Hashable, Sendable {
  package var slot: Slot
  package var value: Int
  package var verdict: Verdict
  /// Places in `table.rules` of the rules that then decide.
  package var deciding: [Int]
}

extension TriageTable {
  /// The nearest worse answer that makes the result harsher; nil if none does.
  ///
  /// Slots with a complaint of their own come before others and everyday slots before the rest,
  /// then the smaller step counts, then the milder of the results.
  package func nearestHarsher(_ values: SlotValues) -> NearestChange? {
    let now = verdict(values)
    return nearest(values) { definition, current in
      current < definition.worst ? Array(current + 1...definition.worst) : []
    } accept: {
      $0.covers(now) && $0 != now
    }
  }

  /// The nearest milder answer that makes the result milder, by itself; nil if none does.
  ///
  /// Background does not change from day to day and is left out, and so is a break that was. An
  /// unknown becomes milder by its harmless answer.
  package func nearestMilder(_ values: SlotValues) -> NearestChange? {
    let now = verdict(values)
    let background = Set(questions.filter { $0.kind == .background }.flatMap(\.slots))
    return nearest(values) { definition, current in
      let slot = definition.slot
      if background.contains(slot) { return [] }
      if values[slot] == .unknown { return [0] }
      return current == 0 ? [] : ((slot == .returning ? 1 : 0)..<current).reversed()
    } accept: {
      now.covers($0) && $0 != now
    }
  }

  private func nearest(
    _ values: SlotValues, steps: (SlotDefinition, Int) -> [Int], accept: (Verdict) -> Bool
  ) -> NearestChange? {
    let everyday = Set(questions.filter { $0.kind == .everyday }.flatMap(\.slots))
    var best: (change: NearestChange, rank: (Int, Int, Int))?
    for definition in slots {
      let slot = definition.slot
      let current = counted(slot, in: values)
      for step in steps(definition, current) {
        var other = values
        other[slot] = .value(step)
        guard accept(verdict(other)) else { continue }
        let outcome = evaluate(other)
        let kind = (current > 0 ? 0 : 1) + (everyday.contains(slot) ? 0 : 2)
        let rank = (kind, abs(step - current), abs(outcome.outcome.rawValue))
        if best.map({ rank < $0.rank }) ?? true {
          let change = NearestChange(
            slot: slot, value: step, verdict: outcome.verdict, deciding: outcome.deciding)
          best = (change, rank)
        }
        break
      }
    }
    return best?.change
  }
}
