import Foundation
import Testing

@Suite struct EvalTests {
  /// The scores that the matcher has reached on questions written for it; `Tests/Evaluation/README.md`
  /// tells how to write new ones.
  @Test func scoresHold() throws {
    let result = try Program.run(
      "eval", "Tests/Evaluation/questions.jsonl", "--against", "Tests/Evaluation/scores.jsonl",
      "--format", "json")
    #expect(result.status == 0, "\(result.error)")
    let report = try #require(
      try JSONSerialization.jsonObject(with: result.output) as? [String: Any])
    #expect((report["rows"] as? Int ?? 0) > 300)
    #expect((report["reliability"] as? [Any])?.isEmpty == false)
  }

  @Test func savedScoresFailWhereTheyAreNotReached() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("firststep-eval-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let questions = folder.appendingPathComponent("questions.jsonl")
    let scores = folder.appendingPathComponent("scores.jsonl")
    let rows = [
      #"{"text":"how long should I ice my heel","topics":["ice"]}"#,
      #"{"text":"what is the capital of France","topics":["none"],"group":"far"}"#,
    ]
    try Data((rows.joined(separator: "\n") + "\n").utf8).write(to: questions)
    let saved = try Program.run("eval", questions.path, "--save", scores.path)
    #expect(saved.status == 0)
    #expect(try Program.run("eval", questions.path, "--against", scores.path).status == 0)
    let wrong = rows[0].replacingOccurrences(of: "\"ice\"", with: "\"shoes\"")
    try Data("\(wrong)\n".utf8).write(to: questions)
    let missed = try Program.run("eval", questions.path, "--against", scores.path)
    #expect(missed.status == 1)
    #expect(missed.error.contains("in_scope_answered_right"), "\(missed.error)")
    #expect(missed.error.contains("far_right is not measured"), "\(missed.error)")
  }

  @Test(arguments: [["eval"], ["eval", "--folds", "1"], ["eval", "--folds", "3", "x.jsonl"]])
  func refusesWrongUsage(arguments: [String]) throws {
    #expect(try Program.run(arguments).status == 64)
  }
}
