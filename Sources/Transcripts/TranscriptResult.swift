package import Dialogue

/// What running one transcript gave.
package struct TranscriptResult: Hashable, Sendable {
  package var path: String
  package var title: String?
  /// Name of the folder.
  package var theme: String
  /// Errors in the text; a transcript that has any was not run.
  package var problems: [SyntaxError] = []
  package var failures: [TurnFailure] = []
  /// Replies in order, of the first wording of every message.
  package var played: [PlayedTurn] = []
  /// Number of turns, those of other phrasings among them.
  package var turnCount = 0
  /// Reason from the list of known failures; nil if it is not on the list.
  package var knownFailure: String?

  package init(path: String, title: String?, theme: String) {
    self.path = path
    self.title = title
    self.theme = theme
  }

  package enum Status: String, Hashable, Sendable {
    case passed, failed
    /// It fails and is on the list.
    case known
    /// It is on the list and passes: it must be taken off.
    case fixed
  }

  package var status: Status {
    let holds = problems.isEmpty && failures.isEmpty
    if knownFailure != nil { return holds ? .fixed : .known }
    return holds ? .passed : .failed
  }

  /// Whether the run as a whole may pass.
  package var isAccepted: Bool { status == .passed || status == .known }
}

/// One message with the reply that it got.
package struct PlayedTurn: Hashable, Sendable {
  package var place: Place
  package var message: String
  package var answer: TranscriptSubject.Answer

  package init(place: Place, message: String, answer: TranscriptSubject.Answer) {
    self.place = place
    self.message = message
    self.answer = answer
  }

  package var reply: Reply { answer.reply }
}

/// A turn whose reply is not what its transcript says.
package struct TurnFailure: Hashable, Sendable {
  /// Where the message or the phrasing stands.
  package var place: Place
  /// What was said.
  package var message: String
  /// Comparison line by line; empty where the words are right.
  package var diff: [DiffLine] = []
  package var meaning: [MeaningDifference] = []
  /// The file says nothing about the reply, which is `reply`.
  package var isUnrecorded = false
  /// A fact or a date that the subject refused.
  package var refusal: String?
  /// How much it matters.
  package var grade = RecordingGrade.wording
  /// How the message was understood and what decided; may be empty.
  package var why = ""
  package var reply: Reply

  package struct MeaningDifference: Hashable, Sendable {
    package var place: Place
    /// The line, without its `@`.
    package var expected: String
    package var got: String
    package var key: String
  }

  package init(place: Place, message: String, reply: Reply) {
    self.place = place
    self.message = message
    self.reply = reply
  }

  /// The first line at which something differs, for messages that can name one only.
  package var firstPlace: Place { diff.isEmpty ? meaning.first?.place ?? place : place }
}
