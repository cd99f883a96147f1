package import Knowledge
internal import Language

/// Reads `signs.yaml`: how runners say what the triage table asks.
enum SignReader {
  /// Puts the compiled form into the section "signs".
  static func read(_ root: YAMLCursor, _ name: String, _ draft: inout KnowledgeDraft) {
    if let lexicon = lexicon(root) {
      draft.addSection(SignLexicon.section, lexicon.sectionBytes)
    }
  }

  /// The lexicon of a file; nil after an error that leaves nothing to go on with.
  static func lexicon(_ root: YAMLCursor) -> SignLexicon? {
    let keys = ["classes", "rules", "combinations", "idioms", "cues", "ordinary"]
    guard let file = root.mapping("file of signs", keys: keys) else { return nil }
    var parser = SignPatternParser(classes: classes(file))
    var lexicon = SignLexicon()
    for cursor in file.requiredList("rules") {
      if let rule = rule(cursor, &parser) { lexicon.rules.append(rule) }
    }
    if let idioms = file.required("idioms") {
      lexicon.rules.append(SignRule(meaning: .idiom, patterns: patterns(idioms, &parser)))
    }
    for cursor in file.requiredList("cues") {
      guard let node = cursor.mapping("cue", keys: ["cue", "says"]),
        let cue = node.value("cue", of: SignCue.self), let says = node.required("says")
      else { continue }
      lexicon.rules.append(SignRule(meaning: .cue(cue), patterns: patterns(says, &parser)))
    }
    if parser.classes["foot"] != nil { lexicon.foot = (try? parser.element("$foot")) ?? nil }
    lexicon.combinations = file.list("combinations").compactMap(combination)
    (lexicon.words, lexicon.elements) = parser.finished()
    let known = Set(lexicon.words)
    lexicon.ordinaryWords = Set(file.strings("ordinary").flatMap { $0.split(separator: " ") })
      .map(String.init).filter { !known.contains($0) }.sorted()
    return lexicon
  }

  private static func classes(_ file: YAMLMapping) -> [String: [String]] {
    var classes: [String: [String]] = [:]
    for (key, value) in file.required("classes")?.entries() ?? [] {
      classes[key.value] = (value.string() ?? "").split(separator: "|").map(String.init)
    }
    return classes
  }

  private static func rule(
    _ cursor: YAMLCursor, _ parser: inout SignPatternParser
  ) -> SignRule? {
    let keys = [
      "slot", "value", "alarm", "with", "says", "needs", "unless", "negated", "past", "person",
      "overrides",
    ]
    guard let node = cursor.mapping("rule", keys: keys), let meaning = meaning(node),
      let says = node.required("says")
    else { return nil }
    var rule = SignRule(meaning: meaning, patterns: patterns(says, &parser))
    rule.needs = node.list("needs").compactMap { guardian($0, &parser) }
    rule.unless = node.list("unless").compactMap { guardian($0, &parser) }
    if let negated = node.optional("negated") {
      rule.negated = negated.string() == "none" ? nil : negated.int()
    }
    switch node.optionalString("past") {
    case nil, "drop": rule.past = .drop
    case "keep": rule.past = .keep
    default: rule.past = .value(node.optional("past")?.int() ?? 0)
    }
    rule.isAnyone = node.optionalString("person") == "any"
    if node.optional("overrides") != nil {
      rule.override = node.value("overrides", of: SignRule.Override.self) ?? .none
    }
    return rule
  }

  private static func meaning(_ node: YAMLMapping) -> SignRule.Meaning? {
    if let alarm = node.optionalString("alarm") { return .alarm(alarm) }
    if let companion = node.optionalString("with") { return .companion(companion) }
    guard let slot = slot(node), let value = node.int("value") else { return nil }
    return .value(slot, value)
  }

  private static func slot(_ node: YAMLMapping) -> Slot? {
    guard let name = node.placedString("slot") else { return nil }
    if let slot = Slot(id: name.value) { return slot }
    node.log.error(
      .badValue, at: name.place, "unknown slot '\(name.value)'",
      hint: NearestName.hint(for: name.value, in: Slot.allCases.map(\.id)))
    return nil
  }

  private static func combination(_ cursor: YAMLCursor) -> SignCombination? {
    guard let node = cursor.mapping("combination", keys: ["slot", "from", "with", "value"]),
      let slot = slot(node), let from = node.int("from"), let value = node.int("value")
    else { return nil }
    return SignCombination(
      slot: slot, from: from, with: node.requiredStrings("with"), value: value)
  }

  private static func patterns(
    _ says: YAMLCursor, _ parser: inout SignPatternParser
  ) -> [SignPattern] {
    var patterns: [SignPattern] = []
    for cursor in says.list() {
      guard let text = cursor.string() else { continue }
      do throws(SignPatternParser.Problem) {
        patterns += try parser.patterns(text)
      } catch {
        cursor.error(.badValue, error.message, hint: error.hint)
      }
    }
    return patterns
  }

  /// Reads "> a|b c 2": side, words, reach.
  private static func guardian(
    _ cursor: YAMLCursor, _ parser: inout SignPatternParser
  ) -> SignGuard? {
    guard let text = cursor.string() else { return nil }
    var words = text.split(separator: " ").map(String.init)
    let isWeak = words.first == "~"
    if isWeak { words.removeFirst() }
    var side = SignGuard.Side.around
    if let first = words.first, let found = SignGuard.Side(rawValue: first), found != .around {
      side = found
      words.removeFirst()
    }
    guard let last = words.popLast(), let reach = Int(last), !words.isEmpty else {
      cursor.error(.badValue, "a guard is words and how far they may be, not '\(text)'")
      return nil
    }
    do throws(SignPatternParser.Problem) {
      let joined = words.joined(separator: " ")
      let patterns = try parser.patterns(joined.contains("(") ? joined : "(\(joined))")
      return SignGuard(patterns: patterns, side: side, reach: reach, isWeak: isWeak)
    } catch {
      cursor.error(.badValue, error.message, hint: error.hint)
      return nil
    }
  }
}

extension SignLexicon {
  /// The lexicon that the root of a file holds; nil after an error that leaves nothing to go on with.
  package static func read(_ root: YAMLCursor) -> SignLexicon? { SignReader.lexicon(root) }
}
