import ArgumentParser
import Dialogue
import Knowledge
import Matching
import Terminal
import Transcripts
import Triage

/// Conversations that are documentation and tests at once.
struct TranscriptCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "transcript", abstract: "Run, record and count transcripts.",
    discussion: "The form of a transcript is described in Transcripts/README.md.",
    subcommands: [Run.self, Record.self, CoverageOfTranscripts.self], defaultSubcommand: Run.self)
}

/// Which transcripts a command is about.
struct TranscriptSelection: ParsableArguments {
  @Argument(
    help: "Files or folders; Transcripts/ where there are none.", completion: .file())
  var paths: [String] = []

  @Option(help: ArgumentHelp("Only those whose path has this text.", valueName: "text"))
  var name: String?

  @Option(help: ArgumentHelp("Only those in this folder.", valueName: "folder"))
  var theme: String?

  @Option(
    help: ArgumentHelp("Only those with a turn on this topic.", valueName: "id"),
    completion: .topic)
  var topic: String?

  /// Folders and files as given, or the folder of all.
  var roots: [String] { paths.isEmpty ? ["Transcripts"] : paths }

  /// Nothing narrows the whole collection down.
  var isWhole: Bool {
    ["Transcripts", "Transcripts/"].contains(roots.joined(separator: " ")) && name == nil
      && theme == nil && topic == nil
  }

  /// The files were named one by one.
  var namesFiles: Bool { !paths.isEmpty && !paths.contains(where: FileSystem.isFolder) }

  /// The files in order.
  func files(_ loader: TranscriptLoader) throws -> [String] {
    let all: [String]
    do {
      all = try TranscriptLoader.paths(in: roots)
    } catch {
      throw Failure.unreadable(path: error.path, code: error.code)
    }
    let chosen = all.filter { path in
      if let name, !path.contains(name) { return false }
      guard theme != nil || topic != nil else { return true }
      let transcript = loader.load(path).transcript
      if let theme, transcript.theme != theme { return false }
      guard let topic else { return true }
      return transcript.turns.contains { turn in
        turn.meaning.contains { line in
          guard case .topics(let topics) = line.check, !line.isNegated else { return false }
          return topics.contains(topic)
        }
      }
    }
    guard !chosen.isEmpty else {
      // A run of nothing must not pass for one in which all is well.
      try OutputStream.standardError.write(
        "firststep: no transcript in \(roots.joined(separator: ", ")) fits\n")
      throw Failure.reported
    }
    return chosen
  }
}

/// What every subcommand needs: the assistant as a subject, and a reader that knows its names.
struct TranscriptBench {
  let assistant: Assistant
  let loader: TranscriptLoader
  let runner: TranscriptRunner

  init(_ options: GlobalOptions, remembering: Bool = false) throws {
    let assistant = try Assistant.load(options, remembering: remembering)
    let table = assistant.conversation.table
    self.assistant = assistant
    loader = TranscriptLoader(vocabulary: Vocabulary(assistant.knowledge, table))
    let conversation = assistant.conversation
    let subject = TranscriptSubject(conversation) { message in
      Explanation(
        message: message, match: conversation.matcher.match(message, explaining: true),
        reading: conversation.reader.read(message)
      ).lines(width: 70).joined(separator: "\n")
    }
    runner = TranscriptRunner(subject, slotWords: SlotWords(table))
  }

  /// How long a run took, and how long the same takes without the matcher.
  static func timing(of paths: [String], _ elapsed: Duration, _ options: GlobalOptions) throws
    -> String
  {
    let bench = try TranscriptBench(options, remembering: true)
    // Matches every message; the second run finds the results at hand.
    _ = bench.runner.run(paths, loader: bench.loader)
    let rest = ContinuousClock().measure { _ = bench.runner.run(paths, loader: bench.loader) }
    return "\(seconds(elapsed)) on \(Workers.cores) threads; without the matcher \(seconds(rest))"
  }

  private static func seconds(_ duration: Duration) -> String {
    let milliseconds = duration / .milliseconds(1)
    return "\(milliseconds.rounded() / 1000) s"
  }
}
