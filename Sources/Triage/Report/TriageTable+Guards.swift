package import Knowledge

extension TriageTable {
  /// The guards that hold for a case, in table order. Guards that always hold are among them.
  package func activeGuards(
    _ values: SlotValues, _ verdict: Verdict, traits: Set<RunnerTrait> = []
  ) -> [AdviceGuard] {
    guards.filter { item in
      item.always || item.fromOutcome.map { verdict.outcome >= $0 } ?? false
        || item.traits.contains { traits.contains($0) }
        || item.anyOf.contains { group in
          group.allSatisfy { $0.holds(for: counted($0.slot, in: values)) }
        }
    }
  }

  /// The guards that forbid to give a topic's advice in a case; empty if it may be given.
  package func guards(
    withholding topic: String, _ values: SlotValues, _ verdict: Verdict,
    traits: Set<RunnerTrait> = []
  ) -> [AdviceGuard] {
    activeGuards(values, verdict, traits: traits).filter {
      $0.topics.contains(topic) && $0.accompanies.isEmpty
    }
  }
}
