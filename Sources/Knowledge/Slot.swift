/// A question that the check before a run can ask; its ordered values stand in the triage table.
///
/// The names are part of the interface (options, JSON, transcripts), therefore fixed here and not
/// in the data. The raw value is the place in the order of the interface, usable as an index.
package enum Slot: Int, CaseIterable, Codable, Hashable, Sendable {
  case onset, weight, look, circulation, calf, nerve, skin, fever, diabetes, rest, general, inflam
  case bone, bonerisk, injection, fluoro, pregnant, age
  case run, walk, level, nextday, duration, plan, rehab, site, returning

  /// How many slots there are.
  package static let count = 27

  /// Name as it is printed and taken: "nextday".
  package var id: String { Slot.ids[rawValue] }

  /// The slot of that exact name; nil if there is none.
  package init?(id: String) {
    guard let index = Slot.ids.firstIndex(of: id) else { return nil }
    self.init(rawValue: index)
  }

  private static let ids: [String] = allCases.map { String(describing: $0) }
}
