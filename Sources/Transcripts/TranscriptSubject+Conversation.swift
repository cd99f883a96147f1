package import Dialogue
internal import Knowledge
internal import Triage

extension TranscriptSubject {
  /// The assistant itself; `explain` says how a message was understood and what decided.
  package init(
    _ conversation: Conversation, explain: @escaping @Sendable (String) -> String = { _ in "" }
  ) {
    self.init {
      var state = ConversationState()
      var last = ""
      var given: [(slot: String, value: String)] = []
      var session = Session { message in
        last = message
        let reply = conversation.respond(to: message, in: &state)
        return Answer(reply, trace: TurnTrace(state.record))
      }
      session.give = { item in
        switch item {
        case .fact(let name, let value):
          return Self.take(name, value, into: &state.facts)
        case .slot(let slot, let number):
          given.append((slot, number.map(String.init) ?? "unknown"))
        case .slotWord(let slot, let word):
          given.append((slot, word))
        }
        do throws(SlotInputError) {
          state.check = Check(try conversation.table.values(from: given))
          return nil
        } catch {
          given.removeLast()
          return error.description
        }
      }
      session.why = { explain(last) }
      return session
    }
  }

  /// Sets a fact about the runner by its name; a reason comes back if there is none such.
  private static func take(_ name: String, _ value: String, into facts: inout Facts) -> String? {
    switch name {
    case "age":
      guard let age = Int(value) else { return "the age is a number of years" }
      facts.age = age
    case "weeks":
      guard let weeks = Double(value) else { return "'weeks' is a number" }
      facts.painWeeks = weeks
    case "menopause":
      guard value == "yes" || value == "no" else { return "'menopause' is yes or no" }
      facts.menopause = value == "yes"
    case "side":
      guard let side = Facts.Side(rawValue: value) else { return "the side is left, right or both" }
      facts.side = side
    case "race":
      let parts = value.split(separator: " ", maxSplits: 1).map(String.init)
      facts.race = .init(
        name: parts.first ?? value, when: parts.count > 1 ? parts[1] : nil, days: nil)
    case "tried":
      facts.tried += value.split(separator: " ").map(String.init)
    default:
      return "facts are age, weeks, menopause, side, race and tried"
    }
    return nil
  }
}
