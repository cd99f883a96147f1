import ArgumentParser
import Dialogue
import Terminal
import Transcripts

extension Coverage.Column: ExpressibleByArgument {
  init?(argument: String) {
    self.init(rawValue: argument == "slot-values" ? "slot values" : argument)
  }
}

extension TranscriptCommand {
  /// What of the assistant some transcript reaches.
  struct CoverageOfTranscripts: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "coverage", abstract: "List what no transcript reaches.",
      discussion: "Exit status 1 where a required column is not whole.")

    @OptionGroup var selection: TranscriptSelection

    @Option(
      help: ArgumentHelp(
        "A column that must be whole: topics, claims, rules, slot-values, guards, declines, "
          + "moves or commands. May be given several times.", valueName: "column"))
    var require: [Coverage.Column] = []

    @Flag(help: "Print a transcript for each rule that none reaches.")
    var stubs = false

    @Option(help: ArgumentHelp("Where names are looked up for their place.", valueName: "dir"))
    var definitions = "Knowledge"

    @OptionGroup var options: GlobalOptions

    func run() throws {
      let bench = try TranscriptBench(options)
      let paths = try selection.files(bench.loader)
      let results = bench.runner.run(paths, loader: bench.loader)
      var coverage = Coverage(bench.assistant.knowledge, bench.assistant.conversation.table)
      coverage.add(results)
      let finder = DefinitionFinder(folder: options.knowledge ?? definitions)
      let report = CoverageReport(coverage, finder: finder, required: require)
      let out = OutputStream.standardOutput
      switch options.format {
      case .text: try out.write(report.text(withStubs: stubs))
      case .json: try out.write(report.json + "\n")
      }
      if !report.isPassed { throw Failure.reported }
    }
  }
}
