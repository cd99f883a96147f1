import Dialogue
import Testing
import Transcripts

@Suite struct RecorderTests {
  /// Records a text against a subject that answers "ice" with the reply.
  private func record(
    _ text: String, _ reply: Reply = Stub.ice, isNamed: Bool = false, acceptsMilder: Bool = false
  ) -> Recording {
    let (transcript, problems) = TranscriptParser.parse(text, path: "t/a.md")
    let runner = TranscriptRunner(Stub.subject(["ice": reply]))
    return TranscriptRecorder(runner, isNamed: isNamed, acceptsMilder: acceptsMilder)
      .record(transcript, problems: problems)
  }

  @Test func fillsInANewTurn() {
    let recording = record("# Ice\n\nProse.\n\n    > ice\n    | cold\n\nMore prose.\n")
    #expect(recording.changes.first?.grade == .new)
    #expect(
      recording.text == """
        # Ice

        Prose.

            > ice
            | cold
            Yes, for 10 to 15 minutes after a run [1]. It helps with pain.

            Wrap the ice.
            @ topic: ice
            @ cites: healthline, blog

        More prose.

        """)
  }

  @Test func whatHoldsIsNotTouched() {
    let recording = record("    > ice\n    Yes, [..]\n       ...\n    @ topic: ice\n")
    #expect(recording.text == nil)
    #expect(recording.changes.isEmpty)
  }

  /// Expected lines of the ice reply, and what recording makes of them.
  static let merges: [(old: String, new: String)] = [
    (
      "Yes, for 20 minutes after a run [1].\n...", "Yes, for 10 to 15 minutes after a run [1].\n..."
    ),
    ("Yes, [..]\n\nNever wrap the ice.", "Yes, [..]\n\nWrap the ice."),
    (
      "No, for 20 [..] a run [1]. It helps with pain.\n\n...",
      "Yes, for 10 [..] a run [1]. It helps with pain.\n\n..."
    ),
    (
      "...\nIt helps with\npain.\n? Related: ice\nAnd more.\n! cure",
      "...\nIt helps with pain.\n? Related: ice\n\nWrap the ice.\n! cure"
    ),
    ("Wrong.", "Yes, for 10 to 15 minutes after a run [1]. It helps with pain.\n\nWrap the ice."),
  ]

  @Test(arguments: merges)
  func keepsWildcards(old: String, new: String) {
    func file(_ lines: String) -> String {
      let body = lines.split(separator: "\n", omittingEmptySubsequences: false)
      return "    > ice\n" + body.map { $0.isEmpty ? "" : "    \($0)" }.joined(separator: "\n")
        + "\n    @ topic: ice\n"
    }
    let recording = record(file(old))
    #expect(recording.changes.map(\.grade) == [.wording])
    #expect(recording.text == file(new))
    if let text = recording.text { #expect(record(text).changes.isEmpty) }
  }

  /// A turn on "ice", the reply that it gets, and the grade of the change.
  static let grades: [(lines: String, reply: Reply, grade: RecordingGrade)] = [
    ("Other words.", Stub.ice, .wording),
    ("...\n    @ cites: mayo", Stub.ice, .sources),
    ("Other words.\n    @ topic: rolling", Stub.ice, .topic),
    ("...\n    @ kind: question", Stub.ice, .topic),
    ("...\n    @ outcome: run-easy", Stub.outcome("modify", rules: []), .harsher),
    ("...\n    @ outcome: emergency", Stub.outcome("modify", rules: []), .milder),
    ("...\n    @ outcome: at least emergency", Stub.outcome("modify", rules: []), .milder),
    ("...\n    @ outcome: modify", Stub.ice, .milder),
    ("...\n    @ not outcome: modify", Stub.outcome("modify", rules: []), .demand),
    ("...\n    @ appointment: yes", Stub.ice, .milder),
    ("...\n    @ rule: S2", Stub.ice, .reasons),
    ("Other words.", Stub.outcome("modify", rules: []), .reasons),
    ("...\n    @ says: cure", Stub.ice, .demand),
    ("...\n    @ not topic: ice", Stub.ice, .demand),
    ("! Wrap [..]", Stub.ice, .demand),
  ]

  @Test(arguments: grades)
  func gradesAChange(lines: String, reply: Reply, grade: RecordingGrade) {
    let text = "    > ice\n    \(lines)\n"
    #expect(record(text, reply).changes.map(\.grade) == [grade])
    let isBulk = grade <= .wording
    #expect((record(text, reply).text != nil) == isBulk)
    let isNamed = grade <= .harsher
    #expect((record(text, reply, isNamed: true).text != nil) == isNamed)
    let isForced = grade <= .milder
    let forced = record(text, reply, isNamed: true, acceptsMilder: true)
    #expect((forced.text != nil) == isForced)
    if let text = forced.text { #expect(record(text, reply).changes.isEmpty, "\(text)") }
  }

  @Test func aMilderOutcomeIsWrittenOnlyWhenAskedFor() {
    let text = "    > ice\n    Decided.\n    @ outcome: emergency\n    @ rule: X8\n"
    let reply = Stub.outcome("run-easy", rules: ["S1"])
    let report = RecordingReport([record(text, reply, isNamed: true)])
    #expect(!report.isComplete)
    #expect(report.text.contains("t/a.md:1: milder outcome: not recorded; name the file and give"))
    let forced = record(text, reply, isNamed: true, acceptsMilder: true)
    #expect(
      forced.text == "    > ice\n    Decided.\n    @ outcome: run-easy\n    @ rule: S1\n")
  }

  @Test func windowsLineEndsAndFencesStay() {
    let recording = record("```transcript\r\n> ice\r\nOld.\r\n```\r\n")
    #expect(
      recording.text == "```transcript\r\n> ice\r\n"
        + "Yes, for 10 to 15 minutes after a run [1]. It helps with pain.\r\n\r\nWrap the ice.\r\n"
        + "```\r\n")
  }

  @Test(arguments: [("CI", "true"), ("FIRSTSTEP_RECORD", "never")])
  func testsDoNotRecord(name: String, value: String) {
    #expect(TranscriptRecorder.refusal { $0 == name ? value : nil } != nil)
    #expect(TranscriptRecorder.refusal { _ in nil } == nil)
    #expect(TranscriptRecorder.refusal { $0 == "CI" ? "false" : nil } == nil)
  }

  @Test func aConversationBecomesATranscript() {
    var writer = TranscriptWriter(title: "A talk", introduction: "As it was held.")
    writer.add("ice", Stub.ice)
    var odd = Stub.answer("ice", "? really|> not typed|... and [..] more")
    odd.repairs = [Repair(from: "icce", to: "ice")]
    writer.add("icce\n\nplease", odd)
    writer.add("", Stub.outcome("cross-train", rules: ["S2", "P14"]))
    let subject = Stub.subject([
      "ice": Stub.ice, "icce\n\nplease": odd,
      "": Stub.outcome("cross-train", rules: ["S2", "P14"]),
    ])
    let result = Stub.run(writer.text, subject)
    #expect(result.status == .passed, "\(RunReport([result]).text)\n\(writer.text)")
    #expect(result.turnCount == 3)
    #expect(writer.text.contains("    @ slot run=3 walk=unknown\n"))
    #expect(writer.text.contains("    @ repair: icce -> ice\n"))
  }

  @Test func filesAreReplacedInOneStep() throws {
    let path = "/tmp/firststep-transcript-\(UInt64.random(in: 0...UInt64.max)).md"
    try FileSystem.write("one\n", to: path)
    try FileSystem.write("two\n", to: path)
    #expect(try FileSystem.read(path) == "two\n")
    #expect(throws: FileProblem.self) { try FileSystem.write("x", to: "/no/such/folder/file") }
    #expect(throws: FileProblem.self) { try FileSystem.read(path + ".missing") }
  }
}
