import Foundation
import Testing

/// What the program offers to a shell: facts, the manual page, completions, errors for programs.
@Suite struct DoctorTests {
  @Test func tellsFactsAsText() throws {
    let result = try Program.run("doctor", "--width", "200", environment: ["TERM": "xterm"])
    #expect(result.status == 0)
    for fact in [
      "term: xterm", "standard-output: other", "colour: off (standard output is not a terminal)",
      "plain: on (standard input is not a terminal)", "width: 200 (--width)", "editor: none",
      "knowledge: built in", "history-kept: yes",
    ] {
      #expect(result.lines.contains { $0.hasPrefix(fact) }, "\(fact)")
    }
    #expect(result.output.allSatisfy { $0 == 0x0A || $0 >= 0x20 })
  }

  @Test func tellsFactsAsJSON() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "firststep-doctor-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let state = folder.appendingPathComponent("firststep")
    try FileManager.default.createDirectory(
      at: state, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o755])
    let history = state.appendingPathComponent("history")
    try Data("_HiStOrY_V2_\none\ntwo\n".utf8).write(to: history)
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: history.path)
    let result = try Program.run(
      "doctor", "--format", "json",
      environment: ["XDG_STATE_HOME": folder.path, "NO_COLOR": "1", "LC_ALL": "C"])
    #expect(result.status == 0 && result.lines.count == 1)
    let facts = try #require(
      try JSONSerialization.jsonObject(with: result.output) as? [String: [String: String]])
    #expect(facts["colour"] == ["value": "off", "reason": "NO_COLOR is set"])
    #expect(facts["history"]?["reason"] == "XDG_STATE_HOME")
    #expect(facts["history-mode"] == ["value": "0644", "reason": "open to others"])
    #expect(facts["history-folder-mode"] == ["value": "0755", "reason": "open to others"])
    #expect(facts["history-entries"]?["value"] == "2")
    #expect(facts["locale"]?["reason"] == "the environment's own is not UTF-8")
  }

  /// Each variable that decides on colour, and why it does.
  @Test(
    arguments: [
      (["NO_COLOR": "1", "CLICOLOR_FORCE": "1"], [], "off", "NO_COLOR is set"),
      (["NO_COLOR": "", "CLICOLOR_FORCE": "1"], [], "on", "CLICOLOR_FORCE is set"),
      (["CLICOLOR_FORCE": "0"], [], "off", "standard output is not a terminal"),
      (["NO_COLOR": "1"], ["--color", "always"], "on", "--color always"),
      (["CLICOLOR_FORCE": "1"], ["--color", "never"], "off", "--color never"),
      (["CLICOLOR_FORCE": "1"], ["--color", "always", "--plain"], "off", "--plain"),
    ] as [([String: String], [String], String, String)])
  func decidesOnColour(
    _ environment: [String: String], _ options: [String], _ value: String, _ reason: String
  ) throws {
    let result = try Program.run(
      ["doctor", "--format", "json"] + options, environment: environment)
    let facts = try JSONSerialization.jsonObject(with: result.output) as? [String: [String: String]]
    #expect(facts?["colour"] == ["value": value, "reason": reason])
    let answer = try Program.run(
      ["chat"] + options, input: Data("should I ice it\n".utf8), environment: environment)
    #expect(answer.output.contains(0x1B) == (value == "on"))
  }
}

@Suite struct ManualTests {
  static let commands = [
    "chat", "ask", "topics", "sources", "why", "triage", "eval", "knowledge check", "doctor",
  ]

  @Test func namesEverything() throws {
    let page = try Program.run("manual").text
    #expect(page.hasPrefix(".TH FIRSTSTEP 1"))
    for name in Self.commands { #expect(page.contains(".SS \"firststep \(name)"), "\(name)") }
    for option in [
      "\\-\\-format", "\\-\\-knowledge", "\\-\\-color", "\\-\\-width", "\\-\\-plain",
      "\\-\\-private",
      "\\-\\-no\\-pager", "\\-\\-batch", "\\-\\-exit\\-code", "\\-\\-run",
    ] {
      #expect(page.contains("\\fB\(option)") || page.contains(", \\fB\(option)"), "\(option)")
    }
    #expect(page.contains("\\fB\\-\\-pager\\fR, \\fB\\-\\-no\\-pager\\fR\n"))
    #expect(page.contains("0 or none, 1 or fades"))
    #expect(page.components(separatedBy: "\\fB\\-\\-color").count == 2, "said once")
    #expect(page.contains("\\fB/history\\fR") && page.contains("\\fBCtrl\\-R, Ctrl\\-S\\fR"))
  }

  /// troff finds nothing to complain about, where it is installed.
  @Test func isWellFormed() throws {
    guard FileManager.default.isExecutableFile(atPath: "/usr/bin/groff") else { return }
    let page = FileManager.default.temporaryDirectory.appendingPathComponent(
      "firststep-\(UUID().uuidString).1")
    try Program.run("manual").output.write(to: page)
    defer { try? FileManager.default.removeItem(at: page) }
    let complaints = try Shell.run(
      "groff -K utf8 -man -Tutf8 -ww -z '\(page.path)' 2>&1")
    #expect(complaints.isEmpty)
  }
}

@Suite struct ShellCompletionTests {
  @Test(arguments: ["bash", "zsh", "fish"]) func isMadeOfTheOptions(_ shell: String) throws {
    let script = try Program.run("--generate-completion-script", shell)
    #expect(script.status == 0)
    for word in ["doctor", "triage", "nextday", "private", "knowledge", "always"] {
      #expect(script.text.contains(word), "\(word)")
    }
    #expect(!script.text.contains("manual"))
  }

  @Test(
    arguments: [
      ("firststep do", "doctor"), ("firststep triage --next", "--nextday"),
      ("firststep ask --color al", "always"), ("firststep topics stret", "stretching"),
      ("firststep sources healthl", "healthline"), ("firststep triage --run fad", "fades"),
      ("firststep knowledge check /us", "/usr"), ("firststep transcript run /us", "/usr"),
    ])
  func completesInBash(_ line: String, _ word: String) throws {
    let words = line.split(separator: " ").map { "'\($0)'" }.joined(separator: " ")
    let folder = Program.folder.path
    let found = try Shell.run(
      """
      PATH='\(folder)':$PATH
      source <(firststep --generate-completion-script bash)
      COMP_WORDS=(\(words)); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); COMP_LINE='\(line)'
      COMP_POINT=${#COMP_LINE}; COMP_TYPE=9
      _firststep firststep "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD-1]}"
      printf '%s\\n' "${COMPREPLY[@]}"
      """)
    #expect(
      found.split(separator: "\n").contains { $0.trimmingCharacters(in: .whitespaces) == word })
  }
}

@Suite struct ErrorTests {
  @Test(
    arguments: [
      (["topics", "strething", "--format", "json"], "usage", 64, "stretching"),
      (["ask", "--formt=x", "--format=json", "ice"], "usage", 64, "--format"),
      (["--format", "json", "topics", "strething"], "usage", 64, "stretching"),
      (["--format=json", "topcis"], "usage", 64, "topics"),
      (["ask", "--knowledge", "/nowhere", "--format", "json", "ice"], "unreadable", 66, nil),
    ] as [([String], String, Int, String?)])
  func areReadableForPrograms(
    _ arguments: [String], _ kind: String, _ status: Int, _ nearest: String?
  ) throws {
    let result = try Program.run(arguments)
    #expect(result.status == Int32(status) && result.output.isEmpty)
    let error = try #require(
      try JSONSerialization.jsonObject(with: Data(result.error.utf8)) as? [String: Any])
    #expect(error["error"] as? String == kind)
    #expect(error["status"] as? Int == status)
    #expect((error["message"] as? String)?.isEmpty == false)
    #expect(error["nearest"] as? String == nearest)
  }
}

/// Runs a few lines of bash.
enum Shell {
  static func run(_ script: String) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = ["--norc", "-c", script]
    process.environment = ["PATH": "/usr/bin:/bin", "HOME": NSTemporaryDirectory()]
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: output, as: UTF8.self)
  }
}
