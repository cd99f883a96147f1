internal import Knowledge
internal import Language

/// Messages of several clauses that are unclear as a whole: the clause that asks is answered.
extension Conversation {
  /// The reply to the clause of a message that asks, or that says most; nil where the whole is clear, or
  /// no clause is.
  func reply(
    toClauseOf turn: Turn, _ whole: Understanding, in state: inout ConversationState
  ) -> Reply? {
    switch whole.decision {
    case .answer: return nil
    case .decline(_, let nearMiss, let reason):
      guard nearMiss == nil,
        reason == "unclear" || (reason == nil && turn.words.count >= Self.longStory)
      else { return nil }
    case .ask: break
    }
    guard turn.words.count >= Self.shortestStory, turn.words.count <= Self.longestStory else {
      return nil
    }
    let clauses = Self.clauses(of: turn)
    guard clauses.count > 1 else { return nil }
    var best: (turn: Turn, understanding: Understanding, worth: Double)?
    for clause in clauses.suffix(Self.mostClauses) {
      let clause = Turn(clause, acts: acts)
      guard clause.hasContent, clause.words.count >= 3 else { continue }
      let understanding = understand(clause)
      guard let topic = understanding.answered.first, knowledge.topic(topic) != nil,
        let confidence = understanding.confidence, confidence >= Self.clearClause
      else { continue }
      let worth = confidence + (clause.isQuestion ? 1 : 0)
      if worth >= best?.worth ?? 0 { best = (clause, understanding, worth) }
    }
    guard let best else { return nil }
    var understanding = best.understanding
    understanding.repairs = whole.repairs
    return reply(on: understanding.answered, understanding, to: best.turn, in: &state)
  }

  /// The reply to the question that closes a story, where it is clearly on a topic and no wish to run,
  /// whatever the story says of running; nil for any other message.
  func reply(toLastQuestionOf turn: Turn, in state: inout ConversationState) -> Reply? {
    let sentences = Sentences.ranges(of: turn.tokens)
    guard sentences.count > 1, let last = sentences.last, let start = turn.tokens[last].first
    else { return nil }
    let bytes = turn.message.utf8
    let place = bytes.index(bytes.startIndex, offsetBy: start.range.lowerBound)
    let asking = Turn(String(turn.message[place...]), acts: acts)
    guard asking.isQuestion, asking.hasContent, !wishesToRun(asking),
      !asking.words.contains(where: { Self.runs.contains($0) || $0.hasPrefix("run") })
    else { return nil }
    let understanding = understand(asking)
    guard let topic = understanding.answered.first, knowledge.topic(topic) != nil,
      !Self.permitting.contains(topic), topic != "red-flags",
      understanding.confidence ?? 0 >= Self.clearClause
    else { return nil }
    return reply(on: understanding.answered, understanding, to: asking, in: &state)
  }

  private static let shortestStory = 7
  /// From here on what is out of scope as a whole may still hold a question that is not.
  private static let longStory = 25
  static let longestStory = 120
  private static let mostClauses = 6
  /// Least confidence for a clause to speak for the message.
  private static let clearClause = 0.7

  /// The message cut at its marks.
  private static func clauses(of turn: Turn) -> [String] {
    var clauses: [String] = []
    var current: [Token] = []
    func close() {
      if let first = current.first, let last = current.last {
        let utf8 = turn.message.utf8
        let start = utf8.index(utf8.startIndex, offsetBy: first.range.lowerBound)
        let end = utf8.index(utf8.startIndex, offsetBy: last.range.upperBound)
        clauses.append(String(turn.message[start..<end]))
      }
      current = []
    }
    for token in turn.tokens {
      let isBorder =
        token.kind == .punctuation && ",.;!?:".utf8.contains(token.text.utf8.first ?? 0)
      if token.spacing == .newline { close() }
      if isBorder, !token.text.hasPrefix("?") {
        close()
      } else {
        current.append(token)
        if isBorder { close() }
      }
    }
    close()
    return clauses
  }
}
