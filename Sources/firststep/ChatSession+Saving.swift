import Dialogue
import Terminal
import Transcripts

/// Saving the conversation as a transcript.
extension ChatSession {
  /// `/save FILE`, `/save --force FILE`; without a file the one that it was saved to before.
  mutating func save(_ line: String) throws {
    var name = line.drop { !$0.isWhitespace }.drop { $0.isWhitespace }
    let force = "--force"
    let replaces = name == force || name.hasPrefix(force + " ")
    if replaces { name = name.dropFirst(force.count).drop { $0.isWhitespace } }
    while name.last?.isWhitespace == true { name.removeLast() }
    if name.hasPrefix("--") {
      let option = name.prefix { !$0.isWhitespace }
      return try refuse("/save has no option \(option), only \(force).")
    }
    guard let path = name.isEmpty ? file.path : expanded(String(name)) else {
      return try say("Where to? /save FILE writes this conversation as a transcript.")
    }
    do throws(SaveProblem) {
      try file.write(to: path, replacing: replaces)
      file.path = path
    } catch .nothingSaid {
      return try say("There is nothing to save yet.")
    } catch .exists(let path) {
      return try refuse(
        "There is a file \(path) already. /save --force \(path) replaces it.")
    } catch .system(let problem) {
      return try refuse("Cannot write \(path): \(problem.reason).")
    }
    try say("Saved \(file.turnCount) \(file.turnCount == 1 ? "turn" : "turns") to \(path).")
  }

  /// Brings the file of `--save`, or of the last `/save`, up to date.
  mutating func keep() throws {
    guard let path = file.path, file.turnCount > 0 else { return }
    do throws(SaveProblem) {
      try file.write(to: path)
    } catch .system(let problem) {
      throw Failure.inputOutput("cannot write \(path)", code: problem.code)
    } catch {
      return
    }
  }

  /// As `keep` in the middle of a conversation, which a full disk does not end: the reply tells it.
  mutating func keep(toldIn reply: inout Reply) throws {
    do {
      try keep()
    } catch let failure as Failure {
      file.path = nil
      let reason = failure.message ?? "the file cannot be written"
      reply.blocks.append(.note("This is no longer saved: \(reason)."))
    }
  }

  /// A script must not go on as if all were well; a person is told.
  private mutating func refuse(_ text: String) throws {
    guard isInteractive else { throw Failure.notSaved(text) }
    try say(text)
  }

  /// To the reader of the conversation, or beside it where that is a program.
  private mutating func say(_ text: String) throws {
    if isInteractive, screen.options.format == .text { return try tell(text) }
    let stream = screen.options.format == .json ? OutputStream.standardError : screen.out
    try stream.write(text + "\n")
  }

  private func expanded(_ path: String) -> String {
    guard path.hasPrefix("~/"), let home = screen.environment["HOME"] else { return path }
    return home + path.dropFirst()
  }
}
