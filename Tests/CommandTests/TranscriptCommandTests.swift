import Foundation
import Testing

/// The transcript commands as they are used from a shell.
@Suite struct TranscriptCommandTests {
  private static func file(_ text: String) throws -> String {
    let path = NSTemporaryDirectory() + "firststep-transcript-\(UUID().uuidString).md"
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    return path
  }

  private static func read(_ path: String) throws -> String {
    try String(contentsOfFile: path, encoding: .utf8)
  }

  @Test func theSessionOfTheReadmeIsWhatTheProgramSays() throws {
    let readme = try Self.read(Program.root.appendingPathComponent("README.md").path)
    let blocks = readme.split(separator: "```").filter { $0.hasPrefix("text\n> ") }
    #expect(blocks.count == 1)
    let lines = try #require(blocks.first).split(
      separator: "\n", omittingEmptySubsequences: false
    ).dropFirst()
    let messages = lines.filter { $0.hasPrefix("> ") }.map { $0.dropFirst(2) }
    #expect(messages.count > 1)
    let expected = lines.filter { !$0.isEmpty && !$0.hasPrefix("> ") }
    let said = try Program.run(
      "chat", "--width", "78", input: Data((messages.joined(separator: "\n") + "\n").utf8))
    #expect(said.lines.filter { !$0.isEmpty } == expected)
  }

  @Test func recordingFailsWhereTestsRun() throws {
    let path = try Self.file("    > should I ice it\n")
    for environment in [["CI": "1"], ["FIRSTSTEP_RECORD": "never"]] {
      let result = try Program.run("transcript", "record", path, environment: environment)
      #expect(result.status == 1)
      #expect(!result.error.isEmpty)
      #expect(try Self.read(path) == "    > should I ice it\n")
    }
    let makefile = try Self.read(Program.root.appendingPathComponent("Makefile").path)
    #expect(makefile.contains("test: export FIRSTSTEP_RECORD = never"))
  }

  @Test func whatIsRecordedPasses() throws {
    let path = try Self.file("# Ice\n\n    > should I ice it\n\n    > how long\n    @ topic: ice\n")
    let dry = try Program.run("transcript", "record", "--dry-run", "--fill", path)
    #expect(dry.status == 0)
    #expect(try Self.read(path).count < 80)
    let result = try Program.run("transcript", "record", "--fill", path)
    #expect(result.status == 0, "\(result.text)\(result.error)")
    #expect(result.text.contains("1 transcripts: 2 replies recorded, 0 not recorded"))
    #expect(try Self.read(path).contains("@ cites: "))
    #expect(try Program.run("transcript", "run", path).status == 0)
  }

  @Test func aFailureSaysEverything() throws {
    let path = try Self.file(
      "    > should I ice it\n    No, [..]\n    ...\n    @ topic: rolling\n    @ never: minutes\n")
    let result = try Program.run("transcript", "run", path)
    #expect(result.status == 1)
    for part in [
      "\(path):1: the reply is not as expected\n  > should I ice it\n  - No, [..]\n  + Yes, ",
      "  @ topic: rolling  got: ice  (\(path):4)\n", "  @ never: minutes  got: it says so",
      "  why: stage", "  breaks a demand; to accept it: change the line by hand",
      "1 transcripts, 1 turns: 0 passed, 1 failed\n",
    ] {
      #expect(result.text.contains(part), "\(part)\n\(result.text)")
    }
    let tap = try Program.run("transcript", "run", path, "--report", "tap")
    #expect(tap.status == 1)
    #expect(tap.text.hasPrefix("TAP version 14\n1..1\nnot ok 1 - \(path)\n"))
    let junit = try Program.run("transcript", "run", path, "--report", "junit")
    #expect(junit.text.contains("<failure message=\"\(path):1: the reply is not as expected\">"))
  }

  @Test func errorsOfFormAreSaidWithTheirPlace() throws {
    let path = try Self.file("    > ice\n    ...\n    @ topik: ice\n    @ rule: S99\n")
    let result = try Program.run("transcript", "run", path)
    #expect(result.status == 1)
    #expect(
      result.text.hasPrefix(
        "\(path):3:5: error: unknown '@ topik'; did you mean '@ topic'?\n"
          + "\(path):4:5: error: unknown rule 'S99'"))
    #expect(try Program.run("transcript", "run", "/no/such/file.md").status == 66)
    #expect(try Program.run("transcript", "run", "--report", "xml").status == 64)
  }

  @Test func filters() throws {
    let all = try Program.run("transcript", "run", "--report", "tap").lines.filter {
      $0.hasPrefix("ok ")
    }
    #expect(all.count > 4)
    for filter in [["--topic", "ice"], ["--theme", "topics"], ["--name", "is-ice"]] {
      let some = try Program.run(["transcript", "run", "--report", "tap"] + filter)
      let count = some.lines.count { $0.hasPrefix("ok ") }
      #expect(count > 0 && count < all.count, "\(filter)")
    }
    let none = try Program.run("transcript", "run", "--name", "there-is-no-such-name")
    #expect(none.status == 1)
    #expect(none.error.contains("no transcript in Transcripts fits"))
  }

  @Test func coverageCountsAndPrintsStubs() throws {
    let result = try Program.run("transcript", "coverage", "--stubs", "--name", "is-ice")
    #expect(result.status == 0)
    #expect(result.text.contains("Knowledge/topics/taping.yaml:1: taping\n"))
    #expect(result.text.contains("Sources/Dialogue/ConversationCommand.swift:"))
    #expect(result.text.contains("# S2: "))
    let required = try Program.run(
      "transcript", "coverage", "--name", "is-ice", "--require", "topics")
    #expect(required.status == 1)
  }
}
