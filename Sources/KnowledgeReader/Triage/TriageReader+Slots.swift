internal import Knowledge
import Language

extension TriageReader {
  /// The named ways in which a missing answer counts.
  static func readUnknowns(
    _ file: YAMLMapping, into draft: inout KnowledgeDraft
  ) -> [String: UnknownTreatment] {
    var unknowns: [String: UnknownTreatment] = [:]
    for (name, cursor) in file.optional("unknowns")?.entries() ?? [] {
      let keys = ["value", "at-least"] + SentenceReader.keys
      guard let node = cursor.mapping("treatment of unknowns", keys: keys) else { continue }
      var treatment = UnknownTreatment(value: node.int("value") ?? 0)
      treatment.floor = node.optional("at-least")?.verdict()
      if let text = node.placedString("say") {
        let claims = node.placedStrings("claims")
        draft.refer(to: .claim, claims)
        let sentence = Sentence(
          text: text.value, claims: claims.map(\.value),
          editorial: node.optionalString("editorial"))
        draft.add(sentence, at: text.place)
        treatment.says = sentence
      }
      unknowns[name.value] = treatment
    }
    return unknowns
  }

  static func readSlot(
    _ cursor: YAMLCursor, unknowns: [String: UnknownTreatment], into draft: inout KnowledgeDraft
  ) -> SlotDefinition? {
    let keys = ["id", "label", "question", "unknown", "danger-from", "harmless", "why", "values"]
    guard let node = cursor.mapping("slot", keys: keys), let id = node.placedString("id") else {
      return nil
    }
    guard let slot = Slot(id: id.value) else {
      node.log.error(
        .unknownID, at: id.place, "there is no slot '\(id.value)'",
        hint: NearestName.hint(for: id.value, in: Slot.allCases.map(\.id)))
      return nil
    }
    let values = node.requiredList("values").compactMap { readValue($0, into: &draft) }
    for text in [node.placedString("question"), node.placedString("harmless")] {
      if let text { draft.add(text: text) }
    }
    return SlotDefinition(
      slot: slot, label: node.string("label"), values: distinct(values, of: node),
      question: node.string("question"),
      why: SentenceReader.readList("why", of: node, into: &draft),
      unknown: readUnknown(node, of: values.count, unknowns), dangerFrom: danger(node, values),
      harmless: node.string("harmless"))
  }

  /// "3", or the name of a treatment.
  private static func readUnknown(
    _ node: YAMLMapping, of count: Int, _ unknowns: [String: UnknownTreatment]
  ) -> UnknownTreatment {
    guard let cursor = node.required("unknown"), let text = cursor.string() else {
      return UnknownTreatment(value: 0)
    }
    guard let value = Int(text) else {
      if let treatment = unknowns[text] { return treatment }
      cursor.error(
        .unknownID, "there is no treatment of unknowns '\(text)'",
        hint: NearestName.hint(for: text, in: unknowns.keys.sorted()))
      return UnknownTreatment(value: 0)
    }
    if !(0..<count).contains(value) {
      cursor.error(.triage, "the values of this slot run from 0 to \(count - 1), not to \(value)")
    }
    return UnknownTreatment(value: value)
  }

  private static func danger(_ node: YAMLMapping, _ values: [SlotValueDefinition]) -> Int? {
    guard let cursor = node.optional("danger-from"), let value = cursor.int() else { return nil }
    if !(1..<max(2, values.count)).contains(value) {
      cursor.error(.triage, "no value of this slot has the number \(value)")
    }
    return value
  }

  private static func distinct(
    _ values: [SlotValueDefinition], of node: YAMLMapping
  ) -> [SlotValueDefinition] {
    var words: Set<String> = []
    for value in values where !words.insert(value.word).inserted {
      node.cursor.error(.duplicateID, "two values have the word '\(value.word)'")
    }
    if values.count > 14 {
      node.cursor.error(.triage, "a slot has at most 14 values, this one has \(values.count)")
    }
    return values
  }

  private static func readValue(
    _ cursor: YAMLCursor, into draft: inout KnowledgeDraft
  ) -> SlotValueDefinition? {
    let keys = ["word", "means", "scores", "say"]
    guard let node = cursor.mapping("value", keys: keys) else { return nil }
    let word = node.string("word")
    let means = node.placedString("means")
    if let means { draft.add(text: means) }
    if word.isEmpty || !word.allSatisfy({ $0.isASCII && ($0.isLowercase || $0 == "-") }) {
      cursor.error(.badValue, "a word is lower case with hyphens, not '\(word)'")
    }
    return SlotValueDefinition(
      word: word, means: means?.value ?? "", scores: readScores(node), says: node.strings("say"))
  }

  private static func readScores(_ node: YAMLMapping) -> ClosedRange<Int>? {
    guard let cursor = node.optional("scores") else { return nil }
    let bounds = cursor.list().compactMap { $0.int() }
    guard bounds.count == 2, bounds[0] <= bounds[1] else {
      cursor.error(.badValue, "expected the first and the last score, such as [1, 3]")
      return nil
    }
    return bounds[0]...bounds[1]
  }

  static func readQuestion(
    _ cursor: YAMLCursor, scope: TriageScope, into draft: inout KnowledgeDraft
  ) -> TriageQuestion? {
    let keys = ["kind", "slots", "ask", "ask-again", "hint", "choices", "why", "essential"]
    guard let node = cursor.mapping("question", keys: keys),
      let kind = node.value("kind", of: TriageQuestion.Kind.self)
    else { return nil }
    for text in [node.placedString("ask"), node.placedString("hint")] {
      if let text { draft.add(text: text) }
    }
    return TriageQuestion(
      kind: kind, slots: slots("slots", of: node, scope), ask: node.string("ask"),
      askAgain: node.optionalString("ask-again"), hint: node.string("hint"),
      choices: node.list("choices").compactMap { readChoice($0, scope: scope, into: &draft) },
      why: SentenceReader.readList("why", of: node, into: &draft),
      isEssential: node.bool("essential", default: false))
  }

  private static func readChoice(
    _ cursor: YAMLCursor, scope: TriageScope, into draft: inout KnowledgeDraft
  ) -> TriageQuestion.Choice? {
    guard let node = cursor.mapping("choice", keys: ["text", "sets", "asks"]) else { return nil }
    let text = node.placedString("text")
    if let text { draft.add(text: text) }
    let sets = node.optional("sets")?.placedString()
    let choice = TriageQuestion.Choice(
      text: text?.value ?? "", sets: sets.map { scope.conditions($0, log: node.log) } ?? [],
      asks: slots("asks", of: node, scope))
    if choice.sets.isEmpty, choice.asks.isEmpty {
      cursor.error(.missingKey, "a choice needs 'sets' or 'asks'")
    }
    if choice.sets.contains(where: { $0.atMost != $0.atLeast }) {
      cursor.error(.triage, "a choice sets exact values, such as 'run = 3'")
    }
    return choice
  }

  private static func slots(
    _ key: String, of node: YAMLMapping, _ scope: TriageScope
  ) -> [Slot] {
    node.placedStrings(key).compactMap { scope.slot($0.value, at: $0.place, log: node.log) }
  }
}
