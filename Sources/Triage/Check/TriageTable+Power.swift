package import Knowledge

/// What the answers to some slots could still do to a result.
struct DecidingPower: Comparable {
  /// The verdict with all of the slots at their worst, everything else as it is.
  var worst: Verdict
  /// How many single answers would change the verdict.
  var answers: Int

  static func < (a: DecidingPower, b: DecidingPower) -> Bool {
    (a.worst.outcome.rawValue, a.worst.appointment ? 1 : 0, a.answers)
      < (b.worst.outcome.rawValue, b.worst.appointment ? 1 : 0, b.answers)
  }
}

extension TriageTable {
  /// Whether some answers to `slots`, together with some answers to the other open slots, change
  /// level or flag.
  ///
  /// Exact for a table whose conditions are all lower bounds: if any answers change the result, a
  /// rule fires with them and not without, and it already does at its least point, with all other
  /// open slots at their least. `open` slots may take any value from what `values` says upwards.
  func canChange(_ slots: some Collection<Slot>, _ values: SlotValues, open: Set<Slot>) -> Bool {
    for slot in slots {
      for place in index.rulesOfSlot[slot.rawValue] {
        guard let least = leastPoint(of: place, values, open: open) else { continue }
        var without = least
        for slot in slots where open.contains(slot) { without[slot] = values[slot] }
        if verdict(least) != verdict(without) { return true }
      }
    }
    return false
  }

  /// The least values from `values` on at which a rule fires; nil if the slots that are not open
  /// keep it from firing.
  private func leastPoint(
    of place: Int, _ values: SlotValues, open: Set<Slot>
  ) -> SlotValues? {
    var least = values
    for condition in rules[place].conditions {
      if open.contains(condition.slot) {
        least.raise(condition.slot, to: condition.atLeast)
      } else if !condition.holds(for: counted(condition.slot, in: values)) {
        return nil
      }
    }
    return least
  }

  func power(of slots: [Slot], _ values: SlotValues) -> DecidingPower {
    let now = verdict(values)
    var worst = values
    var answers = 0
    for slot in slots {
      let most = Int(index.worst[slot.rawValue])
      worst[slot] = .value(most)
      for value in 0...most {
        var one = values
        one[slot] = .value(value)
        if verdict(one) != now { answers += 1 }
      }
    }
    return DecidingPower(worst: verdict(worst), answers: answers)
  }

  /// The number that a slot counts as.
  func counted(_ slot: Slot, in values: SlotValues) -> Int {
    switch values[slot] {
    case .notAsked: 0
    case .value(let value): value
    case .unknown: Int(index.unknownValues[slot.rawValue])
    }
  }

  /// The least value of a slot that by itself is more than harmless: what a picked sign is at
  /// least.
  func leastSign(of slot: Slot) -> Int {
    let worst = Int(index.worst[slot.rawValue])
    let harmless = verdict(SlotValues())
    for value in stride(from: 1, through: worst, by: 1)
    where verdict(SlotValues([slot: value])) != harmless {
      return value
    }
    return min(1, worst)
  }

  /// Whether a value of a slot is a danger sign.
  package func isDanger(_ slot: Slot, _ value: Int) -> Bool {
    value >= Int(index.dangerFrom[slot.rawValue])
  }
}
