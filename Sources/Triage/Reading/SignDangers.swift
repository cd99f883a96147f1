import Knowledge

/// Which findings are danger signs, as the triage table has it.
struct SignDangers {
  /// Least value of each slot that is a danger sign by itself.
  private var least = [Int](repeating: Int.max, count: Slot.count)
  /// Conditions that are one only together: diabetes or an injection with another sign.
  private var joined: [[SlotCondition]] = []

  init(_ table: TriageTable) {
    for slot in table.slots {
      if let from = slot.dangerFrom { least[slot.slot.rawValue] = from }
    }
    joined = table.rules.map(\.conditions).filter { conditions in
      conditions.count > 1 && conditions.contains { $0.slot == .diabetes || $0.slot == .injection }
    }
  }

  func isDanger(_ value: Int, of slot: Slot) -> Bool { value >= least[slot.rawValue] }

  /// The danger signs among findings, in their order.
  func among(_ findings: [SlotFinding], known: SlotValues = SlotValues()) -> [SlotFinding] {
    var slots = Set<Slot>()
    for conditions in joined {
      let isMet = conditions.allSatisfy { condition in
        findings.contains { $0.slot == condition.slot && condition.holds(for: $0.value) }
          || condition.holds(for: known.number(of: condition.slot) ?? 0)
      }
      if isMet { slots.formUnion(conditions.map(\.slot)) }
    }
    return findings.filter {
      isDanger($0.value, of: $0.slot) || $0.value > 0 && slots.contains($0.slot)
    }
  }
}
