package import Knowledge

/// A result in sentences, each with what it stands on, for the dialogue to lay out.
///
/// `stopIf` lines continue "Stop if"; all other sentences stand alone. A list is empty where there
/// is nothing to say.
package struct TriageReport: Hashable, Sendable {
  /// Why the result is what it is: what one deciding rule says.
  package struct Basis: Hashable, Sendable {
    package var rule: String
    /// The editors' precaution: no source says so.
    package var isPrecaution: Bool
    package var says: [Sentence]
  }

  /// What a guard took away or added.
  package struct GuardNote: Hashable, Sendable {
    package var id: String
    package var says: [Sentence]
  }

  package var outcome: TriageOutcome
  /// "Run easy"; with the flag, that an appointment is advised stands in `today`.
  package var title: String
  /// The outcome in a line or two.
  package var says: [Sentence]
  package var today: [Sentence] = []
  /// What to do in place of running.
  package var instead: [Sentence] = []
  package var stopIf: [Sentence] = []
  package var after: [Sentence] = []
  package var notToday: [Sentence] = []
  /// For masters runners, around menopause, on pain medicine, on limits.
  package var notes: [Sentence] = []
  /// Deciding rules, one for each different support, the first the main one.
  package var basis: [Basis] = []
  /// What an unknown answer did to the result.
  package var unknowns: [Sentence] = []
  /// Why advice is missing, and cautions that go with what is given.
  package var guards: [GuardNote] = []
  /// What must hold before running again; empty where running is allowed.
  package var gates: [Sentence] = []
  package var again: [Sentence] = []
  /// "mild pain: easy running", or that no single answer would make it milder.
  package var milder: Sentence
  /// "pain through the whole run: cross-train instead"; nil at an emergency.
  package var harsher: Sentence?
  /// Slots not asked that could still change the result.
  package var undecided: [Slot]
  /// On what a provisional result holds; nil where nothing is undecided.
  package var condition: Sentence?

  package var verdict: Verdict { outcome.verdict }
  package var isProvisional: Bool { !undecided.isEmpty }
}

extension TriageTable {
  /// The report on some values. Pure; about a hundred evaluations.
  package func report(_ values: SlotValues, traits: Set<RunnerTrait> = []) -> TriageReport {
    let outcome = evaluate(values)
    let text = self.text(of: outcome.outcome)
    var report = TriageReport(
      outcome: outcome, title: text?.title ?? outcome.outcome.id, says: text?.says ?? [],
      milder: milder(values, outcome), undecided: Check(values).undecided(self))
    addAdvice(to: &report, values, traits)
    report.basis = basis(of: outcome)
    report.unknowns = unknowns(in: values)
    if (Outcome.crossTrain...Outcome.restSeeClinician).contains(outcome.outcome) {
      report.gates = gates
    }
    report.condition = condition(on: report.undecided)
    report.again = text?.again ?? []
    report.harsher = nearestHarsher(values).map { sentence(on: $0) }
    return report
  }

  private func addAdvice(
    to report: inout TriageReport, _ values: SlotValues, _ traits: Set<RunnerTrait>
  ) {
    let active = activeGuards(values, report.verdict, traits: traits)
    let removed = Set(active.flatMap(\.removes))
    let fitting = advice.filter { fits($0, values, report.verdict, traits) }
    let given = fitting.filter { removed.isDisjoint(with: $0.tags) }
    for item in given {
      switch item.section {
      case .today: report.today += item.says
      case .instead: report.instead += item.says
      case .stopIf: report.stopIf += item.says
      case .after: report.after += item.says
      case .notToday: report.notToday += item.says
      case .note: report.notes += item.says
      }
    }
    let missing = Set(fitting.flatMap(\.tags)).subtracting(given.flatMap(\.tags))
    let present = Set(given.flatMap(\.tags))
    for item in active {
      let speaks =
        !missing.isDisjoint(with: item.removes) || !present.isDisjoint(with: item.accompanies)
      guard speaks else { continue }
      report.guards.append(TriageReport.GuardNote(id: item.id, says: item.says))
    }
  }

  private func fits(
    _ item: Advice, _ values: SlotValues, _ verdict: Verdict, _ traits: Set<RunnerTrait>
  ) -> Bool {
    item.outcomes.contains(verdict.outcome) && (!item.needsAppointment || verdict.appointment)
      && item.trait.map { traits.contains($0) } ?? true
      && item.conditions.allSatisfy { $0.holds(for: counted($0.slot, in: values)) }
  }

  /// Rules that reach the level come before those that only raise the flag; a rule that adds no
  /// support beyond one of its kind before it is left out.
  private func basis(of outcome: TriageOutcome) -> [TriageReport.Basis] {
    var told: [(kind: TriageRule.Kind, support: Set<String>)] = []
    var basis: [TriageReport.Basis] = []
    let reaching = outcome.deciding.filter { rules[$0].verdict.outcome == outcome.outcome }
    for place in reaching + outcome.deciding.filter({ !reaching.contains($0) }) {
      let rule = rules[place]
      let support = Set(rule.support)
      guard !told.contains(where: { $0.kind == rule.kind && support.isSubset(of: $0.support) })
      else { continue }
      told.append((rule.kind, support))
      basis.append(
        TriageReport.Basis(
          rule: rule.id, isPrecaution: rule.kind == .precaution, says: rule.says))
    }
    return basis
  }

  /// For each way in which unknowns are treated, which they are and what follows.
  private func unknowns(in values: SlotValues) -> [Sentence] {
    var groups: [(says: Sentence?, labels: [String])] = []
    for definition in slots where values[definition.slot] == .unknown {
      if let place = groups.firstIndex(where: { $0.says == definition.unknown.says }) {
        groups[place].labels.append(definition.label)
      } else {
        groups.append((definition.unknown.says, [definition.label]))
      }
    }
    return groups.map { group in
      let labels = group.labels.joined(separator: "; ")
      let rest = group.says?.text ?? "I counted that with care."
      return Sentence(
        text: "Not known: \(labels). \(rest)", claims: group.says?.claims ?? [],
        editorial: group.says?.editorial ?? "a missing answer counts as one that is not harmless")
    }
  }

  /// "It holds only if none of these applies: …; and if walking is comfortable after the first
  /// steps": signs and background by name, everyday slots by what was taken for granted.
  private func condition(on undecided: [Slot]) -> Sentence? {
    guard !undecided.isEmpty else { return nil }
    let everyday = Set(questions.filter { $0.kind == .everyday }.flatMap(\.slots))
    let definitions = undecided.compactMap { definition(of: $0) }
    let labels = definitions.filter { !everyday.contains($0.slot) }.map(\.label)
    let clauses = definitions.filter { everyday.contains($0.slot) }.map(\.harmless)
    var parts: [String] = []
    if !labels.isEmpty { parts.append("none of these applies: " + labels.joined(separator: "; ")) }
    if !clauses.isEmpty {
      let and = clauses.count > 1 ? " and " + clauses[clauses.count - 1] : ""
      parts.append(clauses.dropLast(and.isEmpty ? 0 : 1).joined(separator: ", ") + and)
    }
    return Sentence(
      text: "This rests on what you told me. It holds only if "
        + parts.joined(separator: ", and only if ") + ".",
      claims: [], editorial: "slots that nobody asked about were taken as harmless")
  }

  private func milder(_ values: SlotValues, _ outcome: TriageOutcome) -> Sentence {
    let editorial = "follows from the rules that decided"
    if outcome.verdict == Verdict(.runEasy) {
      return Sentence(text: "nothing would make this milder", claims: [], editorial: editorial)
    }
    guard let change = nearestMilder(values) else {
      return Sentence(
        text: "no single answer would make this milder", claims: [], editorial: editorial)
    }
    return sentence(on: change)
  }

  private func sentence(on change: NearestChange) -> Sentence {
    let means = definition(of: change.slot)?.values[change.value].means ?? change.slot.id
    var short = text(of: change.verdict.outcome)?.short ?? change.verdict.outcome.id
    if change.verdict.appointment, change.verdict.outcome < .restSeeClinician {
      short += ", and an appointment"
    }
    let support = change.deciding.map { rules[$0] }.first { rule in
      rule.conditions.contains { $0.slot == change.slot } || rule.conditions.isEmpty
    }
    return Sentence(
      text: "\(means): \(short)", claims: support?.support ?? [],
      editorial: "follows from the rules that would decide")
  }
}
