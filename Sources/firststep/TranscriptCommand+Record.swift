import ArgumentParser
import Terminal
import Transcripts

extension TranscriptCommand {
  /// Writes new replies into transcripts.
  struct Record: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "record", abstract: "Write new replies into transcripts.",
      discussion: """
        Changed wording and new turns are always written. Other sources, another topic or a harsher \
        outcome are written only into files that are named, a milder outcome only with \
        --accept-milder. Exit status 1 where something was left, and where CI is set.
        """)

    @OptionGroup var selection: TranscriptSelection

    @Flag(help: "Accept a milder outcome in the files that are named.")
    var acceptMilder = false

    @Flag(help: "Write the words also of turns that only have '@' lines, and the lines they lack.")
    var fill = false

    @Flag(help: "Say what would change; write nothing.")
    var dryRun = false

    @OptionGroup var options: GlobalOptions

    func run() throws {
      let environment = ProcessEnvironment.current
      if let refusal = TranscriptRecorder.refusal({ environment[$0] }) {
        try OutputStream.standardError.write("firststep: \(refusal)\n")
        throw Failure.reported
      }
      let bench = try TranscriptBench(options)
      let paths = try selection.files(bench.loader)
      let recorder = TranscriptRecorder(
        bench.runner, isNamed: selection.namesFiles, acceptsMilder: acceptMilder, fills: fill)
      let loader = bench.loader
      let recordings = Workers.map(paths) { path in
        let (transcript, problems) = loader.load(path)
        return recorder.record(transcript, problems: problems)
      }
      if !dryRun { try write(recordings) }
      let report = RecordingReport(recordings)
      try OutputStream.standardOutput.write(report.text)
      if !report.isComplete { throw Failure.reported }
    }

    private func write(_ recordings: [Recording]) throws {
      for recording in recordings {
        guard let text = recording.text else { continue }
        do {
          try FileSystem.write(text, to: recording.path)
        } catch {
          throw Failure.inputOutput("cannot write \(error.path)", code: error.code)
        }
      }
    }
  }
}
