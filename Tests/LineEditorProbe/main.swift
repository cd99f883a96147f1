// Reads lines as a conversation does and says what it read, for tests on a pseudo-terminal.
//
//   line-editor-probe [--history FILE] [--prompt TEXT] [--slow SECONDS] [--private] [--colour] [--plain] [--time]
//   line-editor-probe --history FILE --store COUNT NAME
//
// Lines beginning with "!" are orders: !edit, !post TEXT, !crash, !pause, !history, !off, !clear, !delete N.

import Terminal

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

func value(of option: String) -> String? {
  guard let index = CommandLine.arguments.firstIndex(of: option) else { return nil }
  return CommandLine.arguments.dropFirst(index + 1).first
}

let environment = ProcessEnvironment.current
let history = History(
  path: value(of: "--history"), isFolderOurs: true,
  isPrivate: CommandLine.arguments.contains("--private"))
if let count = value(of: "--store").flatMap({ Int($0) }) {
  for number in 1...count { history.add("\(CommandLine.arguments.last ?? "") \(number)") }
  exit(history.takeProblem() == nil ? 0 : 1)
}

let commands = [
  Completion("/facts ", "what you have told so far"), Completion("/forget ", "forget it"),
  Completion("/help ", "what there is to ask"), Completion("/history ", "earlier lines"),
  Completion("étude ", "a study"), Completion("étage ", "a floor"), Completion("日本 ", "Japan"),
]

var configuration = LineEditor.Configuration(
  program: "line-editor-probe", prompt: value(of: "--prompt") ?? "> ", environment: environment)
configuration.history = history
configuration.style = Style(colour: CommandLine.arguments.contains("--colour"), links: false)
configuration.suggestions = { ["How long should I ice?", "Does rolling help?"] }
configuration.completer = { line, cursor in
  .matchingWord(of: line.prefix(cursor), in: commands)
}

let output = OutputStream.standardOutput
func say(_ text: String) { try? output.write(text + "\n") }

/// Control characters as pictures, a newline as ⏎.
func visible(_ line: String) -> String {
  var text = String.UnicodeScalarView()
  for scalar in line.unicodeScalars {
    let picture = scalar.value < 0x20 ? Unicode.Scalar(0x2400 + scalar.value) : scalar
    text.append(scalar == "\n" ? "⏎" : picture ?? scalar)
  }
  return String(text)
}

OutputStream.ignoreClosedPipes()
let editor = CommandLine.arguments.contains("--plain") ? nil : LineEditor(configuration)
let reader: any LineReader = editor ?? PlainLineReader(history: history)
say(editor == nil ? "plain" : "mode \(editor?.mode ?? "")")
editor?.timing.isOn = CommandLine.arguments.contains("--time")
var count = 0
do {
  while let line = try reader.readLine() {
    count += 1
    if let seconds = value(of: "--slow").flatMap(UInt32.init) {
      say("answering")
      sleep(seconds)
      if TerminalSession.takeInterrupt() { say("interrupted") }
    }
    switch line {
    case "!crash": abort()
    case "!history": for entry in history.entries { say("entry <\(entry)>") }
    case _ where line.hasPrefix("!post "):
      // A message from another thread, some milliseconds later.
      post("a message", afterMilliseconds: UInt32(line.dropFirst(6)) ?? 0)
      say("read \(count) <\(visible(line))>")
    case "!clear": history.clear()
    case "!off": history.isPrivate = true
    case _ where line.hasPrefix("!delete "):
      say("deleted \(history.delete(Int(line.dropFirst(8)) ?? 0))")
    case _ where line.hasPrefix("!long "):
      let rows = (1...(Int(line.dropFirst(6)) ?? 0)).map { "row \($0)" }
      try Pager.show(rows.joined(separator: "\n") + "\n", environment: environment)
    default:
      if line.utf8.count > 2_000 {
        let sum = line.utf8.reduce(UInt32(5381)) { $0 &* 33 &+ UInt32($1) }
        say("read \(count) length \(line.utf8.count) sum \(sum)")
      } else {
        say("read \(count) <\(visible(line))>")
      }
    }
    if let problem = history.takeProblem() { say("\(problem)") }
  }
  // The first key is the paste of the text.
  if let figures = editor?.timing.summary(skipping: 1) {
    let parts = [
      "\(figures.count) keys", "middle \(figures.middle) µs",
      "95 of 100 within \(figures.most) µs", "longest \(figures.longest) µs",
    ]
    say(parts.joined(separator: ", "))
  }
  say("end")
} catch {
  say("failed \(error)")
}
