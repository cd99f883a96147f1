import Knowledge
import Testing
import Triage

@Suite struct ProofTests {
  let shipped = shippedTable

  @Test func shippedTableIsSound() {
    let clock = ContinuousClock()
    var proof: TriageProof?
    let time = clock.measure { proof = shipped.proof() }
    for finding in proof?.findings ?? [] { Issue.record("\(finding.words(in: shipped))") }
    #expect(proof?.vectorCount == 18_807_399_383_040)
    #if !DEBUG
      #expect(time < .seconds(1), "the proof took \(time)")
    #endif
  }

  /// The words of all findings after a change of the shipped table.
  func words(after change: (inout TriageTable) -> Void) -> [String] {
    var table = shipped
    change(&table)
    return table.proof().findings.map { $0.words(in: table) }
  }

  func place(_ id: String) -> Int { shipped.rules.firstIndex { $0.id == id } ?? 0 }

  @Test func aTableWithoutABaseIsNotTotal() {
    let found = words { $0.rules.remove(at: place("S1")) }
    #expect(found == ["no rule fires when every answer is harmless"])
  }

  @Test func anEqualsInPlaceOfAtLeastFalls() {
    let found = words { table in
      table.rules[place("X10")].conditions = [SlotCondition(.nerve, atLeast: 2, atMost: 2)]
    }
    #expect(
      found == [
        "raising `nerve` from tingling to numb-weak would lower urgent-care to rest-see-clinician"
      ])
  }

  @Test func anUpperBoundFalls() {
    let found = words { table in
      table.rules[place("X21")].conditions[1] = SlotCondition(.run, atLeast: 3, atMost: 3)
    }
    // Rising pain is at the same level by itself, so nothing falls there.
    #expect(found == [])
    let flag = words { table in
      table.rules.append(
        TriageRule(
          id: "S20", kind: .seed, conditions: [SlotCondition(.plan, atLeast: 1, atMost: 1)],
          verdict: Verdict(.runEasy, appointment: true), support: ["H016"]))
    }
    #expect(
      flag == [
        "raising `plan` from little-more to much-more would lower run-easy + appointment to modify"
      ])
  }

  @Test func anOverrideFalls() {
    let found = words { table in
      table.rules.append(
        TriageRule(
          id: "S20", kind: .seed, conditions: [SlotCondition(.nerve, atLeast: 3)],
          verdict: Verdict(.modify), overrides: true, support: ["H016"]))
    }
    #expect(
      found.contains("raising `nerve` from tingling to numb-weak would lower urgent-care to modify")
    )
  }

  @Test func contradictingOverridesAreNamed() {
    let found = words { table in
      for (id, slot, level) in [("S20", Slot.rest, Outcome.urgentCare), ("S21", .bone, .modify)] {
        table.rules.append(
          TriageRule(
            id: id, kind: .seed, conditions: [SlotCondition(slot, atLeast: 1)],
            verdict: Verdict(level), overrides: true, support: ["H016"]))
      }
    }
    #expect(
      found.contains(
        "rules S20 and S21 contradict each other when `rest` is at-rest and `bone` is under-heel: "
          + "urgent-care or modify"))
  }

  @Test func aRuleThatOthersCoverIsNamed() {
    let weaker = words { table in
      table.rules.append(
        TriageRule(
          id: "S20", kind: .seed, conditions: [SlotCondition(.nerve, atLeast: 2)],
          verdict: Verdict(.crossTrain), support: ["R4-1"]))
    }
    #expect(
      weaker == ["rule S20 can never change a result, and is not marked as corroborating"])
    let unmarked = words { $0.rules[place("X29")].corroborates = false }
    #expect(unmarked.count == 2)
  }

  @Test func aMarkedRuleThatDecidesIsNamed() {
    let found = words { $0.rules[place("X8")].corroborates = true }
    #expect(
      found == [
        "rule X8 is marked as corroborating, yet it decides when `calf` is swollen-breathless: "
          + "emergency, without it urgent-care"
      ])
  }

  @Test func aRuleWithoutSupportOrWithoutValuesIsNamed() {
    #expect(
      words { $0.rules[place("S2")].support = [] } == ["rule S2 names no claim that supports it"])
    let found = words { table in
      table.rules.append(
        TriageRule(
          id: "S20", kind: .seed, conditions: [SlotCondition(.run, atLeast: 9)],
          verdict: Verdict(.emergency), support: ["H016"]))
    }
    #expect(found == ["rule S20 can never fire: no values meet its conditions"])
  }

  @Test func anUnknownOutOfBoundsIsNamed() {
    let place = shipped.slots.firstIndex { $0.slot == .plan } ?? 0
    let found = words { table in
      table.slots[place].unknown = UnknownTreatment(value: 0, floor: Verdict(.crossTrain))
    }
    #expect(
      found == [
        "an unknown `plan` gives cross-train, and its worst answer modify, when all else is harmless"
      ])
    let high = words { $0.slots[place].unknown = UnknownTreatment(value: 7) }
    #expect(high == ["an unknown `plan` counts as a value that the slot does not have"])
  }
}
