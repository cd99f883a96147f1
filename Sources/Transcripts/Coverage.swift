internal import Dialogue
package import Knowledge

/// What of the assistant some transcript reaches.
package struct Coverage: Sendable {
  package enum Column: String, CaseIterable, Hashable, Sendable {
    case topics, claims
    /// Rules of the triage that decided an outcome, not only fired.
    case rules
    /// "run=3"
    case slotValues = "slot values"
    case guards
    /// Reasons of refusals, and the other conditions that are named and sent on.
    case declines
    /// Dialogue acts and moves of the check: repair, correction, "shorter".
    case moves
    case commands
  }

  /// Everything there is to reach, in order.
  package var all: [Column: [String]] = [:]
  package private(set) var reached: [Column: Set<String>] = [:]
  private var rules: [String: TriageRule] = [:]

  package init() {}

  /// Everything that the knowledge and the table hold; claims that no answer needs do not count.
  package init(
    _ knowledge: KnowledgeBase, _ table: TriageTable,
    commands: [String] = ConversationCommand.allCases.map(\.rawValue)
  ) {
    all[.topics] = knowledge.topics.map(\.id) + knowledge.smallTalk.map(\.id)
    all[.claims] = knowledge.claims.filter { $0.unusedReason == nil }.map(\.id)
    all[.rules] = table.rules.map(\.id)
    all[.slotValues] = table.slots.flatMap { slot in
      slot.values.indices.map { "\(slot.slot.id)=\($0)" }
    }
    all[.guards] = table.guards.map(\.id)
    all[.declines] = knowledge.declines.map(\.reason) + knowledge.nearMisses.map(\.id)
    all[.moves] = knowledge.acts.map(\.id) + CheckMove.allCases.map(\.rawValue)
    all[.commands] = commands
    for rule in table.rules { rules[rule.id] = rule }
  }

  /// Counts what one reply reaches.
  package mutating func add(_ answer: TranscriptSubject.Answer) {
    let reply = answer.reply
    reach(.topics, reply.topics)
    reach(.claims, reply.citations.map(\.claim))
    reach(.rules, reply.rules.filter { decides($0, reply.outcome, reply.appointment) })
    reach(
      .slotValues,
      reply.slots.compactMap { slot in
        guard case .value(let number) = slot.value else { return nil }
        return "\(slot.slot)=\(number)"
      })
    reach(.guards, answer.trace.guards)
    reach(.declines, answer.trace.declines)
    reach(.moves, answer.trace.moves)
    reach(.commands, answer.trace.commands)
  }

  package mutating func add(_ results: [TranscriptResult]) {
    for result in results {
      for turn in result.played { add(turn.answer) }
    }
  }

  private mutating func reach(_ column: Column, _ ids: [String]) {
    reached[column, default: []].formUnion(ids)
  }

  /// Whether a rule that fired reaches the level of the outcome, or carries its flag. One that only
  /// corroborates others never decides; of it no more is asked than to fire.
  private func decides(_ id: String, _ outcome: String?, _ hasAppointment: Bool) -> Bool {
    guard let rule = rules[id], let outcome = outcome.flatMap(Outcome.init(id:)) else {
      return false
    }
    if rule.corroborates { return true }
    if rule.verdict.outcome == outcome {
      return outcome > .runEasy || rule.conditions.isEmpty || rule.verdict.appointment
    }
    return hasAppointment && outcome < .restSeeClinician && rule.verdict.appointment
  }

  /// What no transcript reaches, in order.
  package func unreached(_ column: Column) -> [String] {
    let reached = reached[column, default: []]
    return all[column, default: []].filter { !reached.contains($0) }
  }

  /// How many there are and how many are reached.
  package func counts(_ column: Column) -> (reached: Int, all: Int) {
    let count = all[column, default: []].count
    return (count - unreached(column).count, count)
  }

  /// A transcript that would reach a rule: its own slots as low as it allows, all others harmless.
  package func stub(forRule id: String) -> String? {
    guard let rule = rules[id] else { return nil }
    var values: [Slot: Int] = [:]
    for condition in rule.conditions {
      values[condition.slot] = max(values[condition.slot] ?? 0, condition.atLeast)
    }
    var lines = ["# \(rule.id): \(rule.means)", ""]
    var line = "    @ given"
    for slot in Slot.allCases {
      let pair = " \(slot.id)=\(values[slot] ?? 0)"
      if line.count + pair.count > 80 {
        lines.append(line)
        line = "    @ given"
      }
      line += pair
    }
    // Where others decide beside it the outcome may be harsher than its own.
    let least = rule.corroborates ? "at least " : ""
    lines += [
      line, "", "    > check", "    ...", "    @ outcome: \(least)\(rule.verdict.outcome.id)",
    ]
    if rule.verdict.appointment, !rule.corroborates { lines.append("    @ appointment: yes") }
    lines.append("    @ rule: \(rule.id)")
    return lines.joined(separator: "\n") + "\n"
  }
}
