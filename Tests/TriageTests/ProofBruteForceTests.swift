import Knowledge
import TestSupport
import Testing
import Triage

/// Compares the proof with trying every combination, on small random tables of every kind.
@Suite struct ProofBruteForceTests {
  static let slots: [Slot] = [.run, .plan, .nerve]

  @Test func findsExactlyWhatTryingEverythingFinds() {
    var random = SeededGenerator(seed: 17)
    var kinds: Set<String> = []
    for round in 0..<3_000 {
      let table = randomTable(&random, broken: round % 3 != 0)
      let proof = table.proof()
      let found = Set(proof.findings.map { kind($0, table) })
      let expected = bruteForce(table)
      #expect(found == expected, "\(table.rules.map { "\($0)" }.joined(separator: "\n"))")
      if found != expected { return }
      kinds.formUnion(found.map { String($0.prefix { $0 != " " }) })
      for finding in proof.findings { checkExample(finding, table) }
    }
    #expect(
      kinds.isSuperset(of: [
        "no-outcome", "contradiction", "falls", "never-fires", "never-decides", "decides",
        "unknown",
      ]))
  }

  func randomTable(_ random: inout SeededGenerator, broken: Bool) -> TriageTable {
    var table = TriageTable()
    for slot in Self.slots {
      let count = Int.random(in: 2...4, using: &random)
      var unknown = UnknownTreatment(value: Int.random(in: 0..<count, using: &random))
      if Bool.random(using: &random) {
        let level = Outcome(rawValue: Int.random(in: 0...3, using: &random)) ?? .runEasy
        unknown = UnknownTreatment(
          value: 0, floor: Verdict(level, appointment: Bool.random(using: &random)))
      }
      table.slots.append(
        SlotDefinition(
          slot: slot, label: "",
          values: (0..<count).map { SlotValueDefinition(word: "v\($0)", means: "") },
          question: "", why: [], unknown: unknown, dangerFrom: nil, harmless: ""))
    }
    for index in 0..<Int.random(in: 1...6, using: &random) {
      table.rules.append(randomRule("S\(index)", &random, broken: broken))
    }
    if Int.random(in: 0..<4, using: &random) > 0 {
      table.rules.append(
        TriageRule(
          id: "base", kind: .seed, conditions: [], verdict: Verdict(.runEasy), support: ["H1"]))
    }
    return table
  }

  func randomRule(
    _ id: String, _ random: inout SeededGenerator, broken: Bool
  ) -> TriageRule {
    var conditions: [SlotCondition] = []
    for slot in Self.slots where Int.random(in: 0..<2, using: &random) == 0 {
      let low = Int.random(in: 0...4, using: &random)
      let hasBound = broken && Int.random(in: 0..<4, using: &random) == 0
      let high = hasBound ? low + Int.random(in: 0...1, using: &random) : nil
      conditions.append(SlotCondition(slot, atLeast: low, atMost: high))
    }
    return TriageRule(
      id: id, kind: .seed, conditions: conditions,
      verdict: Verdict(
        Outcome(rawValue: Int.random(in: 0...4, using: &random)) ?? .runEasy,
        appointment: Bool.random(using: &random)),
      overrides: broken && Int.random(in: 0..<6, using: &random) == 0,
      corroborates: Int.random(in: 0..<5, using: &random) == 0, support: ["H1"])
  }

  func kind(_ finding: TriageProof.Finding, _ table: TriageTable) -> String {
    switch finding {
    case .noOutcome: "no-outcome"
    case .twoOutcomes(let one, let other, _):
      "contradiction \(table.rules[one].id) \(table.rules[other].id)"
    case .falls(let slot, _, _, _): "falls \(slot.id)"
    case .neverFires(let rule): "never-fires \(table.rules[rule].id)"
    case .neverDecides(let rule): "never-decides \(table.rules[rule].id)"
    case .decides(let rule, _, _, _): "decides \(table.rules[rule].id)"
    case .unsupported(let rule): "unsupported \(table.rules[rule].id)"
    case .unknownValue(let slot), .unknownTooHarsh(let slot, _, _, _): "unknown \(slot.id)"
    }
  }

  /// An example must really show what it is an example of.
  func checkExample(_ finding: TriageProof.Finding, _ table: TriageTable) {
    switch finding {
    case .noOutcome(let values):
      #expect(!fires(table.rules, numbers(values)))
    case .falls(let slot, let values, let before, let after):
      var raised = values
      raised[slot] = .value((values.number(of: slot) ?? 0) + 1)
      #expect(table.evaluate(values).verdict == before)
      #expect(table.evaluate(raised).verdict == after)
      #expect(!after.covers(before))
    case .unknownTooHarsh(_, _, let given, let worst): #expect(!worst.covers(given))
    case .decides(_, _, let with, let without): #expect(with != without)
    default: break
    }
  }

  // MARK: Trying everything

  func numbers(_ values: SlotValues) -> [Int] {
    Self.slots.map { values.number(of: $0) ?? 0 }
  }

  func fires(_ rules: [TriageRule], _ vector: [Int]) -> Bool {
    rules.contains { holds($0, vector) }
  }

  func holds(_ rule: TriageRule, _ vector: [Int]) -> Bool {
    rule.conditions.allSatisfy { condition in
      let value = vector[Self.slots.firstIndex(of: condition.slot) ?? 0]
      return value >= condition.atLeast && value <= condition.atMost ?? 99
    }
  }

  /// -1 where nothing fires.
  func result(_ rules: [TriageRule], _ vector: [Int]) -> (level: Int, flag: Bool) {
    let fired = rules.filter { holds($0, vector) }
    if let first = fired.first(where: \.overrides) {
      return (first.verdict.outcome.rawValue, first.verdict.appointment)
    }
    return (
      fired.map(\.verdict.outcome.rawValue).max() ?? -1, fired.contains { $0.verdict.appointment }
    )
  }

  func bruteForce(_ table: TriageTable) -> Set<String> {
    var found: Set<String> = []
    let counts = table.slots.map { $0.worst + 1 }
    var all: [[Int]] = [[]]
    for count in counts { all = all.flatMap { head in (0..<count).map { head + [$0] } } }
    let core = table.rules.filter { !$0.corroborates }
    for vector in all {
      if !fires(table.rules, vector) { found.insert("no-outcome") }
      let now = result(table.rules, vector)
      for (index, slot) in Self.slots.enumerated() where vector[index] + 1 < counts[index] {
        var raised = vector
        raised[index] += 1
        let next = result(table.rules, raised)
        if max(0, next.level) < max(0, now.level) || now.flag && !next.flag {
          found.insert("falls \(slot.id)")
        }
      }
      let overriding = table.rules.filter { $0.overrides && holds($0, vector) }
      for (index, one) in overriding.enumerated() {
        for other in overriding.dropFirst(index + 1) where other.verdict != one.verdict {
          found.insert("contradiction \(one.id) \(other.id)")
        }
      }
    }
    for (index, rule) in table.rules.enumerated() {
      guard all.contains(where: { holds(rule, $0) }) else {
        found.insert("never-fires \(rule.id)")
        continue
      }
      let others = table.rules.enumerated().filter { $0.offset != index }.map(\.element)
      let changed = { (one: [TriageRule], other: [TriageRule]) in
        all.contains { self.result(one, $0) != self.result(other, $0) }
      }
      if rule.corroborates {
        if changed(core, core + [rule]) { found.insert("decides \(rule.id)") }
      } else if !changed(core, others.filter { !$0.corroborates }) {
        found.insert("never-decides \(rule.id)")
      }
    }
    for (index, definition) in table.slots.enumerated() {
      guard let floor = definition.unknown.floor else { continue }
      for vector in all {
        let answers = (0..<counts[index]).map { value -> (level: Int, flag: Bool) in
          var other = vector
          other[index] = value
          return result(table.rules, other)
        }
        let level = max(0, answers.map(\.level).max() ?? 0)
        if floor.outcome.rawValue > level || floor.appointment && !answers.contains(where: \.flag) {
          found.insert("unknown \(definition.slot.id)")
        }
      }
    }
    return found
  }
}
