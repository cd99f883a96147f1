import Dialogue
import Testing
import Transcripts

@Suite struct RunnerTests {
  @Test func passesWhereEverythingHolds() {
    let result = Stub.run(
      """
          > ice
          Yes, [..] It helps with pain.

          Wrap the ice.
          @ topic: ice
          @ kind: answer
          @ cites: healthline, H062
          @ not cites: mayo
          @ outcome: none
          @ appointment: no
          @ says: 10 to 15
          @ never: /\\bcure/
          @ asks: none
          @ alternatives: none
      """)
    #expect(result.status == .passed, "\(RunReport([result]).text)")
    #expect(result.turnCount == 1)
  }

  /// A meaning line that is wrong for the ice reply, or for the triage reply, and what it got.
  static let meanings: [(message: String, line: String, got: String)] = [
    ("ice", "topic: rolling", "ice"), ("ice", "not topic: ice", "ice"),
    ("ice", "kind: triage", "answer"), ("ice", "cites: mayo", "healthline H062, blog B005"),
    ("ice", "outcome: emergency", "none"), ("ice", "says: cure", "it does not say so"),
    ("ice", "never: wrap", "it says so"), ("ice", "asks: run", "none"),
    ("run", "outcome: run-easy", "cross-train"),
    ("run", "outcome: at least emergency", "cross-train"),
    ("run", "rule: S2, X9", "S2, P14"), ("run", "slot run=2", "run=3"),
    ("run", "slot walk=1", "walk=unknown"), ("run", "slot level=1", "level=absent"),
    ("run", "move: shorter", "none"), ("run", "appointment: yes", "no"),
  ]

  @Test(arguments: meanings)
  func reportsAnotherMeaning(message: String, line: String, got: String) {
    let subject = Stub.subject(
      ["ice": Stub.ice, "run": Stub.outcome("cross-train", rules: ["S2", "P14"])])
    let result = Stub.run("\n    > \(message)\n    ...\n    @ \(line)\n", subject)
    let difference = result.failures.first?.meaning.first
    #expect(difference?.got == got)
    #expect(difference?.place == Place(path: "theme/case.md", line: 4, column: 5))
    #expect(result.failures.first?.diff.isEmpty == true)
  }

  @Test(arguments: ["slot run=3 walk=unknown", "slot level=absent", "outcome: at least modify"])
  func acceptsTheRightMeaning(line: String) {
    let subject = Stub.subject(["run": Stub.outcome("cross-train", rules: ["S2"])])
    #expect(Stub.run("    > run\n    ...\n    @ \(line)\n", subject).status == .passed)
  }

  @Test func aTurnThatExpectsNothingFails() {
    let result = Stub.run("    > ice\n")
    #expect(result.failures.first?.isUnrecorded == true)
  }

  @Test func everyPhrasingIsRun() {
    let subject = Stub.subject(["ice": Stub.ice, "cold pack": Stub.ice])
    let text = "    > ice\n    | cold pack\n    | frozen peas\n    @ topic: ice\n"
    let result = Stub.run(text, subject)
    #expect(result.turnCount == 3)
    #expect(result.failures.map(\.message) == ["frozen peas"])
    #expect(result.failures.first?.place.line == 3)
  }

  @Test func theStateGoesFromTurnToTurn() {
    let subject = TranscriptSubject(
      state: { 0 },
      respond: { message, count in
        count += 1
        return Stub.answer("ice", "Turn \(count) was \(message).")
      })
    let result = Stub.run("    > a\n    Turn 1 was a.\n\n    > b\n    Turn 2 was b.\n", subject)
    #expect(result.status == .passed)
  }

  @Test func anOpeningIsPlayedFirst() {
    let files = [
      "t/a.md": "    @ include ../_open.md\n\n    > ice\n    @ topic: ice\n",
      "_open.md": "    > ice\n    Nothing of the kind.\n",
    ]
    let subject = TranscriptRunner(Stub.subject())
    let result = subject.run(["t/a.md"], loader: Stub.loader(files)).first
    #expect(result?.turnCount == 2)
    #expect(result?.failures.map(\.place.lineOnly) == ["_open.md:1"])
  }

  @Test func wrongOpeningsAreSyntaxErrors() {
    let files = [
      "a.md": "    @ include a.md\n    > ice\n    ...\n", "b.md": "    @ include no.md\n",
    ]
    let results = TranscriptRunner(Stub.subject()).run(
      ["a.md", "b.md", "c.md"], loader: Stub.loader(files))
    #expect(
      results.map { $0.problems.first?.description } == [
        "a.md:1:15: error: 'a.md' includes itself",
        "b.md:1:15: error: cannot read 'no.md': No such file or directory",
        "c.md:1:1: error: cannot read 'c.md': No such file or directory",
      ])
  }

  @Test func whatTheSubjectRefusesIsReported() {
    let result = Stub.run("    @ given age 58\n    > ice\n    ...\n")
    #expect(
      result.problems.map(\.description) == [
        "theme/case.md:1:13: error: 'age 58' was not accepted: this subject takes no facts"
      ])
  }

  @Test func resultsComeInOrderFromManyThreads() {
    let files = Dictionary(
      uniqueKeysWithValues: (0..<50).map {
        ("t/\($0).md", "    > \($0)\n    I do not know \($0).\n")
      })
    let paths = (0..<50).map { "t/\($0).md" }
    let results = TranscriptRunner(Stub.subject()).run(
      paths, loader: Stub.loader(files), workers: 4)
    #expect(results.map(\.path) == paths)
    #expect(results.allSatisfy { $0.status == .passed })
  }
}
