/// A conversation with what is expected of each reply, and the text that it was read from.
package struct Transcript: Hashable, Sendable {
  /// As it was given on the command line or found in a folder.
  package var path: String
  /// The first heading, without its marks; nil if there is none.
  package var title: String?
  /// The lines of the file without their line ends, so that it can be written back unchanged.
  package var lines: [String]
  package var steps: [Step] = []
  /// Whether generated changes of the messages must mean the same.
  package var allowsVariants = true

  package init(path: String, lines: [String]) {
    self.path = path
    self.lines = lines
  }

  package enum Step: Hashable, Sendable {
    case given([Given], Place)
    /// The day that the conversation takes for today, as YYYY-MM-DD.
    case date(String, Place)
    /// Another transcript whose steps come first; replaced by them when files are loaded.
    case include(path: String, Place)
    case turn(TranscriptTurn)
  }

  package var turns: [TranscriptTurn] {
    steps.compactMap { if case .turn(let turn) = $0 { turn } else { nil } }
  }

  /// The name of the folder that the file is in: its theme.
  package var theme: String {
    let parts = path.split(separator: "/")
    return parts.count > 1 ? String(parts[parts.count - 2]) : ""
  }

  /// The name of the file without its ending.
  package var name: String {
    let file = path.split(separator: "/").last.map(String.init) ?? path
    return file.hasSuffix(".md") ? String(file.dropLast(3)) : file
  }
}

/// Something that the conversation knows before it begins.
package enum Given: Hashable, Sendable {
  /// A slot of the triage; nil for "unknown".
  case slot(String, Int?)
  /// A slot of the triage by the word of its value: "fades".
  case slotWord(String, String)
  /// Something about the runner: "age", "58".
  case fact(String, String)
}

/// One message and what its reply must be.
package struct TranscriptTurn: Hashable, Sendable {
  /// Place of the first `>`.
  package var place: Place
  /// What the runner types; several lines are joined by newlines.
  package var message: String
  /// Other words for the same message, each with its place.
  package var phrasings: [Phrasing] = []
  package var reply = ExpectedReply()
  package var meaning: [MeaningLine] = []
  /// Place in the file's lines of the last line of the message or of its phrasings, from 0.
  package var headEnd: Int
  /// Characters before the content of each line: the indentation.
  package var indent: String

  package struct Phrasing: Hashable, Sendable {
    package var text: String
    package var place: Place
  }

  /// Whether the file says anything about the reply.
  package var expectsSomething: Bool { !reply.isEmpty || !meaning.isEmpty }
}
