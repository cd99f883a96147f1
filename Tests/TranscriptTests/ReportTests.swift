import Testing
import Transcripts

@Suite struct ReportTests {
  static let failing =
    "# Ice\n\n    > ice\n    Yes, for 20 minutes [..]\n    ...\n    @ topic: rolling\n"

  @Test func aFailureNamesEverythingThatIsNeeded() {
    let text = RunReport([Stub.run(Self.failing)]).text
    #expect(
      text == """
        theme/case.md:3: the reply is not as expected
          > ice
          - Yes, for 20 minutes [..]
          + Yes, for 10 to 15 minutes after a run [1].
            ...
          @ topic: rolling  got: ice  (theme/case.md:6)
          other topic; to accept it: firststep transcript record theme/case.md

        1 transcripts, 1 turns: 0 passed, 1 failed

        """)
  }

  @Test func whyIsShown() {
    let subject = TranscriptSubject {
      var session = TranscriptSubject.Session { _ in .init(Stub.ice) }
      session.why = { "ice: word 'ice'\nrunner-up rolling" }
      return session
    }
    let text = RunReport([Stub.run(Self.failing, subject)]).text
    #expect(text.contains("  why: ice: word 'ice'\n       runner-up rolling\n"))
  }

  @Test func tap() {
    let report = RunReport([Stub.run("    > ice\n    ...\n"), Stub.run(Self.failing)])
    let lines = report.tap.split(separator: "\n")
    #expect(
      lines.prefix(6) == [
        "TAP version 14", "1..2", "ok 1 - theme/case.md", "not ok 2 - theme/case.md", "  ---",
        "  message: |",
      ])
  }

  @Test func junit() {
    let xml = RunReport([Stub.run(Self.failing)]).junit
    #expect(xml.contains("<testsuite name=\"theme\" tests=\"1\" failures=\"1\" skipped=\"0\">"))
    #expect(xml.contains("name=\"Ice\" file=\"theme/case.md\" line=\"3\""))
    #expect(xml.contains("&gt; ice"))
  }

  @Test func knownFailuresMayFailAndMustNotPass() {
    let (list, problems) = KnownFailures.parse(
      "# reasons\ntheme/bad.md: the matcher takes it for rolling\ntheme/good.md: fixed\n",
      path: "known.txt")
    #expect(problems.isEmpty)
    let files = ["x/theme/bad.md": Self.failing, "x/theme/good.md": "    > ice\n    ...\n"]
    let results = TranscriptRunner(Stub.subject()).run(
      files.keys.sorted(), loader: Stub.loader(files), known: list)
    #expect(results.map(\.status) == [.known, .fixed])
    #expect(!RunReport(results).isPassed)
    #expect(RunReport(Array(results.prefix(1))).isPassed)
    #expect(RunReport(results).text.contains("good.md: error: passes now"))
    #expect(RunReport(results).tap.contains("# TODO the matcher takes it for rolling"))
  }

  @Test func theListItselfIsChecked() {
    let (list, problems) = KnownFailures.parse("a.md\nb.md: x\nb.md: y\n", path: "known.txt")
    #expect(problems.map(\.place.line) == [1, 3])
    #expect(
      list.problems(amongAll: ["t/c.md"]).map(\.description).first
        == "known.txt:2:1: error: there is no transcript 'b.md'")
  }
}
