import CPseudoTerminal
import Terminal
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite struct HistoryTests {
  static let entries = [
    "plain", "with blanks  and\ttab", "back\\slash \\012 \\\\", "two\nlines\n",
    "é 日本 😀 👨\u{200D}👩\u{200D}👧",
    "e\u{301}", "\u{1}\u{7F}", "#", "_HiStOrY_V2_", String(repeating: "long ", count: 1_000),
  ]

  @Test func whatIsWrittenIsRead() {
    #expect(HistoryCoding.decode(HistoryCoding.encode(Self.entries)) == Self.entries)
    #expect(
      String(decoding: HistoryCoding.encode(["a b\tc\nd\\e"]), as: UTF8.self)
        == "_HiStOrY_V2_\na\\040b\\011c\\012d\\134e\n")
  }

  /// The file goes through libedit's own reading and writing unharmed.
  @Test func libeditReadsAndWritesTheSame() throws {
    let probe = try Probe()
    let entries = Self.entries.filter { $0 != "\u{1}\u{7F}" }
    let file = HistoryFile(path: probe.path("ours"), isFolderOurs: false)
    _ = try file.update { $0 = entries }
    #expect(pt_history_copy(probe.path("ours"), probe.path("theirs")) == entries.count)
    #expect(try HistoryFile(path: probe.path("theirs"), isFolderOurs: false).read() == entries)
  }

  @Test(
    arguments: [
      ("", []), ("no header\nhere\n", ["no header", "here"]), ("_HiStOrY_V2_\n\n\none\n", ["one"]),
      ("_HiStOrY_V2_\nbad\\9\\\nlast\\04", ["bad\\9\\", "last\\04"]),
      ("_HiStOrY_V2_\n\\^A\\M-a\\x\n", ["\u{1}\u{FFFD}\\x"]), ("_HiStOrY_V2_\na\0b\n", ["ab"]),
    ] as [(String, [String])])
  func brokenFilesAreReadAsFarAsTheyGo(_ text: String, _ entries: [String]) {
    #expect(HistoryCoding.decode(Array(text.utf8)) == entries)
  }

  @Test func rules() throws {
    let probe = try Probe()
    let history = History(path: probe.historyPath, isFolderOurs: true, limit: 3)
    #expect(history.entries.isEmpty)
    for line in ["a", "a", " secret", "", "   ", "b\nc", "d", "e"] { history.add(line) }
    #expect(history.entries == ["b\nc", "d", "e"])
    history.isPrivate = true
    #expect(!history.add("f"))
    history.isPrivate = false
    #expect(!history.delete(4) && !history.delete(0))
    #expect(history.delete(2))
    #expect(History(path: probe.historyPath).entries == ["b\nc", "e"])
    history.clear()
    #expect(probe.read("state/history") == "_HiStOrY_V2_\n")
    #expect(history.takeProblem() == nil)
  }

  @Test func whatOthersStoreStays() throws {
    let probe = try Probe()
    let one = History(path: probe.historyPath)
    let other = History(path: probe.historyPath)
    one.add("one")
    other.add("two")
    one.add("three")
    #expect(one.entries == ["one", "two", "three"])
    #expect(other.entries == ["one", "two"])
    other.delete(1)
    one.add("four")
    #expect(one.entries == ["two", "three", "four"])
  }

  /// Two programs write at once, 200 lines each; every line is there.
  @Test func twoProgramsAtOnceLoseNoLine() throws {
    let probe = try Probe()
    var terminals: [PseudoTerminal] = []
    for name in ["one", "two"] {
      probe.arguments = ["--history", probe.historyPath, "--store", "200", name]
      terminals.append(
        try PseudoTerminal(Probe.path, probe.arguments, environment: probe.environment))
    }
    for terminal in terminals { #expect(terminal.waitForExit() == 0) }
    let entries = History(path: probe.historyPath).entries
    for name in ["one", "two"] {
      #expect(entries.filter { $0.hasPrefix(name) } == (1...200).map { "\(name) \($0)" })
    }
    #expect(probe.names(in: "state") == ["history", "history.lock"])
  }

  @Test func modesAndFolders() throws {
    let probe = try Probe()
    mkdir(probe.path("open"), 0o755)
    probe.write("_HiStOrY_V2_\nold\n", to: "open/history", mode: 0o644)
    let history = History(path: probe.path("open/history"), isFolderOurs: true)
    history.add("new")
    #expect(probe.mode("open") == 0o700)
    #expect(probe.mode("open/history") == 0o600)
    let deep = History(path: probe.path("a/b/c/history"), isFolderOurs: true)
    deep.add("x")
    #expect(probe.mode("a/b") == 0o700 && probe.mode("a/b/c/history") == 0o600)
  }

  @Test func aLinkToTheFileStaysALink() throws {
    let probe = try Probe()
    probe.write("_HiStOrY_V2_\nold\n", to: "real")
    symlink(probe.path("real"), probe.path("link"))
    History(path: probe.path("link")).add("new")
    #expect(probe.read("real") == "_HiStOrY_V2_\nold\nnew\n")
    var facts = stat()
    #expect(lstat(probe.path("link"), &facts) == 0 && facts.st_mode & S_IFMT == S_IFLNK)
  }

  @Test func troubleIsToldOnceAndLinesComeLater() throws {
    let probe = try Probe()
    probe.write("", to: "state")
    let history = History(path: probe.historyPath)
    history.add("one")
    let problem = try #require(history.takeProblem())
    #expect(problem.description.hasPrefix("the history is not kept: \(probe.folder)/state"))
    history.add("two")
    #expect(history.takeProblem() == nil)
    #expect(history.entries == ["one", "two"])
    unlink(probe.path("state"))
    history.add("three")
    #expect(probe.read("state/history") == "_HiStOrY_V2_\none\ntwo\nthree\n")
  }

  @Test func aFullDiskLosesNothing() throws {
    let probe = try Probe()
    symlink("/dev/full", probe.path("history"))
    let history = History(path: probe.path("history"))
    history.add("one")
    #expect(history.takeProblem() != nil)
    #expect(history.entries == ["one"])
  }

  @Test(
    arguments: [
      (["XDG_STATE_HOME": "/state", "HOME": "/home/u"], "/state/p/history"),
      (["XDG_STATE_HOME": "relative", "HOME": "/home/u"], "/home/u/.local/state/p/history"),
      (["HOME": "/home/u"], "/home/u/.local/state/p/history"), ([:], nil),
    ] as [([String: String], String?)])
  func place(_ environment: [String: String], _ path: String?) {
    #expect(History.defaultPath(program: "p", environment: environment) == path)
  }
}
