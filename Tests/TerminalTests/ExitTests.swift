import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Every way out gives the terminal back as it was and leaves the history whole.
@Suite struct ExitTests {
  /// What the program is doing when it is ended.
  struct Moment: CustomTestStringConvertible, Sendable {
    var name: String
    var keys: String
    var sign: String

    var testDescription: String { name }
  }

  static let moments = [
    Moment(name: "at the prompt", keys: "", sign: "> |"),
    Moment(name: "in a line", keys: "half a line", sign: "> half a line|"),
    Moment(name: "in a search", keys: "\u{12}one", sign: "search: one|"),
    Moment(name: "in a paste", keys: "x\u{1B}[200~abc", sign: "> x|"),
    Moment(name: "in a list", keys: "/f\t", sign: "> /f|"),
    Moment(name: "in an answer", keys: "two\r", sign: "|"),
  ]

  @Test(arguments: moments, [SIGTERM, SIGHUP, SIGINT])
  func signalsRestoreTheTerminal(_ moment: Moment, _ number: Int32) throws {
    for mode in ["emacs", "vi"] {
      let probe = try Probe(mode: mode)
      probe.write("_HiStOrY_V2_\none\\040line\n", to: "first")
      mkdir(probe.path("state"), 0o700)
      rename(probe.path("first"), probe.historyPath)
      if moment.name == "in an answer" { probe.arguments += ["--slow", "60"] }
      let terminal = try probe.start()
      terminal.type(moment.keys)
      if moment.name == "in an answer" {
        terminal.wait(forText: "answering")
      } else {
        terminal.wait(forCursor: moment.sign)
      }
      terminal.send(signal: number)
      #expect(terminal.waitForExit() == 128 + number, "\(mode)")
      #expect(terminal.changedModes == [], "\(mode)")
      let isStored = moment.name == "in an answer"
      #expect(
        probe.read("state/history") == "_HiStOrY_V2_\none\\040line\n" + (isStored ? "two\n" : ""))
    }
  }

  /// Signals at moments that nobody chose: while lines are entered and stored one after the other.
  @Test(arguments: [SIGTERM, SIGHUP, SIGINT])
  func signalsAtAnyMoment(_ number: Int32) throws {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<15 {
      let probe = try Probe()
      let terminal = try probe.start()
      terminal.type(String(repeating: "a line of words\rand another\r", count: 20))
      usleep(UInt32.random(in: 0..<20_000, using: &random))
      terminal.send(signal: number)
      #expect(terminal.waitForExit() == 128 + number)
      #expect(terminal.changedModes == [])
      let history = probe.read("state/history") ?? "_HiStOrY_V2_\n"
      #expect(history.hasPrefix("_HiStOrY_V2_\n") && history.hasSuffix("\n"))
      #expect(Set(probe.names(in: "state")).isSubset(of: ["history", "history.lock"]))
    }
  }

  /// The pager has set the terminal its own way, and tidies nothing up.
  @Test(arguments: [SIGTERM, SIGHUP, SIGINT])
  func signalsInThePagerRestoreTheTerminal(_ number: Int32) throws {
    let probe = try Probe()
    probe.write(
      "#!/bin/sh\nstty raw -echo < /dev/tty\necho $$ > \"$HOME/pager\"\necho paged\nexec sleep 600\n",
      to: "page.sh", mode: 0o700)
    probe.environment["PAGER"] = probe.path("page.sh")
    let terminal = try probe.start()
    terminal.type("!long 100\r")
    terminal.wait(forText: "paged")
    terminal.send(signal: number)
    #expect(terminal.waitForExit() == 128 + number)
    #expect(terminal.changedModes == [])
    #expect(probe.read("state/history") == "_HiStOrY_V2_\n!long\\040100\n")
    let pager = probe.read("pager").flatMap { Int32($0.split(separator: "\n").first ?? "") }
    #expect(pager.map { kill($0, 0) } == -1, "the pager is gone")
  }

  @Test func aCrashRestoresTheTerminal() throws {
    let probe = try Probe()
    // Swift's own report of a crash would ask what to do on a terminal.
    probe.environment["SWIFT_BACKTRACE"] = "enable=no"
    let terminal = try probe.start()
    terminal.type("!crash\r")
    #expect(terminal.waitForExit() == 128 + SIGABRT)
    #expect(terminal.changedModes == [])
  }

  @Test(arguments: ["emacs", "vi"]) func theEndOfTheInputLeaves(_ mode: String) throws {
    let terminal = try Probe(mode: mode).start()
    terminal.type("one\r\u{4}")
    #expect(terminal.waitForExit() == 0)
    terminal.wait(forRows: ["mode \(mode)", "> one", "read 1 <one>", ">", "end"])
    #expect(terminal.changedModes == [])
  }

  @Test(arguments: ["emacs", "vi"]) func controlCDropsTheLineAndTellsHowToLeave(_ mode: String)
    throws
  {
    let terminal = try Probe(mode: mode).start(columns: 20)
    terminal.type("a line that wraps at the margin\u{3}")
    terminal.wait(forText: "margin^C")
    terminal.wait(forCursor: "> |")
    terminal.type("\u{3}")
    terminal.wait(forText: "Ctrl-D leaves.")
    terminal.type("next\r")
    terminal.wait(forText: "read 1 <next>")
  }

  @Test(arguments: ["emacs", "vi"]) func controlCStopsAnAnswer(_ mode: String) throws {
    let probe = try Probe(mode: mode)
    probe.arguments += ["--slow", "60"]
    let terminal = try probe.start()
    terminal.type("one\r")
    terminal.wait(forText: "answering")
    terminal.type("\u{3}")
    terminal.wait(forText: "interrupted")
    terminal.wait(forCursor: "> |")
    terminal.type("two\u{3}")
    terminal.wait(forText: "> two^C")
  }

  /// A terminal that takes nothing more holds the answer up; Ctrl-C ends it in the middle.
  @Test(arguments: ["emacs", "vi"]) func controlCStopsAnAnswerThatIsBeingWritten(_ mode: String)
    throws
  {
    let probe = try Probe(mode: mode)
    probe.environment["PAGER"] = "cat"
    let terminal = try probe.start()
    terminal.type("!long 1000000\r")
    terminal.wait(forText: "row 9")
    terminal.type("\u{3}")
    terminal.wait(forText: "(stopped)")
    terminal.wait(forCursor: "> |")
    #expect(terminal.written.count < 8_000_000)
    terminal.type("next\r")
    terminal.wait(forText: "read 2 <next>")
  }

  @Test(arguments: ["emacs", "vi"]) func typingAheadIsKeptAndNotEchoedTwice(_ mode: String) throws {
    let probe = try Probe(mode: mode)
    probe.arguments += ["--slow", "1"]
    let terminal = try probe.start()
    terminal.type("one\r")
    terminal.wait(forText: "answering")
    terminal.type("twx\u{7F}o\rthr")
    terminal.wait(forText: "read 2 <two>")
    terminal.wait(forCursor: "> thr|")
    terminal.wait(forRows: [
      "mode \(mode)", "> one", "answering", "read 1 <one>", "> two", "answering", "read 2 <two>",
      "> thr",
    ])
  }

  @Test(arguments: ["emacs", "vi"]) func stopsAndGoesOn(_ mode: String) throws {
    let probe = try Probe(mode: mode)
    probe.write(
      """
      set -m
      "$1" --history "$2"
      echo "stopped"; stty -a | head -1 > /dev/null; stty -a > "$3"
      fg > /dev/null
      echo "gone on"
      """, to: "job.sh")
    let terminal = try PseudoTerminal(
      "/bin/sh", [probe.path("job.sh"), Probe.path, probe.historyPath, probe.path("modes")],
      environment: probe.environment)
    terminal.wait("the prompt") { $0.cursorLine == "> |" }
    terminal.type("half \u{1A}")
    terminal.wait(forCursor: "> half |")
    #expect(terminal.screen.text.contains("stopped"))
    let modes = probe.read("modes") ?? ""
    for flag in ["isig icanon ", " echo ", " icrnl "] {
      #expect(modes.range(flag) != nil, "\(flag) while it was stopped")
    }
    terminal.type("a line\r")
    terminal.wait(forText: "read 1 <half a line>")
    terminal.type("\u{4}")
    #expect(terminal.waitForExit() == 0)
    #expect(terminal.changedModes == [])
  }
}
