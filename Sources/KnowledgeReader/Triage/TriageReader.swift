package import Knowledge
import Language

/// Reads `triage.yaml`: the decision table of the check before a run and all it says.
package enum TriageReader {
  static let keys = [
    "unknowns", "slots", "questions", "rules", "outcomes", "advice", "guards", "gates",
  ]

  package static func read(_ root: YAMLCursor, name: String, into draft: inout KnowledgeDraft) {
    guard let file = root.mapping("triage table", keys: keys) else { return }
    var table = TriageTable()
    var places: [String: Place] = [:]
    let unknowns = readUnknowns(file, into: &draft)
    for cursor in file.requiredList("slots") {
      guard let slot = readSlot(cursor, unknowns: unknowns, into: &draft) else { continue }
      if places.updateValue(cursor.place, forKey: slot.slot.id) != nil {
        cursor.error(.duplicateID, "the slot '\(slot.slot.id)' is already defined")
      }
      table.slots.append(slot)
    }
    let scope = TriageScope(slots: table.slots)
    for cursor in file.requiredList("rules") {
      guard let rule = readRule(cursor, scope: scope, into: &draft) else { continue }
      if places.updateValue(cursor.place, forKey: rule.id) != nil {
        cursor.error(.duplicateID, "the rule '\(rule.id)' is already defined")
      }
      table.rules.append(rule)
    }
    table.questions = file.list("questions").compactMap {
      readQuestion($0, scope: scope, into: &draft)
    }
    table.outcomes = file.list("outcomes").compactMap { readOutcome($0, into: &draft) }
    for outcome in Outcome.allCases where table.text(of: outcome) == nil {
      file.cursor.error(.triage, "there is no text for the outcome '\(outcome.id)'")
    }
    table.advice = file.list("advice").compactMap { readAdvice($0, scope: scope, into: &draft) }
    table.guards = file.list("guards").compactMap { readGuard($0, scope: scope, into: &draft) }
    checkTags(of: table, at: file)
    table.gates = file.list("gates").compactMap { SentenceReader.read($0, into: &draft) }
    draft.triage = TriageDraft(table: table, place: root.place, places: places)
    draft.addSection(TriageTable.section, table.compiled)
  }

  /// A guard that names a tag which no advice has would silently guard nothing.
  private static func checkTags(of table: TriageTable, at file: YAMLMapping) {
    let known = Set(table.advice.flatMap(\.tags)).union(["nsaid", "dose", "hard-stretching"])
    for item in table.guards {
      for tag in item.removes + item.accompanies where !known.contains(tag) {
        file.cursor.error(
          .triage, "guard \(item.id) names the tag '\(tag)', which no advice has",
          hint: NearestName.hint(for: tag, in: known.sorted()))
      }
    }
  }
}

/// The triage table as it was read, with the places of its slots and rules.
package struct TriageDraft: Sendable {
  package var table: TriageTable
  /// Where the file begins.
  package var place: Place
  /// Where slots and rules begin, by id.
  package var places: [String: Place]
}
