import ArgumentParser
import Dialogue
import Terminal

/// One question, one reply, no memory.
struct AskCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ask", abstract: "Ask one question.",
    discussion: "With --batch every line of standard input is a question of its own.")

  @OptionGroup var options: GlobalOptions

  @Flag(help: "Read one question a line from standard input; one reply each, in order.")
  var batch = false

  @Argument(help: "The question, in your own words.")
  var question: [String] = []

  init() {}

  /// The commonest call, `ask` and words without any option, past the parser: to lay out all
  /// commands and their options takes it as long as to find the answer. Nil for other calls.
  init?(plain arguments: ArraySlice<String>) {
    guard arguments.count > 1, arguments.first == "ask",
      !arguments.contains(where: { $0.hasPrefix("-") })
    else { return nil }
    options = .defaults
    batch = false
    question = Array(arguments.dropFirst())
  }

  func validate() throws {
    if batch && !question.isEmpty {
      throw ValidationError("'--batch' reads its questions from standard input, not as arguments")
    }
    if !batch && question.isEmpty {
      throw ValidationError("what is the question? For example: firststep ask should I ice it")
    }
  }

  func run() throws {
    let assistant = try Assistant.load(options)
    let screen = Screen(options)
    guard batch else {
      return try answer(question.joined(separator: " "), assistant, screen)
    }
    var reader = PlainReader()
    var isFirst = true
    while let line = try reader.next() {
      if !isFirst, options.format == .text { try screen.out.write("\n") }
      try answer(line, assistant, screen)
      isFirst = false
    }
  }

  private func answer(_ question: String, _ assistant: Assistant, _ screen: Screen) throws {
    var state = ConversationState()
    state.isOneShot = true
    let reply = assistant.conversation.respond(to: question, in: &state)
    try screen.show(reply, knowledge: assistant.knowledge)
  }
}
