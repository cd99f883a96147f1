internal import Dialogue

extension MeaningLine {
  /// The line as it must be for a reply to hold; nil where only a person may change it.
  func rewritten(for answer: TranscriptSubject.Answer) -> String? {
    guard !isNegated else { return nil }
    let reply = answer.reply
    switch check {
    case .kind: return "kind: \(reply.kind.rawValue)"
    case .topics(let expected):
      let count = max(1, expected.count)
      return Self.list("topic", Array(reply.topics.prefix(count)))
    case .outcome(.atLeast): return "outcome: " + (reply.outcome.map { "at least \($0)" } ?? "none")
    case .outcome: return "outcome: \(reply.outcome ?? "none")"
    case .appointment: return "appointment: \(reply.appointment ? "yes" : "no")"
    case .provisional: return "provisional: \(reply.provisional ? "yes" : "no")"
    case .rules: return Self.list("rule", reply.rules)
    case .slots(let slots):
      let pairs = slots.map { slot in
        slot.slot + "=" + Self.written(reply.slots.first { $0.slot == slot.slot }?.value)
      }
      return "slot " + pairs.joined(separator: " ")
    case .cites(let expected):
      let cited = Set(reply.citations.flatMap { [$0.source, $0.claim] })
      let kept = expected.filter(cited.contains)
      return Self.list("cites", kept.isEmpty ? Self.sources(of: reply) : kept)
    case .asks: return "asks: \(reply.asks ?? "none")"
    case .alternatives: return Self.list("alternatives", reply.alternatives)
    case .repair:
      guard let repair = reply.repairs.first else { return nil }
      return "repair: \(repair.from) -> \(repair.to)"
    case .trace(let column, _): return Self.list(column.rawValue, answer.trace[column])
    case .says, .never: return nil
    }
  }

  /// The lines that say what a reply means, for a turn that has none yet.
  static func written(for answer: TranscriptSubject.Answer) -> [String] {
    let reply = answer.reply
    var lines: [String] = []
    if reply.kind != .answer { lines.append("kind: \(reply.kind.rawValue)") }
    if !reply.topics.isEmpty { lines.append(list("topic", reply.topics)) }
    if let asks = reply.asks { lines.append("asks: \(asks)") }
    if let outcome = reply.outcome {
      lines.append("outcome: \(outcome)")
      lines.append("appointment: \(reply.appointment ? "yes" : "no")")
      lines.append("provisional: \(reply.provisional ? "yes" : "no")")
    }
    if !reply.rules.isEmpty { lines.append(list("rule", reply.rules)) }
    if !reply.slots.isEmpty {
      let pairs = reply.slots.map { "\($0.slot)=\(written($0.value))" }
      lines.append("slot " + pairs.joined(separator: " "))
    }
    if !reply.citations.isEmpty { lines.append(list("cites", sources(of: reply))) }
    for (column, ids) in [
      (TurnTrace.Column.move, answer.trace.moves), (.decline, answer.trace.declines),
      (.guards, answer.trace.guards),
    ] where !ids.isEmpty { lines.append(list(column.rawValue, ids)) }
    lines += reply.repairs.map { "repair: \($0.from) -> \($0.to)" }
    return lines
  }

  private static func list(_ key: String, _ ids: [String]) -> String {
    "\(key): " + (ids.isEmpty ? "none" : ids.joined(separator: ", "))
  }

  private static func sources(of reply: Reply) -> [String] {
    var seen: Set<String> = []
    return reply.citations.map(\.source).filter { seen.insert($0).inserted }
  }

  private static func written(_ value: KnownValue?) -> String {
    switch value {
    case .value(let number): String(number)
    case .unknown: "unknown"
    case nil: "absent"
    }
  }
}
