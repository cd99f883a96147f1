internal import Knowledge

extension TriageReader {
  static func readRule(
    _ cursor: YAMLCursor, scope: TriageScope, into draft: inout KnowledgeDraft
  ) -> TriageRule? {
    let keys = [
      "id", "if", "then", "overrides", "corroborating", "means", "support", "because",
    ]
    guard let node = cursor.mapping("rule", keys: keys), let id = node.placedString("id"),
      let text = node.placedString("if"), let verdict = node.required("then")?.verdict()
    else { return nil }
    guard let kind = TriageRule.Kind(rawValue: String(id.value.prefix(1))) else {
      node.log.error(
        .badValue, at: id.place, "the id of a rule begins with S, X or P, not '\(id.value)'")
      return nil
    }
    let support = node.placedStrings("support")
    draft.refer(to: .claim, support)
    let means = node.placedString("means")
    if let means { draft.add(text: means) }
    let says = node.list("because").compactMap { SentenceReader.read($0, into: &draft) }
    if kind == .precaution, !says.contains(where: { $0.editorial != nil }) {
      cursor.error(
        .unsupported, "rule \(id.value) rests on no source and must say so",
        hint: "give a sentence of 'because' the key 'editorial'")
    }
    return TriageRule(
      id: id.value, kind: kind, conditions: scope.conditions(text, log: node.log),
      verdict: verdict, overrides: node.bool("overrides", default: false),
      corroborates: node.bool("corroborating", default: false), means: means?.value ?? "",
      support: support.map(\.value), says: says)
  }

  static func readOutcome(
    _ cursor: YAMLCursor, into draft: inout KnowledgeDraft
  ) -> OutcomeText? {
    let keys = ["outcome", "title", "short", "says", "again"]
    guard let node = cursor.mapping("outcome", keys: keys),
      let outcome = node.required("outcome")?.outcome()
    else { return nil }
    for text in [node.placedString("title"), node.placedString("short")] {
      if let text { draft.add(text: text) }
    }
    return OutcomeText(
      outcome: outcome, title: node.string("title"),
      says: SentenceReader.readList("says", of: node, into: &draft), short: node.string("short"),
      again: SentenceReader.readList("again", of: node, into: &draft))
  }

  static func readAdvice(
    _ cursor: YAMLCursor, scope: TriageScope, into draft: inout KnowledgeDraft
  ) -> Advice? {
    let keys = [
      "id", "section", "outcomes", "if", "trait", "with-appointment", "tags", "says",
    ]
    guard let node = cursor.mapping("advice", keys: keys),
      let section = node.value("section", of: Advice.Section.self)
    else { return nil }
    let outcomes = node.requiredList("outcomes").compactMap { $0.outcome() }
    guard outcomes.count == 2, outcomes[0] <= outcomes[1] else {
      cursor.error(
        .badValue, "'outcomes' is the mildest and the harshest, such as [modify, modify]")
      return nil
    }
    let condition = node.optional("if")?.placedString()
    return Advice(
      id: node.string("id"), section: section, outcomes: outcomes[0]...outcomes[1],
      conditions: condition.map { scope.conditions($0, log: node.log) } ?? [],
      trait: node.optional("trait")?.value(of: RunnerTrait.self, what: "trait"),
      needsAppointment: node.bool("with-appointment", default: false), tags: node.strings("tags"),
      says: SentenceReader.readList("says", of: node, into: &draft))
  }

  static func readGuard(
    _ cursor: YAMLCursor, scope: TriageScope, into draft: inout KnowledgeDraft
  ) -> AdviceGuard? {
    let keys = [
      "id", "any", "from", "traits", "always", "removes", "topics", "says", "accompanies",
    ]
    guard let node = cursor.mapping("guard", keys: keys) else { return nil }
    let topics = node.placedStrings("topics")
    draft.refer(to: .topic, topics)
    let item = AdviceGuard(
      id: node.string("id"),
      anyOf: node.placedStrings("any").map { scope.conditions($0, log: node.log) },
      fromOutcome: node.optional("from")?.outcome(),
      traits: node.values("traits", of: RunnerTrait.self, what: "trait"),
      always: node.bool("always", default: false), removes: node.strings("removes"),
      topics: topics.map(\.value),
      says: SentenceReader.readList("says", of: node, into: &draft),
      accompanies: node.strings("accompanies"))
    if item.anyOf.isEmpty, item.fromOutcome == nil, item.traits.isEmpty, !item.always {
      cursor.error(.missingKey, "a guard needs 'any', 'from', 'traits' or 'always: true'")
    }
    return item
  }
}
