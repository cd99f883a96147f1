internal import Dialogue
internal import Knowledge

extension RecordingGrade {
  /// The worst of what differs between a turn and the reply that it got.
  init(_ failure: TurnFailure, of turn: TranscriptTurn) {
    var grade = RecordingGrade.wording
    let reply = failure.reply
    if !turn.reply.forbiddenFound(in: reply.text).isEmpty { grade = .demand }
    let differing = Set(failure.meaning.map(\.place))
    for line in turn.meaning where differing.contains(line.place) {
      grade = max(grade, Self.grade(of: line, reply))
    }
    let isStated = turn.meaning.contains { $0.key == "outcome" }
    if reply.outcome != nil, !isStated { grade = max(grade, .reasons) }
    self = grade
  }

  private static func grade(of line: MeaningLine, _ reply: Reply) -> RecordingGrade {
    if line.isNegated { return .demand }
    switch line.check {
    case .cites: return .sources
    case .topics, .kind, .asks, .alternatives, .repair, .trace: return .topic
    case .rules, .slots, .provisional: return .reasons
    case .appointment(let expected): return expected ? .milder : .harsher
    case .says, .never: return .demand
    case .outcome(let bound): return outcomeGrade(bound, reply)
    }
  }

  private static func outcomeGrade(_ bound: OutcomeBound, _ reply: Reply) -> RecordingGrade {
    let actual = reply.outcome.flatMap(Outcome.init(id:))
    switch bound {
    case .none: return .harsher
    case .exactly(let id), .atLeast(let id):
      guard let actual, let expected = Outcome(id: id) else { return .milder }
      return actual > expected ? .harsher : .milder
    }
  }
}
