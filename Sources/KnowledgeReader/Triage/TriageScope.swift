internal import Knowledge
import Language

/// The slots that a condition may name, with their values, for reading conditions such as
/// `run >= 3 and bonerisk >= 1`.
struct TriageScope {
  let slots: [SlotDefinition]

  /// The conditions of a text; "always" has none. Reports what it cannot read, at the text.
  func conditions(_ text: Placed<String>, log: DiagnosticLog) -> [SlotCondition] {
    guard text.value != "always" else { return [] }
    var conditions: [SlotCondition] = []
    let words = text.value.split(separator: " ").map(String.init)
    for part in words.split(separator: "and") {
      guard let condition = condition(Array(part), at: text.place, log: log) else { continue }
      conditions.append(condition)
    }
    if conditions.isEmpty, !log.diagnostics.contains(where: { $0.place == text.place }) {
      log.error(.triage, at: text.place, "expected a condition such as 'run >= 3', or 'always'")
    }
    return conditions
  }

  private func condition(
    _ words: [String], at place: Place, log: DiagnosticLog
  ) -> SlotCondition? {
    let text = words.joined(separator: " ")
    guard words.count == 3, let number = Int(words[2]), number >= 0 else {
      log.error(.triage, at: place, "expected a condition such as 'run >= 3', found '\(text)'")
      return nil
    }
    guard let slot = slot(words[0], at: place, log: log) else { return nil }
    guard let condition = SlotCondition(slot, comparison: words[1], number: number) else {
      log.error(
        .triage, at: place, "unknown comparison '\(words[1])' in '\(text)'",
        hint: "valid: >=, >, =, <=, <")
      return nil
    }
    if let definition = slots.first(where: { $0.slot == slot }), number > definition.worst {
      log.error(
        .triage, at: place, "'\(text)': the worst value of \(slot.id) is \(definition.worst)")
    }
    return condition
  }

  func slot(_ name: String, at place: Place, log: DiagnosticLog) -> Slot? {
    if let slot = Slot(id: name), slots.contains(where: { $0.slot == slot }) { return slot }
    log.error(
      .unknownID, at: place, "there is no slot '\(name)'",
      hint: NearestName.hint(for: name, in: slots.map(\.slot.id)))
    return nil
  }
}

extension SlotCondition {
  /// `>=` and its relatives; nil for any other sign.
  fileprivate init?(_ slot: Slot, comparison: String, number: Int) {
    switch comparison {
    case ">=": self.init(slot, atLeast: number)
    case ">": self.init(slot, atLeast: number + 1)
    case "=": self.init(slot, atLeast: number, atMost: number)
    case "<=": self.init(slot, atLeast: 0, atMost: number)
    case "<": self.init(slot, atLeast: 0, atMost: number - 1)
    default: return nil
    }
  }
}

extension YAMLCursor {
  /// "cross-train" or "cross-train + appointment".
  func verdict() -> Verdict? {
    guard let text = string() else { return nil }
    let parts = text.split(separator: "+").map { String($0).trimmingBlanks }
    guard let first = parts.first, let outcome = outcome(named: first) else { return nil }
    if parts.count == 1 { return Verdict(outcome) }
    if parts.count == 2, parts[1] == "appointment" { return Verdict(outcome, appointment: true) }
    error(.triage, "expected an outcome, or an outcome + appointment, found '\(text)'")
    return nil
  }

  func outcome() -> Outcome? { string().flatMap { outcome(named: $0) } }

  private func outcome(named name: String) -> Outcome? {
    if let outcome = Outcome(id: name) { return outcome }
    error(
      .triage, "unknown outcome '\(name)'",
      hint: NearestName.hint(for: name, in: Outcome.allCases.map(\.id)))
    return nil
  }
}
