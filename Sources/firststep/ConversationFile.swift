import Dialogue
import Transcripts

/// Why a conversation was not saved.
enum SaveProblem: Error {
  case nothingSaid
  case exists(String)
  case system(FileProblem)
}

/// A conversation on its way to a transcript.
struct ConversationFile {
  /// Where it is kept from turn to turn; nil where it is not.
  var path: String?
  private var writer = TranscriptWriter(title: "")
  /// Files that are ours to replace.
  private var own: Set<String> = []
  private(set) var turnCount = 0

  /// Adds a turn; the first message is the title.
  mutating func add(_ message: String, _ reply: Reply, _ record: TurnRecord) {
    if writer.title.isEmpty { writer.title = Self.title(message) }
    writer.add(message, reply, trace: TurnTrace(record))
    turnCount += 1
  }

  /// Writes everything so far; a file that is not from this conversation is replaced only if asked for.
  mutating func write(to path: String, replacing: Bool = false) throws(SaveProblem) {
    guard turnCount > 0 else { throw .nothingSaid }
    guard replacing || own.contains(path) || !FileSystem.wouldReplace(path) else {
      throw .exists(path)
    }
    do {
      try FileSystem.write(writer.text, to: path)
    } catch {
      throw .system(error)
    }
    own.insert(path)
  }

  /// Makes a file ours before anything is said, if it can be written at all.
  mutating func claim(_ path: String, replacing: Bool) throws(SaveProblem) {
    guard replacing || !FileSystem.wouldReplace(path) else { throw .exists(path) }
    do {
      try FileSystem.tryWriting(to: path)
    } catch {
      throw .system(error)
    }
    own.insert(path)
    self.path = path
  }

  /// The first line of a message, not longer than a heading may be.
  private static func title(_ message: String) -> String {
    var title = ""
    for word in (message.split(whereSeparator: \.isNewline).first ?? "").split(separator: " ") {
      guard title.count + word.count < 60 else { return title.isEmpty ? untitled : title + " ..." }
      title += (title.isEmpty ? "" : " ") + word
    }
    return title.isEmpty ? untitled : title
  }

  private static let untitled = "A conversation"
}
