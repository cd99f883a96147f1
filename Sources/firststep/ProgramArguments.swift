import Language

/// The words behind the program's name, as the parser wants them.
enum ProgramArguments {
  /// Options that every command takes, in front of the command; the parser would take them for options
  /// of the chat.
  private static let early = ["--format", "--knowledge", "--color", "--width"]

  /// Moves options before the command behind it; throws where the command is none.
  static func arranged(_ words: [String], commands: [String]) throws -> [String] {
    var options: [String] = []
    var rest = words[...]
    while let word = rest.first, let name = early.first(where: { isOption(word, $0) }) {
      options.append(rest.removeFirst())
      if word == name, let value = rest.popFirst() { options.append(value) }
    }
    guard let command = rest.first, !command.hasPrefix("-") else { return words }
    guard commands.contains(command) || command == "help" else {
      throw refusal(of: command, commands)
    }
    let end = rest.firstIndex(of: "--") ?? rest.endIndex
    return rest[..<end] + options + rest[end...]
  }

  private static func isOption(_ word: String, _ name: String) -> Bool {
    word == name || word.hasPrefix(name + "=")
  }

  /// People who put their question straight behind the program's name learn where it goes.
  private static func refusal(of word: String, _ commands: [String]) -> Failure {
    let problem = "there is no command '\(word)'"
    if let nearest = NearestName.of(word, in: commands) {
      return .usage(problem, nearest: nearest)
    }
    return .usage(problem + "; a question goes behind 'firststep ask'", nearest: nil)
  }
}
