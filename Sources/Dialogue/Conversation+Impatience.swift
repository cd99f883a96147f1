internal import Knowledge
internal import Language
internal import Triage

/// Who has enough of the questions is told how many there are, and what a refusal comes to.
extension Conversation {
  /// The reply to "just tell me" and "how many questions" while a question is open; nil for any other
  /// message.
  func reply(
    toImpatience turn: Turn, before question: CheckQuestion, in state: inout ConversationState
  ) -> Reply? {
    let text =
      " "
      + turn.tokens.filter { $0.kind != .punctuation }.map(\.text)
      .joined(separator: " ") + " "
    guard turn.wordCount <= Self.longestFollowUp else { return nil }
    func says(_ phrases: [String]) -> Bool {
      phrases.contains { text.firstRange(of: " " + $0 + " ") != nil }
    }
    if says(Self.askingHowMany) {
      return proceed(lead: [.paragraph(Wording.howMany)], isOpen: true, in: &state)
    }
    if says(Self.complaints) {
      return proceed(lead: [.paragraph(Wording.soonDone)], isOpen: true, in: &state)
    }
    guard says(Self.refusals) else { return nil }
    state.refusals += 1
    guard state.refusals > 1 else {
      var reply = proceed(in: &state)
      reply.blocks = [.paragraph(Wording.notWithoutThis(hasList: !question.choices.isEmpty))]
      return reply
    }
    state.refusals = 0
    state.check.refuse(table)
    return result(in: &state)
  }

  private static let askingHowMany = [
    "how many questions", "how many more", "how long does this", "how long will this",
    "how much longer", "how many of these", "how long is this", "are there many questions",
    "is this going to take long", "how many left",
  ]
  private static let complaints = [
    "this is annoying", "so annoying", "annoying", "too many questions", "this is boring",
    "so many questions", "get on with it", "this is silly", "this is stupid", "hurry up",
    "taking ages", "takes ages",
  ]
  private static let refusals = [
    "just tell me", "just answer", "just say yes", "just say if", "just give me",
    "just say it", "tell me already", "no questions", "i won't answer", "not answering",
    "i don't want to answer", "just let me run", "skip the questions", "just the answer",
  ]
}
