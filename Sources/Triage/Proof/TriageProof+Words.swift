package import Knowledge

extension TriageProof.Finding {
  /// What is wrong, in one line without a full stop, with slots and values by name.
  package func words(in table: TriageTable) -> String {
    switch self {
    case .noOutcome(let values):
      "no rule fires when \(table.words(values))"
    case .twoOutcomes(let rule, let other, let values):
      "rules \(table.rules[rule].id) and \(table.rules[other].id) contradict each other when "
        + "\(table.words(values)): \(table.rules[rule].verdict.id) or "
        + table.rules[other].verdict.id
    case .falls(let slot, let values, let before, let after):
      fallWords(slot, values, before, after, table)
    case .neverFires(let rule):
      "rule \(table.rules[rule].id) can never fire: no values meet its conditions"
    case .neverDecides(let rule):
      "rule \(table.rules[rule].id) can never change a result, and is not marked as corroborating"
    case .decides(let rule, let values, let with, let without):
      "rule \(table.rules[rule].id) is marked as corroborating, yet it decides when "
        + "\(table.words(values)): \(with.id), without it \(without?.id ?? "nothing")"
    case .unsupported(let rule):
      "rule \(table.rules[rule].id) names no claim that supports it"
    case .unknownValue(let slot):
      "an unknown `\(slot.id)` counts as a value that the slot does not have"
    case .unknownTooHarsh(let slot, let values, let given, let worst):
      "an unknown `\(slot.id)` gives \(given.id), and its worst answer \(worst.id), when "
        + table.words(values, without: slot)
    }
  }

  private func fallWords(
    _ slot: Slot, _ values: SlotValues, _ before: Verdict, _ after: Verdict,
    _ table: TriageTable
  ) -> String {
    let value = values.number(of: slot) ?? 0
    let from = table.word(of: slot, value)
    let to = table.word(of: slot, value + 1)
    var words = "raising `\(slot.id)` from \(from) to \(to) would lower \(before.id) to \(after.id)"
    let rest = table.words(values, without: slot)
    if rest != TriageTable.restIsHarmless { words += " when " + rest }
    return words
  }
}

extension TriageTable {
  static let restIsHarmless = "all else is harmless"

  /// The word of a value, or its number where the table has none.
  package func word(of slot: Slot, _ value: Int) -> String {
    guard let values = definition(of: slot)?.values, values.indices.contains(value) else {
      return String(value)
    }
    return values[value].word
  }

  /// "`run` is fades and `level` is mild"; values at 0 are left out.
  package func words(_ values: SlotValues, without left: Slot? = nil) -> String {
    let parts = slots.compactMap { definition -> String? in
      guard definition.slot != left else { return nil }
      switch values[definition.slot] {
      case .notAsked, .value(0): return nil
      case .value(let value):
        return "`\(definition.slot.id)` is \(word(of: definition.slot, value))"
      case .unknown: return "`\(definition.slot.id)` is unknown"
      }
    }
    if parts.isEmpty { return left == nil ? "every answer is harmless" : Self.restIsHarmless }
    return parts.joined(separator: " and ")
  }
}
