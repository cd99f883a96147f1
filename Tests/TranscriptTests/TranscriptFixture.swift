import Dialogue
import Transcripts

/// A stub that answers from a list of replies by the words of the message.
enum Stub {
  /// An answer of one or more blocks on a topic.
  static func answer(
    _ topic: String, _ text: String, cites: [(claim: String, source: String)] = []
  ) -> Reply {
    var reply = Reply(kind: .answer)
    reply.topics = [topic]
    reply.blocks = text.split(separator: "|").map { .paragraph(String($0)) }
    reply.citations = cites.enumerated().map { place, cited in
      Citation(
        number: place + 1, claim: cited.claim, source: cited.source, locator: "", speaker: nil)
    }
    return reply
  }

  static func outcome(_ id: String, rules: [String], _ text: String = "Decided.") -> Reply {
    var reply = Reply(kind: .triage)
    reply.topics = ["triage"]
    reply.outcome = id
    reply.rules = rules
    reply.slots = [
      KnownSlot(slot: "run", value: .value(3)), KnownSlot(slot: "walk", value: .unknown),
    ]
    reply.blocks = [.paragraph(text)]
    return reply
  }

  static let ice = answer(
    "ice", "Yes, for 10 to 15 minutes after a run [1]. It helps with pain.|Wrap the ice.",
    cites: [("H062", "healthline"), ("B005", "blog")])

  /// The reply to each message; any other is declined.
  static func subject(_ replies: [String: Reply] = ["ice": ice]) -> TranscriptSubject {
    TranscriptSubject(
      state: { 0 },
      respond: { message, _ in
        if let reply = replies[message] { return reply }
        var reply = Reply(kind: .unknown)
        reply.blocks = [.paragraph("I do not know \(message).")]
        return reply
      })
  }

  /// The result of running a text against a subject.
  static func run(_ text: String, _ subject: TranscriptSubject = subject()) -> TranscriptResult {
    let (transcript, problems) = TranscriptParser.parse(text, path: "theme/case.md")
    return TranscriptRunner(subject).run(transcript, problems: problems)
  }

  /// A loader over files in memory.
  static func loader(_ files: [String: String]) -> TranscriptLoader {
    TranscriptLoader { path throws(FileProblem) in
      guard let text = files[path] else { throw FileProblem(path: path, code: 2) }
      return text
    }
  }
}
