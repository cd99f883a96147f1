package import Knowledge
internal import Language

/// Why slots that were given by name cannot be read.
package enum SlotInputError: Error, Hashable, Sendable {
  case unknownSlot(String, nearest: String?)
  /// `valid` are the words of the slot, in the order of their numbers.
  case unknownValue(String, slot: Slot, valid: [String], nearest: String?)
}

extension SlotInputError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .unknownSlot(let name, let nearest):
      "there is no slot '\(name)'" + (nearest.map { "; did you mean '\($0)'?" } ?? "")
    case .unknownValue(let value, let slot, let valid, let nearest):
      "'\(value)' is no value of \(slot.id)"
        + (nearest.map { "; did you mean '\($0)'?" }
          ?? "; valid: 0 to \(valid.count - 1), \(valid.joined(separator: ", ")), unknown")
    }
  }
}

extension TriageTable {
  /// Values from names and texts: a value is its number, its word, or "unknown". The last of
  /// several for the same slot counts.
  package func values(
    from pairs: [(slot: String, value: String)]
  ) throws(SlotInputError) -> SlotValues {
    var values = SlotValues()
    for pair in pairs {
      guard let slot = Slot(id: pair.slot), let definition = definition(of: slot) else {
        throw .unknownSlot(
          pair.slot, nearest: NearestName.of(pair.slot, in: slots.map(\.slot.id)))
      }
      values[slot] = try value(pair.value, of: definition)
    }
    return values
  }

  private func value(
    _ text: String, of definition: SlotDefinition
  ) throws(SlotInputError) -> SlotValue {
    let words = definition.values.map(\.word)
    if text == "unknown" { return .unknown }
    if let number = Int(text), definition.values.indices.contains(number) { return .value(number) }
    if let number = words.firstIndex(of: text.lowercased()) { return .value(number) }
    throw .unknownValue(
      text, slot: definition.slot, valid: words,
      nearest: NearestName.of(text, in: words + ["unknown"]))
  }
}
