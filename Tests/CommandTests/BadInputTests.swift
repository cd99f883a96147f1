import Foundation
import Testing

@Suite struct BadInputTests {
  @Test(
    "One line of anything gets one reply",
    arguments: [
      Data("\n".utf8), Data(repeating: UInt8(ascii: "a"), count: 1 << 20) + Data("\n".utf8),
      Data(String(repeating: "my heel hurts ", count: 80_000).utf8) + Data("\n".utf8),
      Data([0xFF, 0xFE, 0xC3, 0x28, 0x0A]), Data([0x00, 0x01, 0x02, 0x00, 0x0A]),
      Data("no newline at the end".utf8), Data("carriage return\r\n".utf8),
      Data([0x1B, 0x5B, 0x33, 0x31, 0x6D, 0x0A]),
    ])
  func repliesOnce(input: Data) throws {
    for arguments in [["ask", "--batch"], ["chat"]] {
      let result = try Program.run(arguments + ["--format", "json"], input: input)
      #expect(result.status == 0, "\(result.error)")
      #expect(result.lines.count == 1)
      #expect(result.error.isEmpty)
      #expect(result.output.allSatisfy { $0 == 0x0A || $0 >= 0x20 })
    }
  }

  @Test func saysNothingOnAnEmptyInput() throws {
    let result = try Program.run("chat")
    #expect(result.status == 0)
    #expect(result.output.isEmpty)
  }

  @Test func leavesQuietlyWhenNobodyReads() throws {
    let pipe = Pipe()
    try pipe.fileHandleForReading.close()
    let input = Data(String(repeating: "should I ice it\n", count: 500).utf8)
    let result = try Program.run(
      "ask", "--batch", input: input, output: pipe.fileHandleForWriting)
    #expect(result.status == 0)
    #expect(result.error.isEmpty)
  }

  #if os(Linux)
    @Test func reportsAFullDisk() throws {
      let full = try #require(FileHandle(forWritingAtPath: "/dev/full"))
      let result = try Program.run("topics", output: full)
      #expect(result.status == 74)
      #expect(result.error.contains("cannot write the output"))
    }
  #endif
}

@Suite struct UsageTests {
  @Test func namesTheNearestOption() throws {
    let result = try Program.run("ask", "--formt", "json", "ice")
    #expect(result.status == 64)
    #expect(result.error.contains("--format"))
  }

  @Test func namesTheNearestTopic() throws {
    let result = try Program.run("topics", "strething")
    #expect(result.status == 64)
    #expect(result.error.contains("'stretching'"))
  }

  @Test func namesTheNearestSource() throws {
    let result = try Program.run("sources", "helthline")
    #expect(result.status == 64)
    #expect(result.error.contains("'healthline'"))
  }

  @Test func namesTheNearestCommand() throws {
    let result = try Program.run("topcis")
    #expect(result.status == 64)
    #expect(result.error == "firststep: there is no command 'topcis'; did you mean 'topics'?\n")
    let question = try Program.run("is", "ice", "good")
    #expect(question.status == 64)
    #expect(question.error.contains("a question goes behind 'firststep ask'"))
  }

  @Test func optionsOfEveryCommandMayStandBeforeIt() throws {
    for options in [["--format", "json"], ["--format=json", "--width", "40"]] {
      let before = try Program.run(options + ["ask", "should I ice it"])
      let behind = try Program.run(["ask", "should I ice it"] + options)
      #expect(before.status == 0)
      #expect(!before.output.isEmpty && before.output == behind.output)
    }
    let literal = try Program.run("--format", "json", "ask", "--", "--ice")
    #expect(literal.status == 0 && literal.text.hasPrefix("{\"kind\":"))
  }

  @Test func aCheckWithoutOutcomePassesForNone() throws {
    let result = try Program.run("triage", "--exit-code")
    #expect(result.status == 64)
    #expect(result.error.contains("ended without an outcome"))
    #expect(try Program.run("triage").status == 0)
  }

  @Test(arguments: [["ask"], ["ask", "--width", "3", "ice"], ["ask", "--color", "red", "ice"]])
  func refusesWrongUsage(arguments: [String]) throws {
    let result = try Program.run(arguments)
    #expect(result.status == 64)
    #expect(!result.error.isEmpty)
  }
}

@Suite struct KnowledgeFolderTests {
  @Test func reportsAMissingFolder() throws {
    let result = try Program.run("ask", "--knowledge", "/nowhere/at/all", "ice")
    #expect(result.status == 66)
    #expect(result.error.contains("/nowhere/at/all"))
  }

  @Test func reportsAFileThatIsNoFolder() throws {
    let result = try Program.run("ask", "--knowledge", "/etc/passwd", "ice")
    #expect(result.status == 66)
  }

  @Test func reportsBrokenKnowledgeAtItsPlace() throws {
    let folder = URL(fileURLWithPath: NSTemporaryDirectory())
      .appendingPathComponent("firststep-broken-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data("sources: [\n".utf8).write(to: folder.appendingPathComponent("sources.yaml"))
    for arguments in [
      ["knowledge", "check", folder.path], ["ask", "--knowledge", folder.path, "ice"],
    ] {
      let result = try Program.run(arguments)
      #expect(result.status == 1)
      #expect(result.error.contains("sources.yaml:"))
    }
  }

  @Test func checksTheShippedKnowledge() throws {
    let result = try Program.run("knowledge", "check", "Knowledge")
    #expect(result.status == 0, "\(result.error)")
  }

  @Test func answersAlikeFromTheFolderAndFromTheBuild() throws {
    let question = "how often should I stretch"
    let built = try Program.run("ask", question, "--format", "json")
    let read = try Program.run("ask", question, "--format", "json", "--knowledge", "Knowledge")
    #expect(read.status == 0, "\(read.error)")
    #expect(built.output == read.output)
  }

  @Test func aDamagedCacheIsMadeAgain() throws {
    let cache = FileManager.default.temporaryDirectory
      .appendingPathComponent("firststep-cache-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: cache, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: cache) }
    let environment = ["XDG_CACHE_HOME": cache.path]
    func ask() throws -> Program.Result {
      try Program.run(["ask", "ice", "--knowledge", "Knowledge"], environment: environment)
    }
    let first = try ask()
    #expect(first.status == 0, "\(first.error)")
    let folder = cache.appendingPathComponent("firststep")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    #expect(files.count == 3, "\(files)")
    for file in files {
      let url = folder.appendingPathComponent(file)
      var bytes = try Data(contentsOf: url)
      for place in stride(from: 0, to: bytes.count, by: 1001) { bytes[place] ^= 0x2A }
      try bytes.write(to: url)
    }
    // Nothing in it can be used, the result of training included; only the seal is looked at here.
    try FileManager.default.removeItem(
      at: folder.appendingPathComponent(try #require(files.first { $0.hasSuffix(".training") })))
    let again = try ask()
    #expect(again.status == 0, "\(again.error)")
    #expect(first.output == again.output)
  }
}
