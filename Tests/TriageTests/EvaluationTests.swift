import Knowledge
import TestSupport
import Testing
import Triage

@Suite struct EvaluationTests {
  let table = shippedTable

  func ruleIDs(_ outcome: TriageOutcome) -> [String] { outcome.fired.map { table.rules[$0].id } }

  @Test func tableIsRead() {
    #expect(table.slots.map(\.slot) == Slot.allCases)
    #expect(table.rules.count == specifiedRules.count)
    #expect(Slot.allCases.count == Slot.count)
    for slot in Slot.allCases { #expect(Slot(id: slot.id) == slot) }
  }

  @Test(arguments: singleValues) func singleValue(row: String) {
    let parts = row.split(separator: " ").map(String.init)
    let outcome = table.evaluate(values("\(parts[0])=\(parts[1])"))
    #expect(outcome.verdict == verdict(parts[2]), "\(row)")
    #expect(ruleIDs(outcome).sorted() == parts.dropFirst(3).sorted(), "\(row)")
  }

  @Test(arguments: workedCases) func workedCase(row: String) {
    let parts = row.split(separator: "|").map { $0.split(separator: " ").joined(separator: " ") }
    let outcome = table.evaluate(values(parts[1]))
    #expect(outcome.verdict == verdict(parts[2]), "\(row)")
    #expect(ruleIDs(outcome).sorted() == parts[3].split(separator: " ").map(String.init).sorted())
    #expect(outcome.isProvisional)
  }

  @Test func agreesWithAnIndependentImplementation() {
    let naive = NaiveTriage()
    var random = SeededGenerator(seed: 5)
    for _ in 0..<20_000 {
      var mine = SlotValues()
      var plain: [String: Int?] = [:]
      let density = Int.random(in: 1...9, using: &random)
      for definition in table.slots where Int.random(in: 0..<10, using: &random) < density {
        if Int.random(in: 0..<8, using: &random) == 0 {
          mine[definition.slot] = .unknown
          plain[definition.slot.id] = .some(nil)
        } else {
          let value = Int.random(in: 0...definition.worst, using: &random)
          mine[definition.slot] = .value(value)
          plain[definition.slot.id] = value
        }
      }
      let outcome = table.evaluate(mine)
      let expected = naive.evaluate(plain)
      #expect(outcome.outcome.rawValue == expected.level, "\(plain)")
      #expect(outcome.appointment == expected.appointment, "\(plain)")
      #expect(ruleIDs(outcome).sorted() == expected.rules.sorted(), "\(plain)")
    }
  }

  @Test func decidingRulesReachTheResult() {
    let pop = table.evaluate(values("onset=2 look=2 level=3"))
    #expect(pop.deciding.map { table.rules[$0].id } == ["X1", "X5"])
    let slow = table.evaluate(values("level=2 duration=1"))
    #expect(slow.deciding.map { table.rules[$0].id } == ["S4", "S12", "X29"])
    #expect(table.evaluate(SlotValues()).deciding.map { table.rules[$0].id } == ["S1"])
  }

  @Test func valuesKeepWhatTheyAreGiven() {
    var values = SlotValues()
    for slot in Slot.allCases { #expect(values[slot] == .notAsked) }
    for (index, slot) in Slot.allCases.enumerated() { values[slot] = .value(index % 14) }
    for (index, slot) in Slot.allCases.enumerated() {
      #expect(values[slot] == .value(index % 14))
    }
    for slot in Slot.allCases { values[slot] = .unknown }
    for slot in Slot.allCases { #expect(values[slot] == .unknown) }
    #expect(values.known == Slot.allCases)
  }

  @Test func codecRoundTrip() throws {
    let bytes = table.compiled
    #expect(String(validating: bytes, as: UTF8.self) != nil)
    let again = try bytes.withUnsafeBytes { buffer -> TriageTable in
      var decoder = BlobDecoder(buffer)
      return try TriageTable(from: &decoder)
    }
    #expect(again == table)
    #expect(again.evaluate(values("nerve=2")).verdict == Verdict(.urgentCare))
  }
}
