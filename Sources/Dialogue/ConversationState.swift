package import Knowledge
package import Triage

/// Where a conversation stands: a plain value that can be stored and taken up again.
package struct ConversationState: Hashable, Codable, Sendable {
  /// Number of messages answered.
  package var turn = 0
  /// Topics spoken of, the latest first.
  package var focus: [Focus] = []
  /// What the last reply waits for.
  package var pending: Pending?
  /// The last reply, as far as later messages may refer to it.
  package var last: LastReply?
  /// The last reply itself, for "say that again".
  package var lastReply: Reply?
  /// What the last question wanted to know of its topic.
  package var askedAspects: [Aspect] = []
  /// For each part of a topic that was told, the turn in which it was.
  package var told: [String: Int] = [:]
  /// The difference between the documents that was told last.
  package var difference: ToldDifference?
  /// Words that were asked for of each topic beyond its own, by their stems.
  package var asked: [String: [String]] = [:]
  package var facts = Facts()
  /// What was known before the last message that told something, for "forget that".
  package var before: Known?
  /// Danger signs that were told, in order; they stay until taken back or forgotten.
  package var dangers: [DangerOnRecord] = []
  /// Alarming signs outside of the table that were told, in order.
  package var alarms: [Alarm] = []
  /// What was told that counts only together with a sign: vomiting, breathlessness.
  package var heard: [Heard] = []
  /// The reason of the last refusal, where somebody may press for what was refused.
  package var refused: String?
  /// The check before a run with all that was told of its slots, asked or not.
  package var check = Check()
  /// Whether the check waits for an answer.
  package var isChecking = false
  /// Questions in between since the open one was last answered.
  package var asides = 0
  /// Turn in which a child was last spoken of; nil where none was.
  package var childTurn: Int?
  /// Answers to the open question in a row that were not understood.
  package var unclearAnswers = 0
  /// How often the open check was met with "just tell me".
  package var refusals = 0
  /// Turn in which a message last told something of a slot.
  package var lastFindings = 0
  /// The last outcome that was given.
  package var outcome: String?
  /// Turn in which it was given; far in the past where none was.
  package var outcomeTurn = -1_000
  /// One message only, no memory: a case gets its provisional outcome at once.
  package var isOneShot = false
  package var declinesInARow = 0
  /// How often each kind of fixed reply was given, so that its wording changes.
  package var given: [String: Int] = [:]
  package var hasShownNote = false
  /// What the last turn did.
  package var record = TurnRecord()

  package init() {}

  /// A topic in focus.
  package struct Focus: Hashable, Codable, Sendable {
    package var topic: String
    /// The part that was told last; nil for the short answer.
    package var part: String?
    package var turn: Int
  }

  /// A difference that was told, the side that came last, and the turn.
  package struct ToldDifference: Hashable, Codable, Sendable {
    package var id: String
    /// `blog` or `healthline`.
    package var side: String
    package var turn: Int
  }

  /// What the last reply waits for.
  package enum Pending: Hashable, Codable, Sendable {
    /// A choice between topics; the aspect that the message asked for and its words, if any.
    case choice([String], message: String)
    /// "Shall we do the check?"
    case offeredCheck
  }

  /// The last reply, as far as later messages may refer to it.
  package struct LastReply: Hashable, Codable, Sendable {
    package var kind: ReplyKind
    package var topics: [String]
    package var part: String?
    /// Claims in the order of their marks.
    package var claims: [String]
    package var rules: [String]
    package var outcome: String?
    /// Ids of differences between the documents that bear on it.
    package var differs: [String]
    package var message: String
    package var text: String
    package var confidence: Double?
    package var alternatives: [String]
  }

  /// A danger sign that was told.
  package struct DangerOnRecord: Hashable, Codable, Sendable {
    package var slot: String
    package var value: Int
    package var turn: Int
  }

  /// Something that was told, by its name in the data.
  package struct Heard: Hashable, Codable, Sendable {
    package var name: String
    package var turn: Int
  }

  /// What a message can tell.
  package struct Known: Hashable, Codable, Sendable {
    package var facts: Facts
    package var check: Check
    package var dangers: [DangerOnRecord] = []
    package var alarms: [Alarm] = []
  }

  /// What is known now, to be gone back to.
  var known: Known { Known(facts: facts, check: check, dangers: dangers, alarms: alarms) }
}
