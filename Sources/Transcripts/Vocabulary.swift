internal import Dialogue
package import Knowledge
internal import Language

/// The names that the lines of a transcript may use, so that a misspelt one is an error and not a
/// test that can never pass, or never fail.
package struct Vocabulary: Sendable {
  package var topics: Set<String> = []
  package var sources: Set<String> = []
  package var claims: Set<String> = []
  package var rules: Set<String> = []
  package var outcomes = Set(Outcome.allCases.map(\.id))
  package var slots = Set(Slot.allCases.map(\.id))
  package var slotWords = SlotWords()
  /// Empty where nothing is known of a column: then any name passes.
  package var traces: [TurnTrace.Column: Set<String>] = [:]

  package init() {}

  package init(_ knowledge: KnowledgeBase, _ table: TriageTable) {
    topics = Set(knowledge.topics.map(\.id) + knowledge.smallTalk.map(\.id) + ["triage"])
    sources = Set(knowledge.sources.map(\.id))
    claims = Set(knowledge.claims.map(\.id))
    rules = Set(table.rules.map(\.id))
    slotWords = SlotWords(table)
    traces[.move] = Set(knowledge.acts.map(\.id) + CheckMove.allCases.map(\.rawValue))
    traces[.decline] = Set(knowledge.declines.map(\.reason) + knowledge.nearMisses.map(\.id))
    traces[.command] = Set(ConversationCommand.allCases.map(\.rawValue))
    traces[.guards] = Set(table.guards.map(\.id))
  }

  /// Every name in the transcript that nothing has.
  package func problems(in transcript: Transcript) -> [SyntaxError] {
    var problems: [SyntaxError] = []
    for step in transcript.steps {
      switch step {
      case .given(let given, let place):
        for case .some(let problem) in given.map({ self.problem(with: $0) }) {
          problems.append(SyntaxError(problem, at: place))
        }
      case .turn(let turn):
        for line in turn.meaning {
          for problem in self.problems(with: line.check) {
            problems.append(SyntaxError(problem, at: line.place))
          }
        }
      case .date, .include: continue
      }
    }
    return problems
  }

  private func problem(with given: Given) -> SyntaxError.Problem? {
    switch given {
    case .slot(let slot, _): unknown("slot", slot, among: slots)
    case .slotWord(let slot, let word):
      unknown("slot", slot, among: slots) ?? unknownWord(word, in: slot)
    case .fact: nil
    }
  }

  private func problems(with check: MeaningLine.Check) -> [SyntaxError.Problem] {
    switch check {
    case .topics(let ids), .alternatives(let ids):
      return ids.compactMap { unknown("topic", $0, among: topics) }
    case .rules(let ids): return ids.compactMap { unknown("rule", $0, among: rules) }
    case .cites(let ids):
      return ids.filter { !sources.contains($0) && !claims.contains($0) }.compactMap {
        unknown("source or claim", $0, among: sources.union(claims))
      }
    case .outcome(.exactly(let id)), .outcome(.atLeast(let id)):
      return [unknown("outcome", id, among: outcomes)].compactMap(\.self)
    case .slots(let expected):
      return expected.compactMap { slot in
        if let problem = unknown("slot", slot.slot, among: slots) { return problem }
        guard case .word(let word) = slot.value else { return nil }
        return unknownWord(word, in: slot.slot)
      }
    case .trace(let column, let ids):
      return ids.compactMap { unknown(column.rawValue, $0, among: traces[column] ?? []) }
    case .kind, .outcome, .appointment, .provisional, .says, .never, .asks, .repair:
      return []
    }
  }

  private func unknownWord(_ word: String, in slot: String) -> SyntaxError.Problem? {
    unknown("value of \(slot)", word, among: Set(slotWords.numbers[slot, default: [:]].keys))
  }

  private func unknown(
    _ kind: String, _ id: String, among names: Set<String>
  ) -> SyntaxError.Problem? {
    guard !names.isEmpty, !names.contains(id) else { return nil }
    return .unknownID(kind: kind, id: id, nearest: NearestName.of(id, in: names.sorted()))
  }
}
