import Foundation
import Testing

/// `firststep triage --batch`: one object of slots a line in, one object a line out.
@Suite struct TriageBatchTests {
  private func batch(
    _ lines: [String], _ options: String...
  ) throws -> (Program.Result, [[String: Any]]) {
    try batch(Data((lines.joined(separator: "\n") + "\n").utf8), options)
  }

  private func batch(
    _ input: Data, _ options: [String] = []
  ) throws -> (Program.Result, [[String: Any]]) {
    let result = try Program.run(
      ["triage", "--batch", "--format", "json"] + options, input: input)
    let objects = try result.lines.map { line in
      try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }
    return (result, objects)
  }

  @Test func takesValuesByNumberByWordAndNull() throws {
    let (result, replies) = try batch([
      #"{"nerve":2}"#, #"{"nerve":"tingling"}"#, #"{"nerve":"2"}"#, #"{"nerve":2.0,"look":null}"#,
      #" { "level" : "unknown" , "run" : 1 } "#, "{}", #"{"\u0072un":3}"#,
    ])
    #expect(result.status == 0, "\(result.error)")
    let outcomes = replies.compactMap { $0["outcome"] as? String }
    #expect(
      outcomes == [
        "urgent-care", "urgent-care", "urgent-care", "urgent-care", "cross-train", "run-easy",
        "cross-train",
      ])
    #expect((replies[4]["slots"] as? [String: Any])?["level"] as? String == "unknown")
  }

  @Test(arguments: [
    ("{\"nerv\":2}", "there is no slot 'nerv'; did you mean 'nerve'?"),
    ("{\"nerve\":9}", "'9' is no value of nerve"),
    ("{\"nerve\":-1}", "'-1' is no value of nerve"),
    ("{\"nerve\":1.5}", "'1.5' is no value of nerve"),
    ("{\"nerve\":\"tinglng\"}", "did you mean 'tingling'?"),
    ("{\"nerve\":true}", "nerve has true or false for a value"),
    ("{\"nerve\":[2]}", "nerve has a list for a value"),
    ("{\"nerve\":{}}", "nerve has an object for a value"),
    ("{\"nerve\":0,\"nerve\":2}", "nerve is given twice"),
    ("{\"nerve\":2", "expected ',' or '}' at column 11"),
    ("{\"nerve\":2} x", "expected the end of the line at column 13"),
    ("{nerve:2}", "expected a slot in quotes at column 2"),
    ("{\"nerve\":nil}", "expected a value at column 10"),
    ("{\"nerve\" 2}", "expected ':' at column 10"),
    ("[]", "expected an object of slots, found a list"),
    ("3", "expected an object of slots, found a number"),
    ("null", "expected an object of slots, found null"),
    ("", "an empty line"), ("hello", "expected an object of slots"),
    ("{\"a\\q\":1}", "expected an escape of JSON"),
  ])
  func tellsWhatIsWrongWithALineAndGoesOn(line: String, problem: String) throws {
    let (result, replies) = try batch([#"{"run":1}"#, line, #"{"calf":3}"#])
    #expect(result.status == 64)
    #expect(replies.count == 3)
    #expect(replies[1]["line"] as? Int == 2)
    let told = try #require(replies[1]["error"] as? String)
    #expect(told.contains(problem))
    #expect(replies[2]["outcome"] as? String == "emergency")
    #expect(result.error.contains("line 2"))
  }

  @Test("Input that no program should choke on")
  func survivesAnything() throws {
    var input = Data()
    input += Data((#"{"run":""# + String(repeating: "x", count: 1 << 20) + "\"}\n").utf8)
    input += Data((String(repeating: "[", count: 200_000) + "\n").utf8)
    input += Data((#"{"run":"# + String(repeating: "{\"a\":", count: 100_000) + "\n").utf8)
    input += Data([0xFF, 0xFE, 0x0A])
    input += Data([0x7B, 0x22, 0xC3, 0x28, 0x22, 0x3A, 0x31, 0x7D, 0x0A])
    input += Data("{\"run\":1}".utf8)
    let (result, replies) = try batch(input)
    #expect(result.status == 64)
    #expect(replies.count == 6)
    #expect(
      replies.prefix(5).allSatisfy { ($0["error"] as? String).map { $0.count < 200 } ?? false })
    #expect(replies.last?["outcome"] as? String == "run-easy")
  }

  @Test func exitsWithTheWorstLevel() throws {
    let cases = [#"{"run":1}"#, #"{"nerve":2}"#, #"{"run":3}"#]
    #expect(try batch(cases, "--exit-code").0.status == 4)
    #expect(try batch(cases).0.status == 0)
    #expect(try batch(cases + ["x"], "--exit-code").0.status == 64)
  }

  @Test func saysNothingOnAnEmptyInput() throws {
    let (result, replies) = try batch(Data())
    #expect(result.status == 0)
    #expect(replies.isEmpty)
  }
}

/// `firststep triage` from options and guided.
@Suite struct TriageCommandTests {
  @Test func decidesFromOptions() throws {
    let result = try Program.run(
      "triage", "--onset", "2", "--look", "bruised", "--level", "3", "--exit-code")
    #expect(result.status == 64 || result.status == 4)
    let byNumber = try Program.run("triage", "--onset", "2", "--exit-code")
    #expect(byNumber.status == 4)
    #expect(byNumber.text.hasPrefix("Outcome:"))
  }

  @Test func namesTheNearestSlotValue() throws {
    let result = try Program.run("triage", "--nerve", "tinglng")
    #expect(result.status == 64)
    #expect(result.error.contains("'tingling'"))
  }

  @Test func guidesOnAPipe() throws {
    let answers = [
      "none", "none", "at the start, then it fades", "2", "fine the next morning", "same as always",
      "every day", "",
    ].joined(separator: "\n")
    let result = try Program.run(
      "triage", "--exit-code", "--format", "json", input: Data(answers.utf8))
    let last = try #require(result.lines.last)
    let reply = try #require(
      try JSONSerialization.jsonObject(with: Data(last.utf8)) as? [String: Any])
    #expect(reply["kind"] as? String == "triage")
    #expect(result.status == 0)
  }

  @Test("With --ask the options are where the check begins")
  func asksForTheRest() throws {
    let result = try Program.run(
      "triage", "--level", "2", "--ask", "--exit-code", "--format", "json",
      input: Data("none\nnone\n".utf8))
    let replies = try result.lines.map { line in
      try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }
    #expect(replies.first?["asks"] as? String == "danger")
    #expect(replies.last?["outcome"] as? String == "cross-train")
    #expect(result.status == 2)
  }

  @Test("Input that ends before the check does gets the result on what was said")
  func endsEarly() throws {
    let result = try Program.run(
      "triage", "--exit-code", "--format", "json", input: Data("none\nnone\nwhole run\n".utf8))
    let last = try #require(result.lines.last)
    let reply = try #require(
      try JSONSerialization.jsonObject(with: Data(last.utf8)) as? [String: Any])
    #expect(reply["outcome"] as? String == "cross-train")
    #expect(reply["provisional"] as? Bool == true)
    #expect(result.status == 2)
  }

  @Test("A check that was stopped before anything was said clears no run")
  func clearsNothingOnNothing() throws {
    for input in ["", "stop\n"] {
      let result = try Program.run("triage", "--format", "json", input: Data(input.utf8))
      #expect(!result.text.contains("run-easy"), "\(input)")
      #expect(result.lines.count == 2)
    }
  }

  @Test("Danger in an answer interrupts, and the check can go on")
  func goesOnAfterDanger() throws {
    let result = try Program.run(
      "triage", "--exit-code", "--format", "json", input: Data("none\nit tingles\nyes\nnone\n".utf8)
    )
    let kinds = try result.lines.map { line in
      try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }
    #expect(kinds.contains { ($0["topics"] as? [String]) == ["red-flags"] })
    #expect(kinds.last?["outcome"] as? String == "urgent-care")
    #expect(result.status == 4)
  }
}
