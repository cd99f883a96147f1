import Dialogue
import Matching
import Terminal

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Scores that were reached once, each with how much worse it may become; one JSON object a line.
struct SavedScores {
  private struct Score {
    var metric: String
    var value: Double
    var tolerance: Double
  }

  private var scores: [Score]

  /// The scores of a report with their usual tolerances.
  init(_ report: EvaluationReport) {
    scores = SavedScores.metrics(of: report).map { name, value in
      Score(metric: name, value: value, tolerance: SavedScores.tolerance(of: name))
    }
  }

  /// Reads a file that `write` wrote; tolerances may have been changed by hand.
  init(path: String) throws {
    let text = try MappedFile(path: path).withBytes { String(decoding: $0, as: UTF8.self) }
    scores = []
    for (number, line) in text.split(separator: "\n").enumerated() {
      guard let row = JSONValue(line: String(line)), let metric = row["metric"]?.text,
        let value = row["value"]?.number, let tolerance = row["tolerance"]?.number
      else {
        throw Failure.usage(
          "\(path):\(number + 1): a score needs a metric, a value and a tolerance", nearest: nil)
      }
      scores.append(Score(metric: metric, value: value, tolerance: tolerance))
    }
  }

  func write(to path: String) throws {
    let text = scores.map { score in
      var json = JSONText()
      json.object { json in
        json.key("metric")
        json.value(score.metric)
        json.key("value")
        json.value(score.value)
        json.key("tolerance")
        json.value(score.tolerance)
      }
      return json.text + "\n"
    }.joined()
    guard let file = fopen(path, "w") else {
      throw Failure.inputOutput("cannot write \(path)", code: errno)
    }
    let isWritten = text.utf8.count == fwrite(text, 1, text.utf8.count, file)
    guard fclose(file) == 0, isWritten else {
      throw Failure.inputOutput("cannot write \(path)", code: errno)
    }
  }

  /// One line for each score that a report reaches no longer, or has not at all.
  func failures(of report: EvaluationReport) -> [String] {
    let reached = Dictionary(
      SavedScores.metrics(of: report).map { ($0.name, $0.value) }, uniquingKeysWith: { $1 })
    return scores.compactMap { score in
      guard let value = reached[score.metric] else { return "\(score.metric) is not measured" }
      let loss =
        SavedScores.lowerIsBetter.contains(score.metric)
        ? value - score.value : score.value - value
      // Half a unit of the last decimal that is kept.
      guard loss > score.tolerance + 0.00005 else { return nil }
      return "\(score.metric) is \(EvaluationText.decimal(value)), was "
        + "\(EvaluationText.decimal(score.value)), may lose \(EvaluationText.decimal(score.tolerance))"
    }
  }

  private static func metrics(of report: EvaluationReport) -> [(name: String, value: Double)] {
    let text = EvaluationText(report)
    return text.shares.filter { $0.share.total > 0 }.map {
      (EvaluationText.key($0.name), $0.share.value)
    } + text.numbers.map { (EvaluationText.key($0.name), $0.value) }
      + report.groups.map { ("\($0.group)_right", $0.right.value) }
      + report.groups.map { ("\($0.group)_right_or_asked", $0.rightOrAsked.value) }
  }

  private static let lowerIsBetter: Set<String> = [
    "in_scope_wrong", "in_scope_declined", "one_request_taken_for_two", "mean_cost",
    "calibration_error",
  ]

  private static func tolerance(of metric: String) -> Double {
    switch metric {
    case "red_flags_caught": 0
    case "area_under_the_curve": 0.01
    case "mean_cost": 0.1
    default: 0.03
    }
  }
}
