package import Knowledge
package import Matching
package import Triage

/// The assistant as a pure function: (state, message) to (state, reply).
///
/// It knows no clock, no file and no terminal, and draws no random numbers: the same messages give the
/// same replies, to the byte.
package struct Conversation: Sendable {
  /// Everything the assistant knows.
  package let knowledge: KnowledgeBase
  let acts: ActReader
  let asked: AskedIndex
  let index = TopicIndex()
  package let matcher: Matcher
  package let reader: SlotReader
  package let table: TriageTable

  /// Messages beyond this many UTF-8 bytes are not searched for topics, only for danger signs.
  package static let longestMessage = 20_000

  package init(
    knowledge: KnowledgeBase, matcher: Matcher, reader: SlotReader, table: TriageTable
  ) {
    self.knowledge = knowledge
    acts = ActReader(knowledge)
    asked = AskedIndex(knowledge)
    self.matcher = matcher
    self.reader = reader
    self.table = table
  }

  /// Answers one message and moves the state on.
  package func respond(to message: String, in state: inout ConversationState) -> Reply {
    state.turn += 1
    state.record = TurnRecord()
    let isTooLong = message.utf8.count > Self.longestMessage
    let words = isTooLong ? "" : Hesitation.removed(from: message, isAnswer: state.isChecking)
    let turn = withoutSlips(Turn(words, acts: acts), mayBeAct: !state.isChecking)
    if isTooLong {
      var reply = reply(toTooLong: message, in: &state)
      finish(&reply, to: turn, in: &state)
      return reply
    }
    var reply = reply(to: turn, in: &state)
    finish(&reply, to: turn, in: &state)
    return reply
  }

  /// A message that is too long to answer is still read for danger, a stretch at a time.
  private func reply(toTooLong message: String, in state: inout ConversationState) -> Reply {
    for stretch in Self.stretches(of: message) {
      let told = reader.read(stretch, known: state.check.values, alarms: heard(in: state))
      let reading = noted(told, in: &state)
      let turn = Turn("", acts: acts)
      if let alarm = reply(toDangerIn: reading, of: turn, in: &state) { return alarm }
    }
    return declined("too-long", in: &state)
  }

  /// Pieces of a long text, each overlapping the one before by what a sign may span, in bytes.
  static func stretches(of text: String) -> [String] {
    let bytes = Array(text.utf8)
    let length = 4_000
    let overlap = 400
    return stride(from: 0, to: bytes.count, by: length - overlap).map { start in
      String(decoding: bytes[start..<min(start + length, bytes.count)], as: UTF8.self)
    }
  }

  /// Danger first, then what the last reply waits for, then what the message asks.
  private func reply(to turn: Turn, in state: inout ConversationState) -> Reply {
    let told = reader.read(
      turn.message, known: state.check.values, alarms: heard(in: state))
    if let reply = reply(forAnother: told, turn, in: &state) { return reply }
    let reading = noted(told, in: &state)
    let before = state.known
    defer {
      if before.facts != state.facts || before.check.values != state.check.values {
        state.before = before
      }
    }
    // "The numbness was months ago": what stands already and is over now is no new danger.
    let isKnown =
      reading.alarms.isEmpty
      && reading.dangers.allSatisfy { danger in
        before.dangers.contains { $0.slot == danger.slot.id && $0.value >= danger.value }
      }
    if isKnown, takesBack(turn, in: &state) { return proceed(in: &state) }
    if let alarm = reply(toDangerIn: reading, of: turn, in: &state) { return alarm }
    if let reply = reply(toCommandIn: turn, in: &state) { return reply }
    if turn.isEmpty { return declined("empty", in: &state) }
    state.facts = FactReader(turn.tokens).merged(into: state.facts)
    let turn = withoutLeaving(turn, in: &state)
    if let reply = reply(toCheckAnswerBy: turn, reading: reading, in: &state) { return reply }
    let wasChecking = state.isChecking
    var reply = answer(turn, reading, before: before, in: &state)
    if wasChecking { addOpenQuestion(to: &reply, in: &state) }
    return reply
  }

  /// The reply to a message that is neither danger nor an answer to the check.
  private func answer(
    _ turn: Turn, _ reading: MessageReading, before: ConversationState.Known,
    in state: inout ConversationState
  ) -> Reply {
    take(reading, in: &state)
    if before.check.values != state.check.values { state.before = before }
    // A danger sign that a message takes back is confirmed before anything else.
    if case .confirm = state.check.next(table)?.kind { return proceed(in: &state) }
    if state.turn - state.outcomeTurn <= Self.focusTurns,
      reading.findings.allSatisfy({ $0.slot == .level }),
      state.check.correctsScore(turn.message, table)
    {
      return proceed(in: &state)
    }
    if let reply = reply(toChoiceBy: turn, in: &state) { return moved(turn, reply, in: &state) }
    if let reply = reply(toMoveOf: turn, in: &state) { return moved(turn, reply, in: &state) }
    let isNew = before.check.values != state.check.values
    if let reply = reply(toLeftOpenBy: turn, in: &state) { return reply }
    if let reply = reply(toCase: turn, reading: reading, isNew: isNew, in: &state) { return reply }
    if let reply = reply(toBareAnswer: turn, in: &state) { return reply }
    let understanding = understand(turn)
    if let reply = reply(toGrave: reading, understanding, in: &state) { return reply }
    if let reply = reply(toPressing: turn, understanding, in: &state) { return reply }
    if let reply = reply(toFollowUp: turn, understanding, in: &state) {
      return moved(turn, reply, in: &state)
    }
    return reply(toWish: turn, understanding, in: &state)
      ?? reply(toUnclear: turn, reading, understanding, in: &state)
      ?? reply(toTold: reading, facts: before.facts, turn, understanding, in: &state)
      ?? reply(toQuestion: turn, understanding: understanding, in: &state)
  }

  /// The reply, with the move that led to it on record.
  private func moved(_ turn: Turn, _ reply: Reply, in state: inout ConversationState) -> Reply {
    if let move = turn.move { state.record.moves.append(move.id) }
    guard !turn.repairs.isEmpty else { return reply }
    var reply = reply
    reply.repairs = turn.repairs + reply.repairs
    return reply
  }

  /// Adds the note once, sees to it that no reply comes twice in a row, and records what was said.
  private func finish(_ reply: inout Reply, to turn: Turn, in state: inout ConversationState) {
    if !state.hasShownNote, reply.kind == .answer {
      reply.blocks.append(.note(Wording.note))
      state.hasShownNote = true
    }
    if reply.text == state.lastReply?.text {
      reply.blocks.insert(.paragraph(Wording.sameAgain), at: 0)
    }
    if reply.kind != .unknown {
      state.declinesInARow = 0
      state.refused = nil
    }
    if reply.slots.isEmpty { reply.slots = known(state.check.values) }
    state.lastReply = reply
  }
}
