internal import Triage

/// What the conversation knows of the runner: told on request, forgotten on request.
extension Conversation {
  func recall(in state: inout ConversationState) -> Reply {
    var reply = Reply(kind: .smalltalk)
    reply.topics = ["about"]
    let points = known(state)
    if points.isEmpty {
      reply.blocks = [.paragraph(Wording.knowsNothing)]
    } else {
      reply.blocks = [
        .paragraph(Wording.youToldMe), .list(points), .paragraph(Wording.forgetOffer),
      ]
    }
    return reply
  }

  /// One line for each fact.
  private func known(_ state: ConversationState) -> [String] {
    let facts = state.facts
    var points: [String] = []
    if let age = facts.age { points.append("Your age: \(age)") }
    if facts.menopause { points.append("Menopause plays a part") }
    if let side = facts.side { points.append("Side: \(side.rawValue)") }
    if let weeks = facts.painWeeks { points.append("It has hurt for \(Wording.span(weeks))") }
    if let race = facts.race {
      points.append("A race ahead: \(race.name)" + (race.when.map { " \($0)" } ?? ""))
    }
    if facts.needsMedicineCaution { points.append("A reason to ask before any anti-inflammatory") }
    if !facts.tried.isEmpty {
      points.append("Tried: " + Wording.list(facts.tried.map(title).map(Wording.lowered)))
    }
    points += slotLines(state)
    return points
  }

  func forgetAll(in state: inout ConversationState) -> Reply {
    let given = state.given
    let turn = state.turn
    let last = state.lastReply
    state = ConversationState()
    state.lastReply = last
    state.given = given
    state.turn = turn
    state.hasShownNote = true
    return plain(Wording.forgottenAll)
  }

  /// Forgets what the last message told; with nothing told, drops what is open.
  func forgetLast(in state: inout ConversationState) -> Reply {
    state.pending = nil
    guard let before = state.before else { return plain(Wording.dropped) }
    let isTold = before.facts != state.facts || before.check.values != state.check.values
    state.facts = before.facts
    state.check = before.check
    state.dangers = before.dangers
    state.alarms = before.alarms
    state.heard = []
    state.isChecking = false
    state.before = nil
    return plain(isTold ? Wording.forgottenLast : Wording.dropped)
  }

  func forgetFact(_ what: String, in state: inout ConversationState) -> Reply {
    let words = Set(what.lowercased().split { !$0.isLetter }.map(String.init))
    func names(_ candidates: String...) -> Bool { candidates.contains { words.contains($0) } }
    var isKnown = true
    if names("age", "old", "years") {
      state.facts.age = nil
    } else if names("menopause", "hormones", "hrt") {
      state.facts.menopause = false
    } else if names("race", "marathon", "parkrun") {
      state.facts.race = nil
    } else if names("weeks", "months", "long") {
      state.facts.painWeeks = nil
    } else if names("side", "left", "right") {
      state.facts.side = nil
    } else if names("tried") {
      state.facts.tried = []
    } else if names("warfarin", "thinner", "thinners", "ulcer", "medicine") {
      state.facts.needsMedicineCaution = false
    } else {
      isKnown = false
    }
    return plain(isKnown ? Wording.forgottenLast : Wording.nothingToForget)
  }

  func plain(_ text: String) -> Reply {
    var reply = Reply(kind: .smalltalk)
    reply.topics = ["about"]
    reply.blocks = [.paragraph(text)]
    return reply
  }
}
