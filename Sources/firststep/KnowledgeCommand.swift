import ArgumentParser

/// Work on knowledge folders.
struct KnowledgeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "knowledge", abstract: "Work on a knowledge folder.",
    subcommands: [Check.self])

  /// Reports every error of a knowledge folder in one run.
  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check", abstract: "Report everything that is wrong in a knowledge folder.",
      discussion: "Exit status 1 where there are errors, 66 where the folder cannot be read.")

    @OptionGroup var options: GlobalOptions

    @Argument(help: "The folder.", completion: .directory)
    var directory: String?

    func run() throws {
      let folder = directory ?? options.knowledge ?? "Knowledge"
      let status = try KnowledgeCompiler.run(
        ["check", folder, "--format", options.format.rawValue])
      if status != 0 { throw ExitCode(status) }
    }
  }
}
