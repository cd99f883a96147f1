internal import CLineEditor

/// Reads lines from a terminal, with everything that people expect of a prompt.
///
/// libedit keeps the text, the cursor and the key maps of emacs and vi, and reads `.editrc`; the commands
/// that it lacks or that go wrong with Unicode are ours, and so is all that is drawn. There can be one
/// editor at a time, used from one thread.
package final class LineEditor: LineReader {
  /// What the caller decides; all but the prompt has a default.
  package struct Configuration {
    package var prompt: String
    package var promptInk = Ink.accent
    package var style = Style.plain
    package var history = History(path: nil)
    package var completer: Completer = { _, _ in .none }
    /// Texts that are suggested behind what is typed when the history has none.
    package var suggestions: () -> [String] = { [] }
    /// Whether the rest of a fitting line is shown behind the cursor.
    package var showsSuggestions = true
    /// Told when Ctrl-C is pressed on an empty line.
    package var leaveHint = "Ctrl-D leaves."
    package var program: String
    package var environment: [String: String]

    package init(program: String, prompt: String, environment: [String: String]) {
      self.program = program
      self.prompt = prompt
      self.environment = environment
    }
  }

  enum Outcome {
    case line(String)
    case interrupted
    case end
  }

  package var configuration: Configuration
  /// Lines are read without drawing from now on; for `/plain` in the middle of a conversation.
  package var isPlain = false
  /// What was wrong in `.editrc`, one text a line; it is told once, when the first line is read.
  package internal(set) var settingProblems: [String] = []

  /// Made when the first letter is typed, so that the prompt does not wait for it.
  private(set) lazy var suggestions = configuration.suggestions()

  let handle: OpaquePointer
  let output: OutputStream
  var source: KeySource
  var painter: ScreenPainter
  var size: WindowSize
  var isVi = false

  // The line that is being edited.
  var text = LineText()
  var undo = UndoHistory()
  var kills = KillRing()
  var browsing: HistoryBrowsing?
  var menu: CompletionMenu?
  var note: String?
  var fold = PasteFold()
  var pasted = ""
  var queue: [wchar_t] = []
  var outcome: Outcome?
  var failure: ReadError?
  /// The command that the last key has run, and the one before it, if they were ours.
  var ranCommand: EditorCommand?
  var previousCommand: EditorCommand?
  /// The key before was a letter, so that libedit has done nothing but insert it.
  var isTyping = false
  var isFirstKey = true
  /// How long each key has kept the program busy, where that was asked for.
  package var timing = KeyTiming()

  /// Nil where standard input or output is no terminal, or libedit cannot use it.
  package init?(_ configuration: Configuration, input: Int32 = 0, output: Int32 = 1) {
    guard le_guard_open(input) == 0 else { return nil }
    self.configuration = configuration
    self.output = OutputStream(descriptor: output)
    source = KeySource(descriptor: input)
    painter = ScreenPainter(style: configuration.style)
    size = WindowSize.of(output) ?? .usual
    _ = LocaleChoice.current
    let callbacks = le_callbacks(context: nil, read: readKeyOfEditor, command: runCommandOfEditor)
    guard let handle = le_open(configuration.program, input, output, callbacks) else {
      le_guard_close()
      return nil
    }
    self.handle = handle
    for command in EditorCommand.allCases {
      le_add_command(handle, Int32(command.rawValue), command.name, command.help)
    }
    currentEditor = self
    loadSettings()
    le_guard_set(le_mode_original)
  }

  deinit {
    le_guard_set(le_mode_original)
    le_close(handle)
    le_guard_close()
  }

  package func readLine() throws(ReadError) -> String? {
    tellSettingProblems()
    guard !isPlain, le_is_editing(handle) else { return try readPlainly() }
    while true {
      switch try edit() {
      case .line(let line):
        configuration.history.add(line)
        if let problem = configuration.history.takeProblem() { tell("\(problem)") }
        return line
      case .interrupted: continue
      case .end: return nil
      }
    }
  }

  /// One pass of libedit over a fresh line.
  private func edit() throws(ReadError) -> Outcome {
    _ = le_guard_take_interrupt()
    text = LineText()
    undo = UndoHistory()
    browsing = nil
    menu = nil
    note = nil
    fold = PasteFold()
    queue = []
    outcome = nil
    failure = nil
    ranCommand = nil
    previousCommand = nil
    isTyping = false
    isFirstKey = true
    currentEditor = self
    _ = le_read_line(handle)
    le_guard_set(le_mode_answering)
    if let failure { throw failure }
    return outcome ?? .end
  }

  /// Plain mode, or `edit off` in `.editrc`: the terminal's own editing.
  private func readPlainly() throws(ReadError) -> String? {
    le_guard_set(le_mode_original)
    if plain == nil {
      plain = PlainLineReader(
        descriptor: source.descriptor, prompt: configuration.prompt,
        history: configuration.history)
    }
    return try plain?.readLine()
  }

  private var plain: PlainLineReader?

  private func tellSettingProblems() {
    for problem in settingProblems { tell(problem) }
    settingProblems = []
  }

  /// Tells something that belongs to no answer.
  func tell(_ message: String) {
    try? OutputStream.standardError.write("\(configuration.program): \(message)\n")
  }

  func write(_ text: String) {
    guard !text.isEmpty else { return }
    do throws(WriteError) {
      try output.write(text)
    } catch {
      outcome = .end
    }
  }
}

/// The editor that libedit calls; set before every line, used on the thread that reads it.
nonisolated(unsafe) private weak var currentEditor: LineEditor?

private func readKeyOfEditor(_: UnsafeMutableRawPointer?, _ key: UnsafeMutablePointer<wchar_t>?)
  -> Int32
{
  guard let editor = currentEditor, let key else { return 0 }
  guard let next = editor.nextKey() else {
    key.pointee = 0
    return editor.failure == nil ? 0 : -1
  }
  key.pointee = next
  return 1
}

private func runCommandOfEditor(_: UnsafeMutableRawPointer?, _ number: Int32, _ key: wchar_t)
  -> Int32
{
  guard let editor = currentEditor, let command = EditorCommand(rawValue: Int(number)) else {
    return Int32(le_outcome_error.rawValue)
  }
  return Int32(editor.run(command).rawValue)
}
