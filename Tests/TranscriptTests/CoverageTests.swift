import Dialogue
import Knowledge
import Testing
import Transcripts

@Suite struct CoverageTests {
  static var coverage: Coverage {
    var table = TriageTable()
    table.rules = [
      TriageRule(id: "S1", kind: .seed, conditions: [], verdict: Verdict(.runEasy)),
      TriageRule(
        id: "S2", kind: .seed, conditions: [SlotCondition(.run, atLeast: 3)],
        verdict: Verdict(.crossTrain), means: "pain through the whole run"),
      TriageRule(
        id: "P14", kind: .precaution, conditions: [SlotCondition(.run, atLeast: 2)],
        verdict: Verdict(.modify)),
    ]
    var coverage = Coverage(KnowledgeBase(), table, commands: ["why", "save"])
    coverage.all[.topics] = ["ice", "rolling"]
    coverage.all[.slotValues] = ["run=0", "run=3"]
    return coverage
  }

  @Test func countsWhatRepliesReport() {
    var coverage = Self.coverage
    let subject = Stub.subject([
      "ice": Stub.ice, "check": Stub.outcome("cross-train", rules: ["S2", "P14"]),
    ])
    coverage.add([Stub.run("    > ice\n    ...\n\n    > check\n    ...\n", subject)])
    #expect(coverage.unreached(.topics) == ["rolling"])
    #expect(coverage.unreached(.slotValues) == ["run=0"])
    // P14 fired, but S2 decided.
    #expect(coverage.unreached(.rules) == ["S1", "P14"])
    #expect(coverage.counts(.commands) == (0, 2))
  }

  @Test func tracesCount() {
    var coverage = Self.coverage
    var trace = TurnTrace()
    trace.commands = ["why"]
    coverage.add(.init(Stub.ice, trace: trace))
    #expect(coverage.unreached(.commands) == ["save"])
  }

  @Test func whatIsMissingIsNamedWithItsPlace() {
    var finder = DefinitionFinder()
    finder.add("id: rolling\ntitle: Rolling\n", path: "K/topics/rolling.yaml")
    finder.add(
      "slots:\n  - id: run\n    values:\n      - word: none\n      - word: fades\nrules:\n  - id: S2\n",
      path: "K/triage.yaml")
    #expect(finder.place(of: "run=1", in: .slotValues)?.lineOnly == "K/triage.yaml:5")
    #expect(finder.place(of: "run=2", in: .slotValues) == nil)
    let report = CoverageReport(Self.coverage, finder: finder, required: [.topics])
    #expect(!report.isPassed)
    let text = report.text(withStubs: true)
    #expect(text.contains("topics      0 of 2, 0 %\n"))
    #expect(text.contains("  K/topics/rolling.yaml:1: rolling\n"))
    #expect(text.contains("  K/triage.yaml:7: S2\n"))
    #expect(text.contains("# S2: pain through the whole run\n"))
  }

  @Test func aStubIsATranscript() {
    let stub = Self.coverage.stub(forRule: "S2") ?? ""
    let (transcript, problems) = TranscriptParser.parse(stub, path: "stub.md")
    #expect(problems.isEmpty)
    #expect(stub.contains(" run=3"))
    #expect(transcript.turns.first?.meaning.map(\.source) == ["outcome: cross-train", "rule: S2"])
  }
}
