internal import Dialogue
package import Knowledge

extension MeaningLine {
  /// What the reply means instead; nil where it means what the line says.
  package func difference(
    from answer: TranscriptSubject.Answer, words: SlotWords = SlotWords()
  ) -> String? {
    let (holds, got) = check.compare(answer, words)
    return holds != isNegated ? nil : got
  }
}

/// Looks up the number of a slot's value by its word.
package struct SlotWords: Sendable {
  package var numbers: [String: [String: Int]] = [:]

  package init() {}

  /// The words of the triage table.
  package init(_ table: TriageTable) {
    for definition in table.slots {
      for (number, value) in definition.values.enumerated() {
        numbers[definition.slot.id, default: [:]][value.word] = number
      }
    }
  }

  package func number(of word: String, in slot: String) -> Int? { numbers[slot]?[word] }
}

extension MeaningLine.Check {
  /// Whether the reply is so, and how it is, in words.
  fileprivate func compare(
    _ answer: TranscriptSubject.Answer, _ words: SlotWords
  ) -> (holds: Bool, got: String) {
    let reply = answer.reply
    switch self {
    case .kind(let kind):
      return (reply.kind == kind, reply.kind.rawValue)
    case .topics(let topics):
      return (Self.leads(topics, reply.topics), Self.list(reply.topics))
    case .outcome(let bound):
      return (bound.holds(for: reply.outcome), reply.outcome ?? "none")
    case .appointment(let flag):
      return (reply.appointment == flag, reply.appointment ? "yes" : "no")
    case .provisional(let flag):
      return (reply.provisional == flag, reply.provisional ? "yes" : "no")
    case .rules(let rules):
      return (Self.contains(rules, reply.rules), Self.list(reply.rules))
    case .slots(let slots):
      let holds = slots.allSatisfy { $0.holds(in: reply.slots, words) }
      return (holds, slots.map { $0.got(in: reply.slots) }.joined(separator: " "))
    case .cites(let ids):
      let cited = reply.citations.flatMap { [$0.source, $0.claim] }
      let got = reply.citations.map { "\($0.source) \($0.claim)" }
      return (Self.contains(ids, cited), Self.list(got))
    case .says(let pattern):
      return (pattern.isFound(in: reply.text), "it does not say so")
    case .never(let pattern):
      return (!pattern.isFound(in: reply.text), "it says so")
    case .asks(let slot):
      return (reply.asks == slot, reply.asks ?? "none")
    case .alternatives(let ids):
      return (Self.contains(ids, reply.alternatives), Self.list(reply.alternatives))
    case .repair(let from, let to):
      let holds = reply.repairs.contains(Repair(from: from, to: to))
      return (holds, Self.list(reply.repairs.map { "\($0.from) -> \($0.to)" }))
    case .trace(let column, let ids):
      return (Self.contains(ids, answer.trace[column]), Self.list(answer.trace[column]))
    }
  }

  private static func leads(_ expected: [String], _ actual: [String]) -> Bool {
    guard let first = expected.first else { return actual.isEmpty }
    return actual.first == first && expected.allSatisfy(actual.contains)
  }

  private static func contains(_ expected: [String], _ actual: [String]) -> Bool {
    expected.isEmpty ? actual.isEmpty : expected.allSatisfy(actual.contains)
  }

  private static func list(_ items: [String]) -> String {
    items.isEmpty ? "none" : items.joined(separator: ", ")
  }
}

extension OutcomeBound {
  fileprivate func holds(for outcome: String?) -> Bool {
    switch self {
    case .none: return outcome == nil
    case .exactly(let id): return outcome == id
    case .atLeast(let id):
      guard let actual = outcome.flatMap(Outcome.init(id:)), let least = Outcome(id: id) else {
        return false
      }
      return actual >= least
    }
  }
}

extension ExpectedSlot {
  fileprivate func holds(in slots: [KnownSlot], _ words: SlotWords) -> Bool {
    let known = slots.first { $0.slot == slot }?.value
    switch value {
    case .absent: return known == nil
    case .unknown: return known == .unknown
    case .number(let number): return known == .value(number)
    case .word(let word):
      return words.number(of: word, in: slot).map { known == .value($0) } ?? false
    }
  }

  fileprivate func got(in slots: [KnownSlot]) -> String {
    switch slots.first(where: { $0.slot == slot })?.value {
    case .value(let number): "\(slot)=\(number)"
    case .unknown: "\(slot)=unknown"
    case nil: "\(slot)=absent"
    }
  }
}
