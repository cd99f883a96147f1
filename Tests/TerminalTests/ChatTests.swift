import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The built program on a real pseudo-terminal, as people meet it.
@Suite struct ChatTests {
  @Test(arguments: ["emacs", "vi"]) func greetsAnswersAndLeaves(_ mode: String) throws {
    let probe = try Probe(mode: mode)
    let terminal = try probe.chat()
    #expect(terminal.screen.text.first?.hasPrefix("Ask about running") == true)
    terminal.type("should I ice it?\r")
    terminal.wait(forText: "[1] Healthline: Ice after running")
    terminal.wait(forCursor: "> |")
    terminal.type("how often?\r")
    terminal.wait(forText: "3 times a day")
    terminal.wait(forCursor: "> |")
    terminal.type("\u{1B}[A\u{1B}[A")
    terminal.wait(forCursor: "> should I ice it?|")
    terminal.type("\u{3}\u{4}")
    #expect(terminal.waitForExit() == 0)
    #expect(terminal.changedModes == [])
    #expect(terminal.screen.complaints.isEmpty)
    #expect(
      probe.read(".local/state/firststep/history")
        == "_HiStOrY_V2_\nshould\\040I\\040ice\\040it?\nhow\\040often?\n")
    #expect(probe.mode(".local/state/firststep") == 0o700)
  }

  struct Place: CustomTestStringConvertible, Sendable {
    var columns: Int
    var locale: String
    var mode: String

    var testDescription: String { "\(columns) columns, \(locale), \(mode)" }
  }

  @Test(arguments: [
    Place(columns: 20, locale: "C", mode: "emacs"),
    Place(columns: 40, locale: "C.UTF-8", mode: "vi"),
    Place(columns: 80, locale: "C.UTF-8", mode: "emacs"),
    Place(columns: 200, locale: "C", mode: "vi"),
  ]) func repliesFitTheWindow(_ place: Place) throws {
    let probe = try Probe(mode: place.mode, locale: place.locale)
    let terminal = try probe.chat(columns: place.columns, rows: 200)
    terminal.type("é 日本 😀 \(EditorKeyTests.family) e\u{301}: should I ice it?\r")
    terminal.wait(forText: "Related:")
    terminal.wait(forCursor: "> |")
    let lines = terminal.screen.unwrappedText.map { $0.reversed().drop { $0 == " " }.count }
    // The line that was typed may wrap; what the program says never does.
    #expect(lines.dropFirst().filter { $0 > min(76, place.columns) }.count <= 1)
    terminal.type("\u{1B}[A")
    terminal.wait("the line") {
      $0.unwrappedText.joined().range("é 日本 😀", isEnd: false) != nil
    }
    terminal.type("\r")
    terminal.type("/quit\r")
    #expect(terminal.waitForExit() == 0)
    #expect(terminal.changedModes == [])
  }

  @Test func listsAndSuggestsCommands() throws {
    let terminal = try Probe().chat(rows: 60)
    terminal.type("/help\r")
    terminal.wait(forText: "/quit")
    terminal.wait(forCursor: "> |")
    let shown = terminal.screen.text
    for name in [
      "help", "triage", "topics", "sources", "why", "more", "facts", "forget", "edit", "history",
      "save", "plain", "keys", "clear", "quit",
    ] {
      #expect(shown.contains { $0.hasPrefix("  /\(name) ") }, "/\(name)")
    }
    for (typed, meant) in [
      ("tirage", "triage"), ("histroy", "history"), ("cler", "clear"), ("forgt", "forget"),
    ] {
      terminal.type("/clear\r/\(typed)\r")
      terminal.wait(forText: "There is no command /\(typed). Did you mean /\(meant)?")
    }
    terminal.type("/clear\r/keys\r")
    terminal.wait(forText: "Ctrl-X Ctrl-E")
    terminal.type("/clear\r/facts\r")
    terminal.wait(forCursor: "> |")
    terminal.type("I am 52\r")
    terminal.wait(forCursor: "> |")
    terminal.type("/clear\r/facts\r")
    terminal.wait(forText: "Your age: 52")
    terminal.type("/forget age\r/clear\r/facts\r")
    terminal.wait("no age") { screen in
      screen.cursorLine == "> |" && screen.text.contains("> /facts")
        && screen.text.allSatisfy { $0.range("52") == nil }
    }
    terminal.type("/sources helthline\r")
    terminal.wait(forText: "Did you mean “healthline”?")
    terminal.type("/clear\r/sources blog\r")
    terminal.wait(forText: "Publisher")
  }

  @Test(arguments: ["emacs", "vi"]) func completes(_ mode: String) throws {
    let probe = try Probe(mode: mode)
    let terminal = try probe.chat(rows: 40)
    terminal.type("/to\t")
    terminal.wait(forCursor: "> /topics |")
    terminal.type("pill\t")
    terminal.wait("a topic") { $0.cursorLine.hasPrefix("> /topics pill") }
    terminal.type("\u{15}/so\t")
    terminal.wait(forCursor: "> /sources |")
    terminal.type("healthl\t")
    terminal.wait(forCursor: "> /sources healthline|")
    terminal.type("\u{15}/f\t")
    terminal.wait(forText: "/forget  forget everything")
    terminal.type("\u{15}/history d\t")
    terminal.wait(forCursor: "> /history delete |")
    probe.write("", to: "talk-of-today.md")
    terminal.type("\u{15}/save \(probe.path("talk"))\t")
    terminal.wait(forCursor: "> /save \(probe.path("talk-of-today.md"))|")
    terminal.type("\u{15}how do I str\t")
    terminal.wait(forCursor: "> how do I stretching|")
    // While the check asks, the answers come first.
    terminal.type("\u{15}check\r")
    terminal.wait(forText: "One look first")
    terminal.wait(forCursor: "> |")
    terminal.type("\t")
    terminal.wait(forText: "end the check here")
    terminal.wait(forCursor: "> |")
    terminal.type("\t")
    terminal.wait(forCursor: "> none|")
    terminal.type("\t")
    terminal.wait(forCursor: "> 1|")
  }

  @Test func aCheckIsAskedThrough() throws {
    let terminal = try Probe().chat(rows: 100)
    terminal.type("hurts the first mile then eases, 3/10, can I do my easy 5?\r")
    terminal.wait(forText: "One look first")
    for _ in 0..<12 {
      terminal.wait(forCursor: "> |")
      if terminal.screen.text.contains(where: { $0.hasPrefix("── ") }) { break }
      let before = terminal.screen.row
      terminal.type("none\r")
      terminal.wait("the next question") { $0.row > before + 1 && $0.cursorLine == "> |" }
    }
    #expect(terminal.screen.text.contains { $0.hasPrefix("── Run easy ──") })
    #expect(terminal.screen.text.contains { $0.hasPrefix("  Stop if") })
  }

  @Test func theHistoryIsManaged() throws {
    let probe = try Probe()
    let terminal = try probe.chat(rows: 60)
    terminal.type("should I ice it?\r")
    terminal.wait(forText: "Related:")
    terminal.type("/clear\r secret ice\r")
    terminal.wait(forText: "Related:")
    terminal.type("/clear\r/history\r")
    terminal.wait(forText: "should I ice it?")
    #expect(terminal.screen.text.allSatisfy { $0.range("secret") == nil })
    terminal.type("/history delete 1\r")
    terminal.wait(forText: "Deleted")
    terminal.type("/history off\r")
    terminal.wait(forText: "Nothing you type is kept")
    terminal.type("thanks\r")
    terminal.wait(forCursor: "> |")
    terminal.type("/history dlete 2\r")
    terminal.wait(forText: "Did you mean delete?")
    let stored = probe.read(".local/state/firststep/history") ?? ""
    #expect(stored.range("ice") == nil && stored.range("thanks") == nil)
    #expect(stored.range("/history\\040off") != nil)
    terminal.type("/history clear\r")
    terminal.wait(forText: "The history is empty.")
    #expect(probe.read(".local/state/firststep/history") == "_HiStOrY_V2_\n")
    terminal.type("quit\r")
    #expect(terminal.waitForExit() == 0)
  }

  @Test func savingIsRefusedWithAReason() throws {
    let probe = try Probe()
    let terminal = try probe.chat(rows: 60)
    terminal.type("/save \(probe.path("talk.md"))\r")
    terminal.wait(forText: "There is nothing to save yet.")
    terminal.type("thanks\r/save\r")
    terminal.wait(forText: "Where to?")
    for (target, reason) in [
      ("/no/such/folder/talk.md", "No such file or directory."), (probe.folder, "Is a directory."),
      ("/dev/full", "No space left on device."), ("--froce talk.md", "has no option --froce"),
    ] {
      terminal.type("/clear\r/save \(target)\r")
      terminal.wait(forText: reason)
      terminal.wait(forCursor: "> |")
    }
    #expect(probe.names(in: ".") == [".local"])
    // A folder that goes away later does not end the conversation.
    mkdir(probe.path("talks"), 0o700)
    terminal.type("/clear\r/save \(probe.path("talks/today.md"))\r")
    terminal.wait(forText: "Saved 1 turn to")
    unlink(probe.path("talks/today.md"))
    rmdir(probe.path("talks"))
    terminal.type("should I ice it?\r")
    terminal.wait(forText: "This is no longer saved: cannot write")
    terminal.wait(forText: "Related:")
    terminal.wait(forCursor: "> |")
    terminal.type("/quit\r")
    #expect(terminal.waitForExit() == 0)
  }

  @Test func wordsTooManyAreRefused() throws {
    let terminal = try Probe().chat(rows: 60)
    terminal.type("/sources blog and more\r")
    terminal.wait(forText: "There is no source “blog and more”.")
    terminal.type("/history clear now\r")
    terminal.wait(forText: "takes off, on, clear or delete N, and nothing else.")
    terminal.type("/history\r")
    terminal.wait(forText: "/sources blog and more")
  }

  @Test func aMessageComesFromTheEditor() throws {
    let probe = try Probe()
    probe.write("#!/bin/sh\nprintf 'it?\\n\\n' >> \"$1\"\n", to: "ed.sh", mode: 0o700)
    probe.environment["VISUAL"] = probe.path("ed.sh")
    let terminal = try probe.chat(rows: 60)
    terminal.type("/edit should I ice\r")
    terminal.wait(forText: "Ice after running")
    #expect(terminal.screen.text.contains("> should I ice"))
    #expect(terminal.screen.text.contains("  it?"))
    terminal.wait(forCursor: "> |")
    terminal.type("\u{1B}[A")
    terminal.wait(forCursor: "  it?|")
    terminal.type("\u{3}")
    probe.write("#!/bin/sh\nexit 4\n", to: "ed.sh", mode: 0o700)
    terminal.type("/edit\r")
    terminal.wait(forText: "so nothing is sent")
  }

  @Test func plainModeInTheMiddle() throws {
    let terminal = try Probe().chat(rows: 60)
    terminal.type("/plain\r")
    terminal.wait(forText: "Plain from here on")
    terminal.wait(forCursor: "You: |")
    let before = terminal.written.count
    terminal.type("check\r")
    terminal.wait(forText: "One look first")
    terminal.wait(forCursor: "You: |")
    terminal.type("stop\r")
    terminal.wait(forText: "Stopped.")
    terminal.wait(forCursor: "You: |")
    terminal.type("/clear\r/quit\r")
    #expect(terminal.waitForExit() == 0)
    #expect(Self.isPlain(terminal.written[before...]))
  }

  /// Reasons to be plain from the start.
  static let reasons: [(arguments: [String], variables: [String: String])] = [
    (["--plain"], [:]), ([], ["ACCESSIBLE": "1"]), ([], ["TERM": "dumb"]), ([], ["TERM": ""]),
    (["--plain", "--color", "always"], ["CLICOLOR_FORCE": "1"]),
  ]

  @Test(arguments: reasons.indices) func plainModeDrawsNothing(_ index: Int) throws {
    let probe = try Probe()
    let reason = Self.reasons[index]
    probe.environment.merge(reason.variables) { _, new in new }
    let terminal = try probe.chat(["chat"] + reason.arguments, rows: 100, prompt: "You: ")
    terminal.type("should I ice it?\r")
    terminal.wait(forText: "Related:")
    terminal.wait(forCursor: "You: |")
    terminal.type("/help\r/keys\r/topics ice\r/why\r/sources blog\r/history\rcheck\r")
    terminal.wait(forText: "One look first")
    terminal.wait(forText: "  1  ")
    terminal.wait(forCursor: "You: |")
    terminal.type("stop\r")
    terminal.wait(forText: "Stopped.")
    terminal.type("\u{4}")
    #expect(terminal.waitForExit() == 0)
    #expect(Self.isPlain(terminal.written[...]))
    #expect(terminal.changedModes == [])
    #expect(probe.read(".local/state/firststep/history")?.range("check") != nil)
  }

  /// No control byte but the newline (as a terminal writes it); the line discipline echoes `^D` itself.
  static func isPlain(_ bytes: ArraySlice<UInt8>) -> Bool {
    let text = String(decoding: bytes, as: UTF8.self)
    return text.unicodeScalars.allSatisfy { scalar in
      switch scalar.value {
      case 0x08, 0x0A, 0x0D: true
      case 0x00..<0x20, 0x7F...0x9F, 0xFFFD: false
      default: true
      }
    }
  }

  /// Homes in which nothing can be kept; the conversation goes on all the same.
  @Test(arguments: ["missing", "none", "file", "relative", "no TERM"])
  func strangeSurroundings(_ kind: String) throws {
    let probe = try Probe()
    switch kind {
    case "missing": probe.environment["HOME"] = probe.path("not/there")
    case "none": probe.environment["HOME"] = nil
    case "file":
      probe.write("", to: "file")
      probe.environment["HOME"] = probe.path("file")
    case "relative": probe.environment["HOME"] = "relative"
    default: probe.environment["TERM"] = nil
    }
    let prompt = kind == "no TERM" ? "You: " : "> "
    let terminal = try probe.chat(rows: 60, prompt: prompt)
    terminal.type("should I ice it?\r")
    terminal.wait(forText: "Related:")
    terminal.wait(forCursor: prompt + "|")
    let told = terminal.screen.unwrappedText.filter { $0.contains("the history is not kept") }
    #expect(told.count == (kind == "file" ? 1 : 0))
    terminal.type("/quit\r")
    #expect(terminal.waitForExit() == 0)
    #expect(terminal.changedModes == [])
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGINT]) func signalsRestoreTheTerminal(_ number: Int32) throws
  {
    for isPlain in [false, true] {
      let probe = try Probe()
      let prompt = isPlain ? "You: " : "> "
      let terminal = try probe.chat(["chat"] + (isPlain ? ["--plain"] : []), prompt: prompt)
      terminal.type("should I ice it?\r")
      terminal.wait(forText: "Related:")
      terminal.wait(forCursor: prompt + "|")
      terminal.type("half a li")
      terminal.wait(forCursor: prompt + "half a li|")
      terminal.send(signal: number)
      #expect(terminal.waitForExit() == 128 + number)
      #expect(terminal.changedModes == [])
      #expect(
        probe.read(".local/state/firststep/history")
          == "_HiStOrY_V2_\nshould\\040I\\040ice\\040it?\n")
    }
  }

  @Test func aSessionOfJSON() throws {
    let probe = try Probe()
    let terminal = try probe.chat(
      ["chat", "--format", "json"], columns: 4_000, rows: 30, prompt: "You: ")
    for line in ["should I ice it?", "/keys", "/history", "/plain", "", "/nothing"] {
      let before = terminal.screen.text.count { $0.contains("{\"kind\":") }
      terminal.type(line + "\r")
      terminal.wait("a reply to '\(line)'") { screen in
        screen.text.count { $0.contains("{\"kind\":") } > before && screen.cursorLine == "You: |"
      }
    }
  }
}

extension Probe {
  /// Starts the chat and waits for the prompt.
  func chat(
    _ arguments: [String] = [], columns: Int = 80, rows: Int = 24, prompt: String = "> "
  ) throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(
      Self.path(of: "firststep"), arguments, environment: environment, columns: columns, rows: rows)
    terminal.wait("the prompt") { $0.cursorLine == prompt + "|" }
    return terminal
  }
}
