import Language

/// Whatever is referred to must exist.
struct UnknownIDRule: CheckRule {
  func check(_ draft: KnowledgeDraft, _ options: CheckOptions, _ log: DiagnosticLog) {
    var ids: [KnowledgeDraft.Kind: Set<String>] = [:]
    for name in draft.definitions { ids[name.kind, default: []].insert(name.id) }
    for name in draft.references where !ids[name.kind, default: []].contains(name.id) {
      // An unverified fact has a finding of its own, which says more.
      guard !UnverifiedRule.facts.contains(name.id) else { continue }
      log.error(
        .unknownID, at: name.place, "unknown \(name.kind.rawValue) '\(name.id)'",
        hint: NearestName.hint(for: name.id, in: ids[name.kind, default: []].sorted()))
    }
  }
}
