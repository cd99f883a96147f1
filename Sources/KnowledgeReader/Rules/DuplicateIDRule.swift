/// An id belongs to one thing of its kind.
struct DuplicateIDRule: CheckRule {
  private struct Key: Hashable {
    var kind: KnowledgeDraft.Kind
    var id: String
  }

  func check(_ draft: KnowledgeDraft, _ options: CheckOptions, _ log: DiagnosticLog) {
    var first: [Key: Place] = [:]
    for name in draft.definitions {
      let key = Key(kind: name.kind, id: name.id)
      if let place = first[key] {
        log.error(
          .duplicateID, at: name.place, "\(name.kind.rawValue) '\(name.id)' is already there",
          hint: "the first one is at \(place)")
      } else {
        first[key] = name.place
      }
    }
  }
}
