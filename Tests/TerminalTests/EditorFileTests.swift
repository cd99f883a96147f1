import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The editor with files around it: settings, history, the user's editor and pager.
@Suite struct EditorFileTests {
  @Test func historyOutlivesTheProgram() throws {
    for mode in ["emacs", "vi"] {
      let probe = try Probe(mode: mode)
      var terminal = try probe.start()
      terminal.type("one é\r two is private\rthree\u{1B}\rin lines\\\\\r")
      terminal.wait(forText: "read 3 <")
      terminal.type("\u{4}")
      #expect(terminal.waitForExit() == 0)
      #expect(probe.mode("state") == 0o700)
      #expect(probe.mode("state/history") == 0o600)
      #expect(
        probe.read("state/history")
          == "_HiStOrY_V2_\none\\040é\nthree\\012in\\040lines\\134\\134\n")
      terminal = try probe.start()
      terminal.type("\u{1B}[A")
      terminal.wait(forCursor: "  in lines\\\\|")
      terminal.wait(forRows: ["> three", "  in lines\\\\"])
      terminal.type("\u{1B}[A")
      terminal.wait(forCursor: "> one é|")
      terminal.type("\r")
      terminal.wait(forText: "read 1 <one é>")
    }
  }

  @Test(arguments: ["emacs", "vi"]) func privateSessionsStoreNothing(_ mode: String) throws {
    let probe = try Probe(mode: mode)
    probe.arguments.append("--private")
    let terminal = try probe.start()
    terminal.type("one\r\u{4}")
    #expect(terminal.waitForExit() == 0)
    #expect(probe.read("state/history") == nil)
  }

  @Test(arguments: ["emacs", "vi"]) func linesCanBeForgotten(_ mode: String) throws {
    let probe = try Probe(mode: mode)
    let terminal = try probe.start()
    terminal.type("one\rtwo\rthree\r!delete 2\r!off\rfour\r!history\r")
    terminal.wait(forText: "read 6 <four>")
    terminal.wait("the entries") { screen in
      screen.text.filter { $0.hasPrefix("entry") } == [
        "entry <one>", "entry <three>", "entry <!delete 2>", "entry <!off>",
      ]
    }
    terminal.type("!clear\r\u{4}")
    #expect(terminal.waitForExit() == 0)
    #expect(probe.read("state/history") == "_HiStOrY_V2_\n")
  }

  @Test(arguments: ["emacs", "vi"]) func aHistoryThatCannotBeKeptIsToldOnce(_ mode: String) throws {
    let probe = try Probe(mode: mode)
    // A file stands where the folder should be; this holds for root too.
    probe.write("", to: "state")
    let terminal = try probe.start()
    terminal.type("one\rtwo\r")
    terminal.wait(forText: "read 2 <two>")
    let told = terminal.screen.unwrappedText.filter { $0.contains("the history is not kept") }
    #expect(told.count == 1)
    terminal.type("\u{1B}[A\u{1B}[A\r")
    terminal.wait(forText: "read 3 <one>")
  }

  @Test func settingsOfTheUserHold() throws {
    let probe = try Probe(
      settings: """
        # a comment
        bind "^T" fs-undo
        bind ^[[15~ fs-home
        bind -s "^O" "macro "
        nonsense here
        other:bind "^A" ed-insert
        line-editor-probe:bind "^E" fs-kill-to-start
        bind "^F" no-such-command

        """)
    let terminal = try probe.start()
    let told = terminal.screen.unwrappedText.filter { $0.contains(".editrc") }
    #expect(told.count == 2)
    #expect(told.first?.contains(".editrc:5: not understood: nonsense here") == true)
    #expect(told.last?.contains(".editrc:8: ") == true)
    terminal.type("one two\u{14}\u{1B}[15~\u{F}\u{1}x\r")
    terminal.wait(forText: "read 1 <xmacro one >")
    terminal.type("abc\u{5}d\r")
    terminal.wait(forText: "read 2 <d>")
  }

  @Test func ourKeysHoldAfterTheUserChoosesTheMap() throws {
    let probe = try Probe(settings: "bind -v\nbind -e\nbind -v\n")
    let terminal = try probe.start()
    #expect(terminal.screen.text.first == "mode vi")
    terminal.type("ab\u{1B}[D\u{1B}[Dx\u{1B}")
    terminal.type("~\r")
    terminal.wait(forText: "read 1 <Xab>")
  }

  @Test func editingCanBeOff() throws {
    let probe = try Probe(settings: "edit off\n")
    let terminal = try PseudoTerminal(
      Probe.path, probe.arguments, environment: probe.environment)
    terminal.wait(forCursor: "> |")
    terminal.type("one\n")
    terminal.wait(forText: "read 1 <one>")
    terminal.type("\u{4}")
    #expect(terminal.waitForExit() == 0)
    #expect(terminal.changedModes == [])
    #expect(!terminal.written.contains(0x1B))
  }

  @Test(arguments: ["emacs", "vi"]) func theLineGoesThroughTheUsersEditor(_ mode: String) throws {
    let probe = try Probe(mode: mode)
    probe.write(
      "#!/bin/sh\nprintf ' from\\nthe editor\\n\\n' >> \"$1\"\n", to: "ed.sh", mode: 0o700)
    probe.environment["EDITOR"] = probe.path("ed.sh")
    let terminal = try probe.start()
    terminal.type("text\u{18}\u{5}")
    terminal.wait(forCursor: "  the editor|")
    terminal.type("!\r")
    terminal.wait(forText: "read 1 <text⏎ from⏎the editor!>")
    probe.write("#!/bin/sh\nexit 3\n", to: "ed.sh", mode: 0o700)
    terminal.type("other\u{18}\u{5}")
    terminal.wait(forText: "ended with status 3; the text stays")
    terminal.wait(forCursor: "> other|")
  }

  @Test(arguments: ["emacs", "vi"]) func longTextGoesThroughThePager(_ mode: String) throws {
    let probe = try Probe(mode: mode)
    probe.write("#!/bin/sh\necho paged; head -3; exit 0\n", to: "page.sh", mode: 0o700)
    probe.environment["PAGER"] = probe.path("page.sh")
    let terminal = try probe.start()
    terminal.type("!long 100\r")
    terminal.wait(forText: "row 3")
    terminal.wait(forCursor: "> |")
    terminal.wait(forRows: ["paged", "row 1", "row 2", "row 3", ">"])
    terminal.type("!long 5\r")
    terminal.wait(forText: "row 5")
    terminal.wait(forCursor: "> |")
    terminal.wait(forRows: ["row 4", "row 5", ">"])
    terminal.type("ab\r")
    terminal.wait(forText: "<ab>")
  }

  @Test(arguments: ["false", "exit 3;", "less'", "/nowhere/less", "no-such-pager -R"])
  func aPagerThatFailsLosesNoText(_ pager: String) throws {
    let probe = try Probe()
    probe.environment["PAGER"] = pager
    let terminal = try probe.start(rows: 40)
    terminal.type("!long 100\r")
    terminal.wait(forText: "row 100")
    terminal.wait(forCursor: "> |")
    #expect(terminal.screen.text.dropLast().suffix(2) == ["row 99", "row 100"])
    terminal.type("next\r")
    terminal.wait(forText: "read 2 <next>")
  }

  @Test(arguments: ["emacs", "vi"]) func messagesAppearAboveTheLine(_ mode: String) throws {
    let terminal = try Probe(mode: mode).start(columns: 21)
    terminal.type("!post 200\r")
    terminal.type("a text that wraps at the margin")
    terminal.wait(forText: "a message")
    terminal.wait(forCursor: "t the margin|")
    terminal.wait(forRows: [
      "mode \(mode)", "> !post 200", "read 1 <!post 200>", "a message", "> a text that wraps a",
      "t the margin",
    ])
  }

  @Test func plainModeWritesNoEscape() throws {
    let probe = try Probe()
    probe.arguments.append("--plain")
    let terminal = try PseudoTerminal(
      Probe.path, probe.arguments, environment: probe.environment)
    terminal.wait(forText: "plain")
    terminal.type("one é\ntwo\n\u{4}")
    #expect(terminal.waitForExit() == 0)
    #expect(terminal.screen.text.contains("read 2 <two>"))
    #expect(
      terminal.written.allSatisfy {
        $0 >= 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x08 || $0 == 0x04
      })
    #expect(probe.read("state/history") == "_HiStOrY_V2_\none\\040é\ntwo\n")
  }
}
