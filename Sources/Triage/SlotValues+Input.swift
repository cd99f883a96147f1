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
      "there is no slot '\(Self.short(name))'" + (nearest.map { "; did you mean '\($0)'?" } ?? "")
    case .unknownValue(let value, let slot, let valid, let nearest):
      "'\(Self.short(value))' is no value of \(slot.id)"
        + (nearest.map { "; did you mean '\($0)'?" }
          ?? "; valid: 0 to \(valid.count - 1), \(valid.joined(separator: ", ")), unknown")
    }
  }
}

extension SlotInputError {
  /// What was given, as far as it fits a line of an error.
  private static func short(_ text: String) -> String {
    text.unicodeScalars.count <= 40 ? text : text.prefix(40) + "\u{2026}"
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
          pair.slot, nearest: nearest(to: pair.slot, in: slots.map(\.slot.id)))
      }
      values[slot] = try value(pair.value, of: definition)
    }
    return values
  }

  private func value(
    _ text: String, of definition: SlotDefinition
  ) throws(SlotInputError) -> SlotValue {
    let words = definition.values.map(\.word)
    let text = text.lowercased()
    if text == "unknown" { return .unknown }
    if let number = Int(text), definition.values.indices.contains(number) { return .value(number) }
    if let number = words.firstIndex(of: text) { return .value(number) }
    throw .unknownValue(
      text, slot: definition.slot, valid: words,
      nearest: nearest(to: text, in: words + ["unknown"]))
  }

  private func nearest(to name: String, in names: [String]) -> String? {
    name.utf8.count > 40 ? nil : NearestName.of(name, in: names)
  }
}
