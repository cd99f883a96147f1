import ArgumentParser
import Dialogue
import Knowledge
import Matching
import Terminal
import Triage

/// Scores the matcher on labelled questions, or by cross-validation on the phrasings.
struct EvalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "eval",
    abstract: "Score the matcher on labelled questions, or by cross-validation on the phrasings.",
    discussion: """
      A file holds one JSON object a line: id, text, topics (or ["none"]), ok (topics that fit as \
      well), multi (all topics are asked for), red_flag, group (scored on its own too).
      With --folds K the phrasings of the knowledge are scored by models that had not seen them, \
      with what each pair of thresholds costs and how much more phrasings would help.
      """)

  @OptionGroup var options: GlobalOptions

  @Option(
    help: ArgumentHelp(
      "Cross-validate on the phrasings in so many parts, 2 or more.", valueName: "k"))
  var folds: Int?

  @Option(
    help: ArgumentHelp("Keep the scores in this file, each with a tolerance.", valueName: "file"))
  var save: String?

  @Option(
    help: ArgumentHelp(
      "Fail with status 1 where a score is worse than in this file by more than its tolerance.",
      valueName: "file"))
  var against: String?

  @Option(
    help: ArgumentHelp(
      "Fail with status 1 where fewer in-scope questions are answered right.", valueName: "share"))
  var atLeast: Double?

  @Flag(help: "Make one slip in one word of every question first.")
  var slips = false

  @Argument(help: "Files of labelled questions.", completion: .file())
  var files: [String] = []

  func validate() throws {
    if let folds, folds < 2 {
      throw ValidationError("'--folds' takes a number of 2 or more, not \(folds)")
    }
    if (folds == nil) == files.isEmpty {
      throw ValidationError("files of labelled questions, or '--folds' without files, are needed")
    }
  }

  func run() throws {
    let screen = Screen(options)
    let report: EvaluationReport
    let shown: String
    if let folds {
      let result = try crossValidate(folds)
      let text = CrossValidationText(result)
      report = result.report
      shown = options.format == .json ? text.json : text.lines.joined(separator: "\n")
    } else {
      report = try score()
      let text = EvaluationText(report)
      shown = options.format == .json ? text.json : text.lines.joined(separator: "\n")
    }
    try screen.out.write(shown + "\n")
    if let save { try SavedScores(report).write(to: save) }
    var isBelow = atLeast.map { report.right.value < $0 } ?? false
    if let against {
      for failure in try SavedScores(path: against).failures(of: report) {
        try OutputStream.standardError.write("firststep: \(failure)\n")
        isBelow = true
      }
    }
    if isBelow { throw Failure.reported }
  }

  private func score() throws -> EvaluationReport {
    let assistant = try Assistant.load(options)
    var rows: [EvaluationRow] = []
    for file in files { rows += try self.rows(of: file) }
    if slips {
      var maker = SlipMaker(seed: 7)
      for index in rows.indices {
        rows[index].text = maker.slip(in: rows[index].text) ?? rows[index].text
      }
    }
    let reader = assistant.conversation.reader
    let showsProgress = OutputStream.standardError.isTerminal
    let report = Evaluation.report(
      on: rows, matcher: assistant.matcher, hasRedFlag: { reader.read($0).isAlarming },
      progress: { done in
        guard showsProgress, done % 50 == 0 || done == rows.count else { return }
        try? OutputStream.standardError.write("\r\(done) of \(rows.count)")
      })
    if showsProgress { try? OutputStream.standardError.write("\n") }
    return report
  }

  private func crossValidate(_ folds: Int) throws -> CrossValidationReport {
    let blob = try Assistant.blob(options)
    var knowledge = try Assistant.load(options).knowledge
    try knowledge.readPhrasings(from: blob)
    return MatcherTraining.crossValidate(knowledge, compiled: blob, folds: folds) { step in
      try? OutputStream.standardError.write(step + "\n")
    }
  }

  private func rows(of path: String) throws -> [EvaluationRow] {
    let text = try MappedFile(path: path).withBytes { String(decoding: $0, as: UTF8.self) }
    var rows: [EvaluationRow] = []
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    where !line.allSatisfy(\.isWhitespace) {
      guard let row = JSONValue(line: String(line)), let question = row["text"]?.text,
        let topics = row["topics"]?.list?.compactMap(\.text), !topics.isEmpty
      else {
        throw Failure.usage(
          "\(path):\(number + 1): a row needs a text and a list of topics", nearest: nil)
      }
      rows.append(
        EvaluationRow(
          id: row["id"]?.text ?? String(number + 1), text: question, topics: topics,
          alsoFitting: row["ok"]?.list?.compactMap(\.text) ?? [],
          isMulti: row["multi"]?.flag ?? false, isRedFlag: row["red_flag"]?.flag ?? false,
          group: row["group"]?.text))
    }
    return rows
  }
}
