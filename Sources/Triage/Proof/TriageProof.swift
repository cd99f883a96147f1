package import Knowledge

/// What a proof of a triage table found.
package struct TriageProof: Sendable {
  /// A property that does not hold, with the values at which it fails.
  package enum Finding: Hashable, Sendable {
    /// No rule fires at these values.
    case noOutcome(at: SlotValues)
    /// Two overriding rules fire together and demand different results.
    case twoOutcomes(rule: Int, other: Int, at: SlotValues)
    /// A worse answer in one slot lowers the level or drops the flag.
    case falls(Slot, at: SlotValues, before: Verdict, after: Verdict)
    /// The rule fires nowhere.
    case neverFires(rule: Int)
    /// Without the rule every result would be the same, and it is not marked as corroborating.
    case neverDecides(rule: Int)
    /// The rule is marked as corroborating, and yet it decides.
    case decides(rule: Int, at: SlotValues, with: Verdict, without: Verdict?)
    case unsupported(rule: Int)
    /// An unknown counts as a value that the slot does not have.
    case unknownValue(Slot)
    /// An unknown gives a harsher result than every answer that it could stand for.
    case unknownTooHarsh(Slot, at: SlotValues, given: Verdict, worst: Verdict)
  }

  package var findings: [Finding]
  /// How many combinations of values the table decides; `Int.max` if that is too many to count.
  package var vectorCount: Int

  package var isSound: Bool { findings.isEmpty }
}

extension TriageTable {
  /// Proves, for every combination of values, that the table has exactly one result, that no worse
  /// answer gives a milder one, that every rule is needed and supported, and that an unknown answer
  /// stays within the answers that it could stand for. What fails comes with an example.
  ///
  /// Nothing is sampled. A rule holds in a box of values, so the values at which the result reaches
  /// a level (or carries the flag) are a union of boxes, and each property is a question whether
  /// boxes lie inside such a union, which `ValueBox.point(outside:)` answers exactly:
  ///
  /// - Total: all values lie in the union of all rules.
  /// - Single-valued: the maximum of the rules is one value; only two overriding rules that meet
  ///   can contradict each other.
  /// - Monotone: the result never falls when a slot is raised by one step, and so never by several.
  ///   It could fall only where a box of a level ends below the worst value of a slot; the face
  ///   beyond that end, one step on, must lie in the union of the same level again.
  /// - Needed: a rule changes a result if and only if the unions with and without it differ. (Where
  ///   all conditions are lower bounds that shows at the rule's least point: any other rule that
  ///   fires there fires in the whole box.) The rules marked as corroborating are left out first.
  ///   They change nothing if the unions of the others are those of all, and then neither do they
  ///   under unknown answers, which are values and floors of the same table.
  /// - Unknown: the result is that of one value of the slot, joined with the floor. It is therefore
  ///   never milder than the mildest, and never harsher than the harshest if at all other values
  ///   some answer reaches the floor: if the union of the floor's level, freed of that slot, holds
  ///   all values. Several unknowns at once add nothing, since a floor that one answer reaches is
  ///   reached with the others at what they count as.
  package func proof() -> TriageProof {
    TableProver(table: self).prove()
  }
}

/// Collects the findings of a proof.
private struct TableProver {
  let table: TriageTable
  let space: ValueBox
  let regions: TableRegions
  var findings: [TriageProof.Finding] = []

  init(table: TriageTable) {
    self.table = table
    space = ValueBox(all: table)
    regions = TableRegions(table.rules, in: space)
  }

  func prove() -> TriageProof {
    var prover = self
    prover.checkTotal()
    prover.checkOverrides()
    prover.checkMonotone()
    prover.checkRules()
    prover.checkUnknowns()
    return TriageProof(findings: prover.findings, vectorCount: vectorCount)
  }

  private mutating func checkTotal() {
    if let point = space.point(outside: regions.decided) {
      findings.append(.noOutcome(at: values(point)))
    }
  }

  private mutating func checkOverrides() {
    let overriding = table.rules.indices.filter { table.rules[$0].overrides }
    for (index, one) in overriding.enumerated() {
      for other in overriding.dropFirst(index + 1) {
        let (first, second) = (table.rules[one], table.rules[other])
        let both = ValueBox(first.conditions + second.conditions, within: space)
        if first.verdict != second.verdict, let both {
          findings.append(.twoOutcomes(rule: one, other: other, at: values(both.low)))
        }
      }
    }
  }

  private mutating func checkMonotone() {
    var reported: Set<Slot> = []
    for region in regions.reaching.dropFirst() + [regions.flagged] {
      for box in region {
        for slot in Slot.allCases where box.high[slot.rawValue] < space.high[slot.rawValue] {
          var face = box
          face.low[slot.rawValue] = box.high[slot.rawValue] + 1
          face.high[slot.rawValue] = face.low[slot.rawValue]
          guard !reported.contains(slot), let after = face.point(outside: region) else { continue }
          reported.insert(slot)
          findings.append(fall(of: slot, to: after))
        }
      }
    }
  }

  /// The example with as few other answers as it needs.
  private func fall(of slot: Slot, to point: ValueBox.Lanes) -> TriageProof.Finding {
    var after = point
    let before = { (after: ValueBox.Lanes) in
      var before = after
      before[slot.rawValue] -= 1
      return before
    }
    for other in Slot.allCases where other != slot && after[other.rawValue] > 0 {
      var milder = after
      milder[other.rawValue] = 0
      if !verdict(milder).covers(verdict(before(milder))) { after = milder }
    }
    return .falls(
      slot, at: values(before(after)), before: verdict(before(after)), after: verdict(after))
  }

  private mutating func checkRules() {
    let core = table.rules.filter { !$0.corroborates }
    let coreRegions = TableRegions(core, in: space)
    for (place, rule) in table.rules.enumerated() {
      if rule.support.isEmpty { findings.append(.unsupported(rule: place)) }
      if ValueBox(rule.conditions, within: space) == nil {
        findings.append(.neverFires(rule: place))
      } else if rule.corroborates {
        checkCorroborating(place, core, coreRegions)
      } else {
        let others = table.rules.enumerated().filter { $0.offset != place }.map(\.element)
          .filter { !$0.corroborates }
        if TableRegions(others, in: space).difference(from: coreRegions) == nil {
          findings.append(.neverDecides(rule: place))
        }
      }
    }
  }

  /// The order of rules matters only between overriding ones; a marked rule goes behind the others.
  private mutating func checkCorroborating(
    _ place: Int, _ core: [TriageRule], _ coreRegions: TableRegions
  ) {
    let joined = core + [table.rules[place]]
    guard let point = TableRegions(joined, in: space).difference(from: coreRegions) else { return }
    findings.append(
      .decides(
        rule: place, at: values(point), with: verdict(point, joined),
        without: decides(core, point) ? verdict(point, core) : nil)
    )
  }

  private mutating func checkUnknowns() {
    for definition in table.slots {
      let unknown = definition.unknown
      guard (0...definition.worst).contains(unknown.value) else {
        findings.append(.unknownValue(definition.slot))
        continue
      }
      guard let floor = unknown.floor else { continue }
      var unions: [[ValueBox]] = []
      if floor.outcome > .runEasy { unions.append(regions.reaching[floor.outcome.rawValue]) }
      if floor.appointment { unions.append(regions.flagged) }
      let lane = definition.slot.rawValue
      for union in unions {
        let freed = union.map { $0.freeing(lane, in: space) }
        guard let point = space.point(outside: freed) else { continue }
        findings.append(tooHarsh(definition, at: point))
        break
      }
    }
  }

  private func tooHarsh(
    _ definition: SlotDefinition, at point: ValueBox.Lanes
  ) -> TriageProof.Finding {
    var worst = Verdict(.runEasy)
    for value in 0...definition.worst {
      var candidate = point
      candidate[definition.slot.rawValue] = Int8(clamping: value)
      worst = worst.joined(with: verdict(candidate))
    }
    var unknown = values(point)
    unknown[definition.slot] = .unknown
    return .unknownTooHarsh(
      definition.slot, at: unknown, given: table.evaluate(unknown).verdict, worst: worst)
  }

  private func values(_ point: ValueBox.Lanes) -> SlotValues {
    var values = SlotValues()
    for definition in table.slots {
      values[definition.slot] = .value(Int(point[definition.slot.rawValue]))
    }
    return values
  }

  private func verdict(_ point: ValueBox.Lanes, _ rules: [TriageRule]? = nil) -> Verdict {
    var other = table
    if let rules { other.rules = rules }
    return other.evaluate(values(point)).verdict
  }

  private func decides(_ rules: [TriageRule], _ point: ValueBox.Lanes) -> Bool {
    rules.contains { rule in
      ValueBox(rule.conditions, within: space).map { box in
        all(box.low .<= point) && all(point .<= box.high)
      } ?? false
    }
  }

  private var vectorCount: Int {
    var count = 1
    for definition in table.slots {
      let (product, overflow) = count.multipliedReportingOverflow(by: definition.worst + 1)
      if overflow { return Int.max }
      count = product
    }
    return count
  }
}
