import ArgumentParser
import Dialogue
import Matching
import Terminal
import Triage

/// Scores the matcher on labelled questions.
struct EvalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "eval", abstract: "Score the matcher on labelled questions.",
    discussion: """
      A file holds one JSON object a line: id, text, topics (or ["none"]), ok (topics that fit as \
      well), multi (all topics are asked for), red_flag.
      """)

  @OptionGroup var options: GlobalOptions

  @Option(
    help: ArgumentHelp(
      "Fail with status 1 where fewer in-scope questions are answered right.", valueName: "share"))
  var atLeast: Double?

  @Argument(help: "Files of labelled questions.")
  var files: [String]

  func run() throws {
    let assistant = try Assistant.load(options)
    let screen = Screen(options)
    var rows: [EvaluationRow] = []
    for file in files { rows += try self.rows(of: file) }
    let reader = assistant.conversation.reader
    let showsProgress = OutputStream.standardError.isTerminal
    let report = Evaluation.report(
      on: rows, matcher: assistant.matcher, hasRedFlag: { reader.read($0).isAlarming },
      progress: { done in
        guard showsProgress, done % 50 == 0 || done == rows.count else { return }
        try? OutputStream.standardError.write("\r\(done) of \(rows.count)")
      })
    if showsProgress { try? OutputStream.standardError.write("\n") }
    let text = EvaluationText(report)
    let shown = options.format == .json ? text.json : text.lines.joined(separator: "\n")
    try screen.out.write(shown + "\n")
    if let atLeast, report.right.value < atLeast { throw Failure.reported }
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
          isMulti: row["multi"]?.flag ?? false, isRedFlag: row["red_flag"]?.flag ?? false))
    }
    return rows
  }
}

/// A report of scores as text and as JSON.
struct EvaluationText {
  private let report: EvaluationReport

  init(_ report: EvaluationReport) {
    self.report = report
  }

  private var shares: [(name: String, share: EvaluationReport.Share)] {
    [
      ("in scope, answered right", report.right),
      ("in scope, right or offered", report.rightOrOffered),
      ("in scope, wrong", report.wrong),
      ("in scope, declined", report.declinedInside),
      ("first candidate fits", report.firstFits),
      ("one of three fits", report.firstThreeFit),
      ("out of scope, declined", report.outsideDeclined),
      ("out of scope, declined or asked", report.outsideDeclinedOrAsked),
      ("declines that were right", report.declinePrecision),
      ("two requests, both answered", report.multiBoth),
      ("red flags caught", report.redFlags),
    ]
  }

  private var numbers: [(name: String, value: Double)] {
    [
      ("mean cost", report.cost), ("calibration error", report.calibrationError),
      ("area under the curve", report.areaUnderCurve),
    ]
  }

  var lines: [String] {
    var lines = ["\(report.rows) rows", ""]
    for (name, share) in shares {
      lines.append(padded(name, 34) + percent(share.value) + "  \(share.count) of \(share.total)")
    }
    for (name, value) in numbers { lines.append(padded(name, 34) + decimal(value)) }
    lines += ["", "Confidence and how often it was right:"]
    for bin in report.reliability where bin.right.total > 0 {
      let bar = String(repeating: "#", count: Int((bin.right.value * 40).rounded()))
      lines.append(
        "  \(decimal(bin.meanConfidence))  \(percent(bin.right.value))  "
          + padded(bar, 41) + "\(bin.right.total)")
    }
    lines += ["", "What costs most:"]
    for confusion in report.confusions.prefix(15) {
      lines.append(
        "  \(decimal(confusion.cost))  \(confusion.expected) taken for \(confusion.got ?? "none"): "
          + (confusion.examples.first ?? ""))
    }
    lines += ["", padded("topic", 22) + "right   precision"]
    for topic in report.topics {
      lines.append(
        padded(topic.topic, 22) + percent(topic.right.value) + "  " + percent(topic.precision.value)
          + "  of \(topic.right.total)")
    }
    return lines
  }

  var json: String {
    var json = JSONText()
    json.object { json in
      json.key("rows")
      json.value(report.rows)
      for (name, share) in shares {
        json.key(key(name))
        json.value(share.value)
      }
      for (name, value) in numbers {
        json.key(key(name))
        json.value(value)
      }
      json.key("topics")
      json.object { json in
        for topic in report.topics {
          json.key(topic.topic)
          json.object { json in
            json.key("right")
            json.value(topic.right.value)
            json.key("precision")
            json.value(topic.precision.value)
            json.key("rows")
            json.value(topic.right.total)
          }
        }
      }
      json.key("confusions")
      json.array { json in
        for confusion in report.confusions {
          json.object { json in
            json.key("expected")
            json.value(confusion.expected)
            json.key("got")
            json.value(confusion.got)
            json.key("cost")
            json.value(confusion.cost)
            json.key("examples")
            json.array(confusion.examples)
          }
        }
      }
    }
    return json.text
  }

  private func key(_ name: String) -> String {
    String(name.map { $0.isLetter ? $0 : "_" }).replacing("__", with: "_")
  }

  private func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
  }

  /// "87.5 %", five columns before the blank.
  private func percent(_ value: Double) -> String {
    let tenths = Int((value * 1000).rounded())
    let text = "\(tenths / 10).\(tenths % 10)"
    return String(repeating: " ", count: max(0, 5 - text.count)) + text + " %"
  }

  /// Three decimals.
  private func decimal(_ value: Double) -> String {
    let thousandths = Int((value * 1000).rounded())
    let fraction = String(thousandths % 1000)
    return "\(thousandths / 1000)." + String(repeating: "0", count: 3 - fraction.count) + fraction
  }
}
