import ArgumentParser
import Terminal

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The program: it only wires options to the libraries that do the work.
@main
struct FirstStep: ParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "firststep",
    abstract: "Ask about running with plantar fasciitis, and check before a run.",
    discussion: """
      Without a subcommand a conversation starts; a pipe on standard input is one conversation, one \
      line a turn. Nothing you type leaves this machine.
      """,
    version: version,
    subcommands: [
      ChatCommand.self, AskCommand.self, TopicsCommand.self, SourcesCommand.self,
      WhyCommand.self, TriageCommand.self, EvalCommand.self, KnowledgeCommand.self,
      TranscriptCommand.self, DoctorCommand.self, ManualCommand.self,
    ],
    defaultSubcommand: ChatCommand.self)

  static func main() {
    OutputStream.ignoreClosedPipes()
    do {
      let arguments = CommandLine.arguments.dropFirst()
      if let ask = AskCommand(plain: arguments) {
        try ask.run()
      } else if let chat = ChatCommand(plain: arguments) {
        try chat.run()
      } else {
        let commands = configuration.subcommands.compactMap { $0.configuration.commandName }
        var command = try parseAsRoot(
          ProgramArguments.arranged(Array(arguments), commands: commands))
        try command.run()
      }
    } catch {
      leave(with: error)
    }
  }

  /// Ends the program with the status that belongs to `error`, its message on standard error.
  private static func leave(with error: any Error) -> Never {
    guard let failure = Failure(error) else { refuse(error) }
    if let message = failure.message {
      let text = wantsJSON ? failure.json(message) : "firststep: \(message)"
      try? OutputStream.standardError.write(text + "\n")
    }
    Self.exit(withError: ExitCode(failure.status))
  }

  /// Ends the program on an error of the argument parser, which also is how it shows help.
  private static func refuse(_ error: any Error) -> Never {
    let status = exitCode(for: error)
    guard wantsJSON, !status.isSuccess, !(error is ExitCode) else { exit(withError: error) }
    let text = message(for: error)
    let failure = Failure.usage(text, nearest: nearest(in: text))
    try? OutputStream.standardError.write(failure.json(text) + "\n")
    Self.exit(withError: status)
  }

  /// The name that the argument parser suggests, which has it in its text only.
  private static func nearest(in text: String) -> String? {
    guard let hint = text.firstRange(of: "Did you mean '") else { return nil }
    return String(text[hint.upperBound...].prefix { $0 != "'" })
  }

  /// Whether another program reads what goes wrong; asked of the bare words, since they may be wrong.
  private static var wantsJSON: Bool {
    let words = CommandLine.arguments.dropFirst().prefix { $0 != "--" }
    return words.contains("--format=json")
      || zip(words, words.dropFirst()).contains { $0 == "--format" && $1 == "json" }
  }
}
