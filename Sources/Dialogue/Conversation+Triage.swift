internal import Knowledge
internal import Language
internal import Matching
package import Triage

/// The check before a run inside the conversation: begun, left for a side question, resumed, ended.
extension Conversation {
  /// Takes what a message says of the slots, whatever it is about.
  func take(_ reading: MessageReading, in state: inout ConversationState) {
    guard !reading.findings.isEmpty else { return }
    state.check.take(reading.findings, table: table)
    state.lastFindings = state.turn
  }

  /// Begins the check, or goes on with the one that was left.
  func startCheck(_ turn: Turn, in state: inout ConversationState) -> Reply {
    state.check.depth = .full
    state.check.goOn()
    return proceed(in: &state)
  }

  /// The next question of the check, or its result.
  ///
  /// With `isOpen` the question was put before and is only called to mind.
  func proceed(
    lead: [Block] = [], citations: [Citation] = [], isOpen: Bool = false,
    in state: inout ConversationState
  ) -> Reply {
    guard gravestAlarm(in: state)?.outcome != .emergency,
      let question = state.check.next(table)
    else { return result(in: &state) }
    state.isChecking = true
    state.pending = nil
    var reply = Reply(kind: .question)
    reply.topics = ["triage"]
    reply.asks = question.asks
    reply.slots = known(state.check.values)
    reply.blocks = lead + blocks(of: question, isOpen: isOpen)
    reply.citations = citations
    return reply
  }

  /// What acts come to in the plain words of the check.
  static let plain = ["stop-asking": "stop", "why-asked": "why", "nothing-listed": "none"]

  /// The next question; where an answer has just made the case urgent, that is said before it.
  private func proceed(
    urgentSince before: SlotValues, in state: inout ConversationState
  ) -> Reply {
    let outcome = table.evaluate(state.check.settled).outcome
    guard outcome >= .urgentCare, table.evaluate(before).outcome < .urgentCare,
      state.check.next(table) != nil
    else { return proceed(in: &state) }
    var reply = proceed(lead: [.paragraph(Wording.already(short(of: outcome)))], in: &state)
    reply.outcome = outcome.id
    reply.appointment = true
    return reply
  }

  func blocks(of question: CheckQuestion, isOpen: Bool = false) -> [Block] {
    if isOpen, question.choices.count > 3 {
      return [.paragraph(question.ask + " " + Wording.numbersAbove)]
    }
    var blocks: [Block] = [.paragraph(question.ask)]
    if !question.choices.isEmpty { blocks.append(.choices(question.choices)) }
    if !question.hint.isEmpty { blocks.append(.paragraph(question.hint)) }
    return blocks
  }

  /// The reply to an answer to the open question of the check, or to a question in between.
  func reply(
    toCheckAnswerBy turn: Turn, reading: MessageReading, in state: inout ConversationState
  ) -> Reply? {
    guard state.isChecking, let question = state.check.next(table) else {
      state.isChecking = false
      return nil
    }
    if turn.move?.id != "stop-asking", Self.resumes(turn) {
      return proceed(lead: [.paragraph(Wording.backToCheck)], isOpen: true, in: &state)
    }
    if Self.repeats(turn) { return proceed(in: &state) }
    if let reply = reply(toImpatience: turn, before: question, in: &state) { return reply }
    let mayAnswer: Bool =
      switch question.kind {
      case .slot, .list(.everyday): !turn.asks && turn.wordCount <= 4
      default: false
      }
    if reading.findings.isEmpty, !mayAnswer, isAside(turn, in: &state) { return nil }
    let before = state.check.values
    let settled = state.check.settled
    let (step, repairs) = apply(turn, in: &state)
    CheckMove(step).map { state.record.note($0) }
    if step == .unclear, isOnATopic(turn, in: &state) { return nil }
    if step != .unclear { state.asides = 0 }
    var reply = reply(to: step, question, turn, before: before, settled: settled, in: &state)
    reply.repairs = repairs + reply.repairs
    return reply
  }

  /// Takes the answer as it stands, and where nothing is understood, with its slips repaired.
  private func apply(
    _ turn: Turn, in state: inout ConversationState
  ) -> (step: Check.Step, repairs: [Repair]) {
    // "No, the other one" denies nothing.
    if let move = turn.move?.id, ["other-one", "wrong-topic"].contains(move) {
      return (.unclear, [])
    }
    let message = Self.plain[turn.move?.id ?? ""] ?? turn.message
    // A word that was asked for is read as nothing else.
    let isPlain = state.check.isAnswered(by: message, table)
    let step = state.check.apply(message, table: table) {
      isPlain ? [] : reader.read($0).findings
    }
    guard step == .unclear else { return (step, []) }
    let repaired = matcher.repaired(turn.message)
    guard !repaired.repairs.isEmpty else { return (step, []) }
    let second = state.check.apply(repaired.text, table: table) { reader.read($0).findings }
    guard second != .unclear else { return (step, []) }
    return (second, repaired.repairs.map { Repair(from: $0.from, to: $0.to) })
  }

  private func reply(
    to step: Check.Step, _ question: CheckQuestion, _ turn: Turn, before: SlotValues,
    settled: SlotValues, in state: inout ConversationState
  ) -> Reply {
    switch step {
    case .answered:
      state.unclearAnswers = 0
      if case .worse = question.kind, state.check.next(table) == nil {
        return result(topics: ["red-flags"], in: &state)
      }
      return proceed(urgentSince: settled, in: &state)
    case .corrected, .noted:
      state.unclearAnswers = 0
      let items = table.slots.map(\.slot).filter { before[$0] != state.check.values[$0] }
        .compactMap { means($0, in: state) }
      let lead: [Block] = items.isEmpty ? [] : [.paragraph(Wording.noted(items))]
      return proceed(lead: lead, isOpen: state.check.next(table) == question, in: &state)
    case .explained(let sentences):
      var builder = ReplyBuilder(knowledge)
      builder.paragraph(sentences)
      return proceed(
        lead: builder.blocks, citations: builder.citations, isOpen: true, in: &state)
    case .wentBack: return proceed(lead: [.paragraph(Wording.oneBack)], in: &state)
    case .atTheStart: return proceed(lead: [.paragraph(Wording.firstQuestion)], in: &state)
    case .stopped:
      // Of nothing follows nothing, least of all that running is fine.
      guard !state.check.values.known.isEmpty else {
        state.isChecking = false
        return plain(Wording.stoppedAtOnce)
      }
      return result(in: &state)
    case .needsWhich:
      return proceed(lead: [.paragraph(Wording.whichOnes)], isOpen: true, in: &state)
    case .unclear:
      if wishesToRun(turn) {
        return proceed(lead: [.paragraph(Wording.thatIsTheQuestion)], isOpen: true, in: &state)
      }
      state.record.note(.unclear)
      state.unclearAnswers += 1
      let lead = state.unclearAnswers > 1 ? question.hintForTheLost : Wording.notUnderstood
      var reply = proceed(lead: [.paragraph(lead)], isOpen: true, in: &state)
      // The list stands above; it is not put a third time.
      if state.unclearAnswers > 1, question.choices.count > 3 {
        reply.blocks = [.paragraph(lead)]
      }
      return reply
    }
  }

  /// What is known of a slot, in words.
  private func means(_ slot: Slot, in state: ConversationState) -> String? {
    guard let definition = table.definition(of: slot),
      let value = state.check.values.number(of: slot), value < definition.values.count
    else { return nil }
    return value > 0 ? definition.values[value].means : definition.harmless
  }

  /// "back to the check": the open question once more.
  private static func resumes(_ turn: Turn) -> Bool {
    let asked = asked(turn)
    if asked.contains("check"), asked.count <= 6,
      asked.contains(where: { ["let's", "lets", "do", "start", "back", "resume"].contains($0) })
    {
      return true
    }
    return resuming.contains(asked.joined(separator: " "))
  }

  /// "what was the question": the open question once more, with its list.
  private static func repeats(_ turn: Turn) -> Bool {
    repeating.contains(asked(turn).joined(separator: " "))
  }

  private static func asked(_ turn: Turn) -> [String] {
    turn.tokens.filter { $0.kind != .punctuation }.map(\.text)
      .filter { !["ok", "okay", "right", "please", "now", "then"].contains($0) }
  }

  private static let repeating: Set<String> = [
    "what was the question", "repeat the question", "say the question again", "the list",
    "show me the list", "the list again", "list", "which list", "what list", "what was the list",
    "show the list again", "say that again", "repeat that", "what are the options",
  ]

  private static let resuming: Set<String> = [
    "back to the check", "back to check", "back to the questions", "back to it", "the check",
    "check", "triage", "continue", "continue the check", "go on", "carry on", "resume",
    "resume the check", "go on with the check", "carry on with the check", "where were we",
    "let's go on", "let's continue", "on with it", "on with the check",
  ]

  /// The result on what is known, laid out.
  func result(topics: [String] = ["triage"], in state: inout ConversationState) -> Reply {
    state.isChecking = false
    // What is alarming beyond the table is never outdone by something milder.
    if let alarm = gravestAlarm(in: state),
      alarm.outcome > table.evaluate(state.check.values).outcome
    {
      return reply(toAlarm: alarm, in: &state)
    }
    var builder = ReplyBuilder(knowledge)
    let report = table.report(state.check.values, traits: traits(of: state.facts))
    let reply = result(report, topics: topics, values: state.check.values, &builder)
    state.record.guards += report.guards.map(\.id)
    state.outcome = reply.outcome
    state.outcomeTurn = state.turn
    state.last = .init(
      kind: .triage, topics: topics, part: nil, claims: builder.claims, rules: reply.rules,
      outcome: reply.outcome, differs: [], message: "", text: reply.text, confidence: nil,
      alternatives: [])
    return reply
  }

  /// A report as a reply; also used for slots that were given as options or as JSON.
  package func reply(on report: TriageReport, values: SlotValues) -> Reply {
    var builder = ReplyBuilder(knowledge)
    return result(report, topics: ["triage"], values: values, &builder)
  }

  private func result(
    _ report: TriageReport, topics: [String], values: SlotValues, _ builder: inout ReplyBuilder
  ) -> Reply {
    ReportLayout(report, table).add(to: &builder)
    var reply = Reply(kind: .triage)
    reply.topics = topics
    reply.outcome = report.outcome.outcome.id
    reply.appointment = report.outcome.appointment
    reply.provisional = report.isProvisional
    reply.slots = known(values)
    reply.rules = report.outcome.fired.map { table.rules[$0].id }
    reply.blocks = builder.blocks
    reply.citations = builder.citations
    return reply
  }

  /// What changes the words of a result, not the result.
  func traits(of facts: Facts) -> Set<RunnerTrait> {
    var traits: Set<RunnerTrait> = []
    if facts.menopause { traits.insert(.menopause) }
    if let age = facts.age, age >= Self.mastersAge { traits.insert(.masters) }
    if facts.tookPainkiller { traits.insert(.painkiller) }
    if facts.isCleared { traits.insert(.cleared) }
    if facts.needsMedicineCaution { traits.insert(.medicineCaution) }
    return traits
  }

  /// The slots of which something is known, in the order of the interface.
  func known(_ values: SlotValues) -> [KnownSlot] {
    values.known.map { slot in
      KnownSlot(slot: slot.id, value: values.number(of: slot).map { .value($0) } ?? .unknown)
    }
  }

  /// One line for each slot that the runner told of.
  func slotLines(_ state: ConversationState) -> [String] {
    state.check.values.known.compactMap { slot in
      if slot == .duration, state.facts.painWeeks != nil { return nil }
      guard let number = state.check.values.number(of: slot), number > 0,
        let definition = table.definition(of: slot), number < definition.values.count
      else { return nil }
      return "You told me: \(definition.values[number].means)"
    }
  }
}

extension CheckQuestion {
  /// What to say when an answer was not understood twice.
  var hintForTheLost: String {
    choices.isEmpty ? Wording.lostWithoutChoices : Wording.lostWithChoices
  }
}
