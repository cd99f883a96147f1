import Dialogue
import Matching

/// A cross-validation as text and as JSON.
struct CrossValidationText {
  private let result: CrossValidationReport

  init(_ result: CrossValidationReport) {
    self.result = result
  }

  /// What each answer threshold costs with the best threshold for declining beside it.
  private var curve: [CostPoint] {
    var best: [Double: CostPoint] = [:]
    for point in result.costs where point.cost < best[point.thresholds.answer]?.cost ?? .infinity {
      best[point.thresholds.answer] = point
    }
    return best.values.sorted { $0.thresholds.answer < $1.thresholds.answer }
  }

  var lines: [String] {
    var lines = [
      "\(result.phrasings) phrasings in \(result.folds) parts, each scored by a model that had not seen it",
      "A phrasing fits its own topic only: a lower bound.", "",
    ]
    lines += EvaluationText(result.report).lines
    lines += ["", "Learning curve, one part held out:"]
    lines.append("  phrasings  first    one of three")
    for point in result.learning {
      lines.append(
        "  " + "\(point.phrasings)".padding(to: 9) + EvaluationText.percent(point.first.value)
          + "  "
          + EvaluationText.percent(point.firstThree.value))
    }
    lines += [
      "", "One slip in one word, one part held out, likeliest topic right:",
      "  without " + EvaluationText.percent(result.slips.clean.value) + "  with "
        + EvaluationText.percent(result.slips.slipped.value) + "  of \(result.slips.clean.total)",
    ]
    lines += ["", "Cost per message by the threshold for answers (best threshold for declining):"]
    for point in curve {
      let bar = String(repeating: "#", count: Int((point.cost * 40).rounded()))
      let chosen = point.thresholds.answer == result.thresholds.answer ? " chosen" : ""
      lines.append(
        "  \(EvaluationText.decimal(point.thresholds.answer))  "
          + "(\(EvaluationText.decimal(point.thresholds.decline)))  "
          + "\(EvaluationText.decimal(point.cost))  \(bar)\(chosen)")
    }
    return lines
  }

  var json: String {
    var json = JSONText()
    json.object { json in
      json.key("folds")
      json.value(result.folds)
      EvaluationText(result.report).write(to: &json)
      json.key("learning")
      json.array { json in
        for point in result.learning {
          json.object { json in
            json.key("phrasings")
            json.value(point.phrasings)
            json.key("first")
            json.value(point.first.value)
            json.key("first_three")
            json.value(point.firstThree.value)
          }
        }
      }
      json.key("slips")
      json.object { json in
        json.key("without")
        json.value(result.slips.clean.value)
        json.key("with")
        json.value(result.slips.slipped.value)
      }
      json.key("costs")
      json.array { json in
        for point in result.costs {
          json.object { json in
            json.key("answer")
            json.value(point.thresholds.answer)
            json.key("decline")
            json.value(point.thresholds.decline)
            json.key("cost")
            json.value(point.cost)
          }
        }
      }
    }
    return json.text
  }
}
