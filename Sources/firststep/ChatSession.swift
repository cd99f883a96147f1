import Dialogue
import Knowledge
import Language
import Presentation
import Terminal
import Triage

/// One conversation from its first line to its last.
struct ChatSession {
  /// What the options of the chat decide.
  struct Settings {
    var pages = true
    var isPrivate = false
    var suggests = true
  }

  let assistant: Assistant
  var screen: Screen
  let settings: Settings
  let history: History
  let completer: ChatCompleter
  var state = ConversationState()
  /// The line editor; nil where lines are read plainly.
  private(set) var editor: LineEditor?
  /// The lines that `/history` has shown last, so that its numbers stay what they were.
  var listing: [(number: Int, line: String)] = []
  /// What `--save` and `/save` write.
  var file = ConversationFile()
  private var isFirstReply = true

  init(assistant: Assistant, screen: Screen, settings: Settings) {
    self.assistant = assistant
    self.screen = screen
    self.settings = settings
    history = History(
      program: "firststep", environment: screen.environment, isPrivate: settings.isPrivate)
    completer = ChatCompleter(assistant.conversation)
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
    try greet()
    while let line = try next(from: reader) {
      if try perform(line) { break }
    }
  }

  /// Asks the check through, beginning with what is known; the level of its result, or nil where there is
  /// none. Where the input ends before the check does, the result on what was said is given, as after
  /// "stop".
  mutating func check(from values: SlotValues) throws -> Int? {
    let reader = makeReader()
    state.check = Check(values)
    try answer("/triage")
    while state.isChecking || state.pending == .offeredCheck, let line = try next(from: reader) {
      if try perform(line) { break }
    }
    if state.isChecking { try answer("stop") }
    return state.outcome.flatMap(Outcome.init(id:))?.rawValue
  }

  // MARK: - Reading

  /// Somebody is at the keyboard.
  var isInteractive: Bool { OutputStream(descriptor: 0).isTerminal }

  /// Whether lines are edited and replies drawn by the line editor.
  private var isEditing: Bool { editor != nil && !screen.isPlain }

  private mutating func makeReader() -> any LineReader {
    guard isInteractive else { return PlainLineReader() }
    guard !screen.isPlain, screen.options.format == .text else { return plainReader() }
    var configuration = LineEditor.Configuration(
      program: "firststep", prompt: "> ", environment: screen.environment)
    configuration.style = Style(colour: screen.colour.isOn, links: false)
    configuration.history = history
    configuration.showsSuggestions = settings.suggests
    let knowledge = assistant.knowledge
    configuration.suggestions = { knowledge.topics.flatMap(\.followUps) }
    configuration.completer = completer.completions
    configuration.leaveHint = "Ctrl-D or /quit leaves."
    guard let editor = LineEditor(configuration) else { return plainReader() }
    self.editor = editor
    return editor
  }

  private func plainReader() -> PlainLineReader {
    PlainLineReader(prompt: Self.plainPrompt, history: history)
  }

  /// A word is easier to hear than a sign.
  static let plainPrompt = "You: "

  /// The next line that says something; every line counts where programs read the replies.
  private func next(from reader: any LineReader) throws -> String? {
    while let line = try reader.readLine() {
      if let problem = history.takeProblem() {
        try OutputStream.standardError.write("firststep: \(problem)\n")
      }
      let isEmpty = line.allSatisfy(\.isWhitespace)
      if !isEmpty || !isInteractive || screen.options.format == .json { return line }
    }
    return nil
  }

  private mutating func greet() throws {
    guard isInteractive, screen.isTerminal, screen.options.format == .text else { return }
    let welcome = [
      "Ask about running with plantar fasciitis, or say \u{201C}check\u{201D} before a run.",
      "/help lists what else there is; Ctrl-D leaves.",
    ]
    var reply = Reply(kind: .smalltalk)
    reply.blocks = [.note(welcome.joined(separator: "\n"))]
    try show(reply)
  }

  // MARK: - Answering

  /// Answers a line, or does what it asks of the program itself; true where that is to leave.
  private mutating func perform(_ line: String) throws -> Bool {
    if let (action, words) = ChatAction.reading(line) { return try run(action, words, line) }
    if isInteractive, !state.isChecking, ["quit", "exit"].contains(line.trimmed.lowercased()) {
      return true
    }
    if let reply = sourceAsked(line) { try show(reply) } else { try answer(line) }
    return false
  }

  mutating func answer(_ line: String) throws {
    var reply = assistant.conversation.respond(to: line, in: &state)
    file.add(line, reply, state.record)
    if isInteractive { try keep(toldIn: &reply) }
    completer.learn(from: reply)
    if line.hasPrefix("/") { addActions(to: &reply, line) }
    try show(reply)
  }

  /// The conversation knows only its own commands: the program's are listed and suggested beside them.
  private func addActions(to reply: inout Reply, _ line: String) {
    let name = line.dropFirst().split(whereSeparator: \.isWhitespace).first.map(String.init) ?? ""
    if name.lowercased() == ConversationCommand.help.rawValue {
      let more = ChatAction.listed.map { LabelledLine(label: "/" + $0.rawValue, text: $0.summary) }
      guard case .labelled(let lines)? = reply.blocks.last else { return }
      reply.blocks[reply.blocks.count - 1] = .labelled(lines + more)
    } else if reply.kind == .unknown, ConversationCommand(rawValue: name.lowercased()) == nil,
      let nearest = NearestName.of(name, in: ChatAction.all.map(\.name)),
      ChatAction(rawValue: nearest) != nil
    {
      reply.blocks = [.paragraph("There is no command /\(name). Did you mean /\(nearest)?")]
    }
  }

  /// Shows a reply on the screen or to the program that reads it.
  mutating func show(_ reply: Reply) throws {
    defer { isFirstReply = false }
    if screen.options.format == .json { return try screen.out.write(reply.json + "\n") }
    let lines = screen.layout(assistant.knowledge).lines(reply)
    let text = lines.joined(separator: "\n") + "\n"
    if isEditing {
      // A blank line parts the reply from what was typed above and below it.
      let first = isFirstReply && reply.blocks.allSatisfy(\.isNote) ? "" : "\n"
      try Pager.show(
        first + text, environment: screen.environment, isEnabled: settings.pages)
      try screen.out.write("\n")
    } else if isInteractive {
      try screen.out.write(text + "\n")
    } else {
      try screen.out.write((isFirstReply ? "" : "\n") + text)
    }
  }

  /// A few words of the program itself.
  mutating func tell(_ text: String) throws {
    var reply = Reply(kind: .smalltalk)
    reply.topics = ["help"]
    reply.blocks = [.paragraph(text)]
    try show(reply)
  }

  /// From here on without drawing, whatever the terminal can.
  mutating func goPlain() {
    screen.goPlain()
    editor?.configuration.prompt = Self.plainPrompt
    editor?.isPlain = true
  }
}

extension Block {
  fileprivate var isNote: Bool {
    if case .note = self { true } else { false }
  }
}

extension String {
  /// Without blanks at either end.
  fileprivate var trimmed: Substring {
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return self[first...last]
  }
}
