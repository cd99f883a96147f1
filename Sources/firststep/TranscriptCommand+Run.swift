import ArgumentParser
import Terminal
import Transcripts

extension RunReport.Format: ExpressibleByArgument {}

extension TranscriptCommand {
  /// Plays transcripts and compares every reply.
  struct Run: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "run", abstract: "Play transcripts and compare every reply.",
      discussion: "Exit status 1 on any difference.")

    @OptionGroup var selection: TranscriptSelection

    @Option(help: "How results are printed: text, tap or junit.")
    var report: RunReport.Format = .text

    @Flag(help: "Run each again with changes that must not change what it means.")
    var variants = false

    @Option(help: ArgumentHelp("Share of variants that must hold, in percent.", valueName: "n"))
    var bar = 98.0

    @Option(help: ArgumentHelp("Choose other typos and fillers.", valueName: "n"))
    var seed: UInt64 = 0

    @Flag(help: "Say how long it took, and how long without the matcher.")
    var time = false

    @Option(
      help: ArgumentHelp(
        "The list of known failures; known-failures.txt in Transcripts/ by default.",
        valueName: "file"))
    var known: String?

    @OptionGroup var options: GlobalOptions

    func run() throws {
      // Variants play the same messages over and over.
      let bench = try TranscriptBench(options, remembering: variants && !time)
      let paths = try selection.files(bench.loader)
      var (list, problems) = try knownFailures()
      if selection.isWhole { problems += list.problems(amongAll: paths) }
      let clock = ContinuousClock()
      let start = clock.now
      let results = bench.runner.run(paths, loader: bench.loader, known: list)
      let elapsed = start.duration(to: clock.now)
      let report = RunReport(results, listProblems: problems)
      let out = OutputStream.standardOutput
      try out.write(report.rendered(as: self.report))
      let side = self.report == .text ? out : OutputStream.standardError
      if time { try side.write(TranscriptBench.timing(of: paths, elapsed, options) + "\n") }
      var isPassed = report.isPassed
      if variants {
        let run = VariantRun(bench.runner, seed: seed)
        let variants = VariantReport(run.run(paths, loader: bench.loader))
        try side.write(variants.text)
        isPassed = isPassed && variants.isPassed(bar: bar / 100)
      }
      if !isPassed { throw Failure.reported }
    }

    private func knownFailures() throws -> (KnownFailures, [KnownFailures.Problem]) {
      let path = known ?? "Transcripts/known-failures.txt"
      guard known != nil || FileSystem.exists(path) else { return (KnownFailures(), []) }
      do {
        return KnownFailures.parse(try FileSystem.read(path), path: path)
      } catch {
        throw Failure.unreadable(path: error.path, code: error.code)
      }
    }
  }
}
