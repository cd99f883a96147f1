import Dialogue
import Testing
import Transcripts

/// Something broken on purpose is noticed at the right line and with the right grade.
@Suite struct BreakageTests {
  static let text = """
    # Ice, then a check

        > ice
        Yes, for 10 to 15 minutes after a run [1]. [..]

        ...
        @ topic: ice
        @ cites: H062

        > check
        ...
        @ outcome: cross-train
        @ rule: S2
    """

  static let check = Stub.outcome("cross-train", rules: ["S2"])

  struct Breakage: Sendable {
    var name: String
    var ice = Stub.ice
    var check = BreakageTests.check
    var line: Int
    var grade: RecordingGrade
  }

  static var breakages: [Breakage] {
    var otherSource = Breakage(name: "source", line: 8, grade: .sources)
    otherSource.ice.citations[0].claim = "H063"
    var otherTopic = Breakage(name: "topic", line: 7, grade: .topic)
    otherTopic.ice.topics = ["rolling"]
    var threshold = Breakage(name: "threshold", line: 12, grade: .milder)
    threshold.check = Stub.outcome("modify", rules: ["P14"])
    var wording = Breakage(name: "wording", line: 3, grade: .wording)
    wording.ice.blocks[0] = .paragraph("Yes, for 15 minutes after a run [1]. It helps.")
    return [otherSource, otherTopic, threshold, wording]
  }

  @Test(arguments: breakages)
  func isNoticed(breakage: Breakage) {
    let subject = Stub.subject(["ice": breakage.ice, "check": breakage.check])
    let (transcript, problems) = TranscriptParser.parse(Self.text, path: "t/a.md")
    #expect(problems.isEmpty)
    let runner = TranscriptRunner(subject)
    let result = runner.run(transcript)
    #expect(result.failures.count == 1)
    #expect(result.failures.first?.firstPlace.line == breakage.line, "\(breakage.name)")
    let recording = TranscriptRecorder(runner, isNamed: false).record(transcript)
    #expect(recording.changes.map(\.grade) == [breakage.grade], "\(breakage.name)")
  }

  @Test func nothingIsNoticedWhereNothingIsBroken() {
    let subject = Stub.subject(["ice": Stub.ice, "check": Self.check])
    #expect(Stub.run(Self.text, subject).status == .passed)
  }
}
