import ArgumentParser
import Dialogue
import Terminal
import Transcripts

/// A conversation: line editing on a terminal, one line a turn from a pipe.
struct ChatCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "chat", abstract: "Talk (the default).",
    discussion: "On a terminal /help lists what a line can begin with, and /keys the keys.")

  @OptionGroup var options: GlobalOptions

  @Flag(help: "No escape codes and no redrawing; made for a screen reader.")
  var plain = false

  @Flag(name: .customLong("private"), help: "Keep no history of this conversation.")
  var isPrivate = false

  @Flag(inversion: .prefixedNo, help: "Show long replies in $PAGER.")
  var pager = true

  @Option(
    help: ArgumentHelp("Write the conversation to this file, as a transcript.", valueName: "file"),
    completion: .file())
  var save: String?

  @Flag(help: "Replace the file of --save if there is one.")
  var force = false

  @Flag(inversion: .prefixedNo, help: "Suggest the rest of a line while it is typed.")
  var suggestions = true

  init() {}

  /// The program called by its name alone, past the parser, so that the prompt is there sooner. Nil for
  /// other calls.
  init?(plain arguments: ArraySlice<String>) {
    guard arguments.isEmpty else { return nil }
    options = .defaults
    plain = false
    isPrivate = false
    pager = true
    save = nil
    force = false
    suggestions = true
  }

  func run() throws {
    let assistant = try Assistant.load(options)
    let screen = Screen(options, plain: plain)
    var session = ChatSession(
      assistant: assistant, screen: screen,
      settings: .init(pages: pager, isPrivate: isPrivate, suggests: suggestions))
    if let save {
      do throws(SaveProblem) {
        try session.file.claim(save, replacing: force)
      } catch .system(let problem) {
        throw Failure.inputOutput("cannot write \(save)", code: problem.code)
      } catch {
        throw Failure.notSaved("there is a file \(save) already; --force replaces it")
      }
    }
    try session.run()
  }
}
