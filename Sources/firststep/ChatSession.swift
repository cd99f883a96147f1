import Dialogue
import Knowledge
import Presentation
import Terminal
import Triage

/// One conversation from its first line to its last.
struct ChatSession {
  let assistant: Assistant
  var screen: Screen
  let pages: Bool
  private let history: History
  private var state = ConversationState()
  private var isFirstReply = true
  private var editor: LineEditor?
  /// What `--save` and `/save` write.
  var file = ConversationFile()
  /// Somebody is at the keyboard.
  var isInteractive: Bool { OutputStream(descriptor: 0).isTerminal }

  init(assistant: Assistant, screen: Screen, pages: Bool, isPrivate: Bool) {
    self.assistant = assistant
    self.screen = screen
    self.pages = pages
    history = History(
      path: History.defaultPath(program: "firststep", environment: screen.environment))
    history.isPrivate = isPrivate
  }

  /// Answers line after line until the input ends or the user leaves.
  mutating func run() throws {
    do {
      try converse()
    } catch {
      // What was said is kept also where the output has gone away.
      try? keep()
      throw error
    }
    try keep()
  }

  private mutating func converse() throws {
    let reader = makeReader()
    while let line = try reader.readLine() {
      if let problem = history.takeProblem() { try tell("firststep: \(problem)") }
      if try perform(line) { break }
    }
    try editor.map { _ in try screen.out.write("") }
  }

  /// Asks the check through, beginning with what is known; the level of its result. Where the input ends before the check does, the
  /// result on what was said is given, as after "stop".
  mutating func check(from values: SlotValues) throws -> Int {
    let reader = makeReader()
    state.check = Check(values)
    try answer("/triage")
    while state.isChecking || state.pending == .offeredCheck, let line = try reader.readLine() {
      try answer(line)
    }
    if state.isChecking { try answer("stop") }
    return state.outcome.flatMap(Outcome.init(id:))?.rawValue ?? 0
  }

  private mutating func makeReader() -> any LineReader {
    guard OutputStream(descriptor: 0).isTerminal else { return PlainLineReader() }
    guard !screen.isPlain, screen.options.format == .text else {
      return PlainLineReader(prompt: "You: ", history: history)
    }
    var configuration = LineEditor.Configuration(
      program: "firststep", prompt: "> ", environment: screen.environment)
    configuration.style = Style(colour: screen.colour.isOn, links: false)
    configuration.history = history
    configuration.suggestions = assistant.knowledge.topics.flatMap(\.followUps)
    configuration.completer = ChatCompleter(assistant.knowledge).completions
    configuration.leaveHint = "Ctrl-D or /quit leaves."
    guard let editor = LineEditor(configuration) else {
      return PlainLineReader(prompt: "> ", history: history)
    }
    self.editor = editor
    return editor
  }

  /// Answers a line, or does what it asks of the program itself; true where that is to leave.
  private mutating func perform(_ line: String) throws -> Bool {
    let words = line.split(whereSeparator: \.isWhitespace).map(String.init)
    guard let name = words.first, name.hasPrefix("/"),
      let command = ChatAction(rawValue: String(name.dropFirst().lowercased()))
    else {
      try answer(line)
      return false
    }
    switch command {
    case .quit, .exit: return true
    case .clear:
      if !screen.isPlain { try screen.out.write("\u{1B}[H\u{1B}[2J") }
    case .keys:
      try show(KeyHelp.all.map { LabelledLine(label: $0.keys, text: $0.does) })
    case .plain:
      screen.isPlain = true
      try tell("Plain from here on.")
    case .history: try manageHistory(words.dropFirst())
    case .save: try save(line)
    case .commands:
      try show(ChatAction.all.map { LabelledLine(label: "/" + $0.name, text: $0.summary) })
    }
    return false
  }

  private mutating func answer(_ line: String) throws {
    let reply = assistant.conversation.respond(to: line, in: &state)
    file.add(line, reply, state.record)
    if isInteractive { try keep() }
    if screen.options.format == .json { return try screen.out.write(reply.json + "\n") }
    let lines = screen.layout(assistant.knowledge).lines(reply)
    // On a terminal a blank line parts the reply from what was typed above and below it.
    let text = lines.joined(separator: "\n") + "\n"
    if editor != nil {
      try Pager.show("\n" + text + "\n", environment: screen.environment, isEnabled: pages)
    } else {
      try screen.out.write((isFirstReply ? "" : "\n") + text)
    }
    isFirstReply = false
  }

  private func manageHistory(_ words: ArraySlice<String>) throws {
    switch words.first {
    case nil:
      let entries = history.entries.suffix(20)
      let first = history.entries.count - entries.count + 1
      try show(
        entries.enumerated().map {
          LabelledLine(label: String(first + $0.offset), text: $0.element)
        })
    case "off":
      history.isPrivate = true
      try tell("Nothing is kept from here on.")
    case "on":
      history.isPrivate = false
      try tell("Lines are kept again.")
    case "clear":
      history.clear()
      try tell("The history is empty.")
    case "delete":
      let number = words.dropFirst().first.flatMap { Int($0) }
      let isDone = number.map { history.delete($0) } ?? false
      try tell(isDone ? "Deleted." : "Which line? /history lists them with their numbers.")
    case let other?:
      try tell("/history takes off, on, clear or delete N, not \u{201C}\(other)\u{201D}.")
    }
  }

  private func show(_ lines: [LabelledLine]) throws {
    var reply = Reply(kind: .smalltalk)
    reply.blocks = [.labelled(lines)]
    let text = screen.layout(assistant.knowledge).lines(reply).joined(separator: "\n")
    try screen.out.write(text + "\n")
  }

  private func tell(_ text: String) throws {
    try screen.out.write(text + "\n")
  }
}

/// What a line that begins with `/` asks of the program rather than of the conversation.
enum ChatAction: String, CaseIterable {
  case history, save, plain, keys, clear, commands, quit, exit

  var summary: String {
    switch self {
    case .history: "the lines you typed; off, on, clear, delete N"
    case .save: "this conversation as a transcript: /save FILE"
    case .plain: "no escape codes from here on"
    case .keys: "the keys of the line editor"
    case .clear: "an empty screen"
    case .commands: "this list"
    case .quit, .exit: "leave"
    }
  }

  /// All commands of the chat, those of the conversation first.
  static var all: [(name: String, summary: String)] {
    ConversationCommand.allCases.map { ($0.rawValue, $0.summary) }
      + allCases.filter { $0 != .exit }.map { ($0.rawValue, $0.summary) }
  }
}
