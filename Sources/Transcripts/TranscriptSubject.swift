package import Dialogue

/// What transcripts are run against: something that begins conversations.
///
/// It is a value of closures, so that the engine runs against the assistant, against a stub in a
/// test, and against whatever comes later, without knowing any of them.
package struct TranscriptSubject: Sendable {
  /// Begins a conversation. Called from several threads at once; sessions are not shared.
  package var begin: @Sendable () -> Session

  package init(begin: @escaping @Sendable () -> Session) {
    self.begin = begin
  }

  /// A subject whose conversations keep a state of any type.
  package init<State: Sendable>(
    state: @escaping @Sendable () -> State,
    respond: @escaping @Sendable (String, inout State) -> Reply
  ) {
    begin = {
      var state = state()
      return Session { Answer(respond($0, &state)) }
    }
  }

  /// One conversation.
  package struct Session {
    package var respond: (String) -> Answer
    /// Takes something given; a reason comes back if it cannot.
    package var give: (Given) -> String? = { _ in "this subject takes no facts" }
    /// Sets today's date, YYYY-MM-DD; a reason comes back if it cannot.
    package var setDate: (String) -> String? = { _ in nil }
    /// Why the last reply was what it was; empty if there is nothing to say.
    package var why: () -> String = { "" }

    package init(respond: @escaping (String) -> Answer) {
      self.respond = respond
    }
  }

  /// A reply with what the turn did.
  package struct Answer: Hashable, Sendable {
    package var reply: Reply
    package var trace: TurnTrace

    package init(_ reply: Reply, trace: TurnTrace = TurnTrace()) {
      self.reply = reply
      self.trace = trace
    }
  }
}
