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
      TranscriptCommand.self,
    ],
    defaultSubcommand: ChatCommand.self)

  static func main() {
    OutputStream.ignoreClosedPipes()
    do {
      let arguments = CommandLine.arguments.dropFirst()
      if let ask = AskCommand(plain: arguments) {
        try ask.run()
      } else {
        var command = try parseAsRoot()
        try command.run()
      }
    } catch {
      leave(with: error)
    }
  }

  /// Ends the program with the status that belongs to `error`, its message on standard error.
  private static func leave(with error: any Error) -> Never {
    guard let failure = Failure(error) else { exit(withError: error) }
    if let message = failure.message {
      try? OutputStream.standardError.write("firststep: \(message)\n")
    }
    Self.exit(withError: ExitCode(failure.status))
  }
}
