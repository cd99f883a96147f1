import Dialogue
import Testing
import Transcripts

@Suite struct SpeedTests {
  /// What the tool itself costs, without the assistant: prints the time, and asserts nothing of it.
  @Test func aThousandTranscriptsOfTenTurns() {
    let turn = """
          > ice
          Yes, [..] It helps
          with pain.

          ...
          @ topic: ice
          @ cites: healthline
          @ never: cure


      """
    let text = "# Ice\n\n" + String(repeating: turn, count: 10)
    let paths = (0..<1000).map { "t/\($0).md" }
    let loader = TranscriptLoader { _ throws(FileProblem) in text }
    let runner = TranscriptRunner(Stub.subject())
    let clock = ContinuousClock()
    var results: [TranscriptResult] = []
    let time = clock.measure { results = runner.run(paths, loader: loader) }
    #expect(results.allSatisfy { $0.status == .passed && $0.turnCount == 10 })
    print("1,000 transcripts of ten turns: \(time)")
  }
}
