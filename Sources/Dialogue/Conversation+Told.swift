internal import Knowledge
internal import Language
internal import Triage

/// Messages that tell something and ask nothing, and wishes to run that nothing else takes up.
extension Conversation {
  /// A wish to run where what was told makes it a case, or where the message was not understood as
  /// anything else; nil otherwise.
  func reply(
    toWish turn: Turn, _ understanding: Understanding, in state: inout ConversationState
  ) -> Reply? {
    guard wishesToRun(turn) else { return nil }
    // "Can I run?" and no more is the question that the check is for, however it is understood.
    let isBare = !state.isOneShot && isBareWish(turn)
    if isBare, state.outcome != nil { state.check.askDangerAgain(table) }
    switch understanding.decision {
    case _ where isBare: break
    case .answer(let topics):
      guard !state.isOneShot, let first = topics.first, Self.permitting.contains(first),
        state.check.values.known.contains(where: { state.check.values.number(of: $0) ?? 0 > 0 })
      else { return nil }
    case .decline(_, nil, let reason):
      switch reason ?? "off-topic" {
      case "date", "promise": break
      case "off-topic", "unclear": guard isOnlyAboutRunning(turn) else { return nil }
      default: return nil
      }
    case .ask(let topics) where topics.contains("triage") && turn.wordCount >= 3: break
    case .ask, .decline: return nil
    }
    if state.isOneShot { return result(in: &state) }
    state.check.goOn()
    if isBare, state.outcome != nil { state.check.depth = .brief }
    return proceed(in: &state)
  }

  /// Whether nothing but the run and its day is named: "can I do parkrun on Saturday", but not "with
  /// a cold".
  private func isOnlyAboutRunning(_ turn: Turn) -> Bool {
    turn.tokens.allSatisfy { token in
      token.kind != .word || !acts.hasContent([token]) || Self.runs.contains(token.text)
        || token.text.hasPrefix("run") || token.text.hasPrefix("rac")
        || Self.days.contains(token.text) || Self.isSlip(token.text, of: Self.days)
    }
  }

  /// Whether a word is one slip away from one of a few: "toady" from "today".
  private static func isSlip(_ word: String, of others: Set<String>) -> Bool {
    word.utf8.count >= 5
      && others.contains { other in
        other.utf8.count >= 5 && other.utf8.first == word.utf8.first
          && EditDistance.between(word, other, limit: 1) != nil
      }
  }

  /// "Can I run?", "ok to run with this tomorrow?": leave, the run and its day, and no other word.
  private func isBareWish(_ turn: Turn) -> Bool {
    let words = turn.tokens.filter { $0.kind != .punctuation }.map(\.text)
    return words.count > 1
      && words.allSatisfy { word in
        Self.asking.contains(word) || Self.runs.contains(word) || Self.days.contains(word)
          || word.hasPrefix("run") || Self.isSlip(word, of: Self.days)
      }
  }

  private static let asking: Set<String> = [
    "can", "may", "could", "should", "shall", "i", "am", "is", "to", "for", "a", "an", "my", "the",
    "on", "in", "at", "with", "alright", "allowed", "possible", "me", "we", "gonna", "hey", "hi",
    "so", "and", "get", "out", "by", "or", "rest", "not", "want", "would", "like",
  ]

  private static let days: Set<String> = [
    "today", "tomorrow", "tonight", "morning", "evening", "afternoon", "now", "later", "weekend",
    "week", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "go",
    "ok", "okay", "still", "do", "again", "then", "please", "safe", "fine", "good", "easy", "short",
    "gentle", "usual", "this", "that", "it", "allowed", "just", "quick", "slow", "outside", "out",
  ]

  /// What a message that asks nothing and was understood as nothing else tells of the runner; nil
  /// where it tells nothing.
  func reply(
    toTold reading: MessageReading, facts before: Facts, _ turn: Turn,
    _ understanding: Understanding, in state: inout ConversationState
  ) -> Reply? {
    if !turn.asks, state.facts.needsMedicineCaution, !before.needsMedicineCaution,
      let reply = reply(
        toFactOnTopic: Wording.facts(state.facts, since: before), before: before, turn, in: &state)
    {
      return reply
    }
    guard !turn.isQuestion else { return nil }
    let told = reading.findings.filter { $0.manner != .unsure }
    switch understanding.decision {
    case .answer(let topics):
      // A lecture on danger signs is no answer to who denies them, or tells of one thing.
      let isShort = turn.wordCount <= 6 && !told.isEmpty
      guard topics.first == "red-flags",
        isShort || told.contains(where: { $0.manner == .denied })
      else { return nil }
    case .ask:
      let asks = turn.tokens.contains { Self.askingWords.contains($0.text) }
      guard turn.wordCount <= 12, !told.isEmpty, !asks, !state.isOneShot else { return nil }
    case .decline(_, nil, let reason):
      guard ["off-topic", "unclear"].contains(reason ?? "off-topic") else { return nil }
    case .decline: return nil
    }
    var items: [String] = []
    for finding in told {
      guard let definition = table.definition(of: finding.slot),
        finding.value < definition.values.count
      else { continue }
      items.append(
        finding.value > 0 ? definition.values[finding.value].means : definition.harmless)
    }
    items += Wording.facts(state.facts, since: before)
    guard !items.isEmpty else { return nil }
    let result = table.evaluate(state.check.values)
    let isCase = told.contains { $0.slot != .site && $0.value > 0 }
    if result.outcome >= .restSeeClinician || state.isOneShot && isCase {
      return self.result(in: &state)
    }
    if let reply = reply(toFactOnTopic: items, before: before, turn, in: &state) { return reply }
    var builder = ReplyBuilder(knowledge)
    builder.add(.paragraph(Wording.noted(items)))
    if let reply = self.reply(staying: &builder, in: &state) { return reply }
    let slots = Set(told.filter { $0.value > 0 }.map(\.slot))
    for place in result.fired {
      let conditions = table.rules[place].conditions
      guard !conditions.isEmpty, conditions.allSatisfy({ slots.contains($0.slot) }) else {
        continue
      }
      builder.paragraph(table.rules[place].says)
    }
    builder.add(.paragraph(Wording.offerCheck))
    state.pending = .offeredCheck
    var reply = Reply(kind: .question)
    reply.topics = ["triage"]
    reply.asks = "triage"
    reply.slots = known(state.check.values)
    reply.blocks = builder.blocks
    reply.citations = builder.citations
    return reply
  }

  /// What the topic in focus says once a fact takes its advice away: "I'm on warfarin" after ibuprofen;
  /// nil where it changes nothing there.
  private func reply(
    toFactOnTopic items: [String], before: Facts, _ turn: Turn, in state: inout ConversationState
  ) -> Reply? {
    let isMedicine = state.facts.needsMedicineCaution && !before.needsMedicineCaution
    let isRecent = state.focus.first.map { state.turn - $0.turn <= Self.focusTurns } ?? false
    guard let topic = isMedicine ? "pain-medication" : isRecent ? inFocus(state)?.id : nil,
      !guards(on: topic, in: state).isEmpty
    else { return nil }
    var reply = answer(
      [Request(topic: topic)], alternatives: [], confidence: nil, repairs: [], to: turn, in: &state)
    reply.blocks.insert(.paragraph(Wording.noted(items)), at: 0)
    return reply
  }

  /// What was told after an outcome and does not change it; nil where none was given of late.
  func reply(
    staying builder: inout ReplyBuilder, in state: inout ConversationState
  ) -> Reply? {
    guard state.turn - state.outcomeTurn <= Self.focusTurns else { return nil }
    let result = table.evaluate(state.check.values)
    builder.add(.paragraph(Wording.outcomeStays(title(of: result.outcome))))
    var reply = Reply(kind: .triage)
    reply.topics = ["triage"]
    reply.outcome = result.outcome.id
    reply.appointment = result.appointment
    reply.provisional = result.isProvisional
    reply.rules = result.fired.map { table.rules[$0].id }
    reply.slots = known(state.check.values)
    reply.blocks = builder.blocks
    return reply
  }

  /// "Yes", "the second" where nothing is open that it could answer; nil for any other message.
  func reply(toBareAnswer turn: Turn, in state: inout ConversationState) -> Reply? {
    let isNumber =
      state.outcome != nil && turn.tokens.allSatisfy { $0.kind == .number && $0.text.count <= 2 }
    guard turn.wordCount <= 3 else { return nil }
    if !isNumber {
      guard let move = turn.move?.id,
        ["yes", "no", "both", "neither", "choose-1", "choose-2", "choose-3"].contains(move)
      else { return nil }
      // One of a choice was answered; "both" wants the other as well.
      if move == "both", let last = state.last, last.confidence == nil,
        let other = last.alternatives.first, knowledge.topic(other) != nil
      {
        return answer(
          [Request(topic: other)], alternatives: [], confidence: nil, repairs: [], to: turn,
          in: &state)
      }
    }
    var reply = Reply(kind: .unknown)
    reply.blocks = [.paragraph(Wording.nothingOpen)]
    return reply
  }

  /// The same refusal again for who presses: "just give me a number"; nil for any other message.
  func reply(
    toPressing turn: Turn, _ understanding: Understanding, in state: inout ConversationState
  ) -> Reply? {
    guard let reason = state.refused, turn.wordCount <= 6 else { return nil }
    if case .answer(let topics) = understanding.decision,
      knowledge.topic(topics.first ?? "") != nil,
      (understanding.confidence ?? 0) > 0.9
    {
      return nil
    }
    let words = Set(turn.tokens.map(\.text))
    guard !words.isDisjoint(with: Self.pressing) else { return nil }
    return declined(reason, in: &state)
  }

  private static let pressing: Set<String> = [
    "just", "come", "please", "roughly", "must", "give", "ballpark", "guess", "approximately",
    "about", "surely", "oh", "pretty", "know", "go", "name", "anyway", "estimate",
  ]
}
