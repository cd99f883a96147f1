import Dialogue
import Matching

/// A report of scores as text and as JSON.
struct EvaluationText {
  private let report: EvaluationReport

  init(_ report: EvaluationReport) {
    self.report = report
  }

  var shares: [(name: String, share: EvaluationReport.Share)] {
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
      ("one request, taken for two", report.parted),
      ("two requests, both answered", report.multiBoth),
      ("red flags caught", report.redFlags),
    ]
  }

  var numbers: [(name: String, value: Double)] {
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
    if !report.groups.isEmpty {
      lines += ["", padded("group", 34) + "right    or asked"]
      for group in report.groups {
        lines.append(
          padded(group.group, 33) + percent(group.right.value) + "  "
            + percent(group.rightOrAsked.value) + "  of \(group.right.total)")
      }
    }
    lines += reliabilityDiagram
    lines += ["", "What costs most, with up to three examples:"]
    for confusion in report.confusions.prefix(15) {
      lines.append(
        "  \(decimal(confusion.cost))  \(confusion.expected) taken for \(confusion.got ?? "none")")
      for example in confusion.examples.prefix(3) { lines.append("           " + example) }
    }
    lines += ["", padded("topic", 22) + "right   precision"]
    for topic in report.topics {
      lines.append(
        padded(topic.topic, 22) + percent(topic.right.value) + "  " + percent(topic.precision.value)
          + "  of \(topic.right.total)")
    }
    return lines
  }

  /// One row a bin of confidence: how often the likeliest topic was right, as a bar, with a mark
  /// where the bar would end if the confidence held.
  private var reliabilityDiagram: [String] {
    var lines = ["", "Confidence, how often it was right (| where it should be), questions:"]
    for bin in report.reliability where bin.right.total > 0 {
      let width = Int((bin.right.value * 40).rounded())
      let mark = Int((bin.meanConfidence * 40).rounded())
      var bar = Array(String(repeating: "#", count: width).padding(to: 41))
      bar[mark] = "|"
      lines.append(
        "  \(decimal(bin.meanConfidence))  \(percent(bin.right.value))  " + String(bar)
          + " \(bin.right.total)")
    }
    return lines
  }

  var json: String {
    var json = JSONText()
    json.object { write(to: &$0) }
    return json.text
  }

  /// Writes the keys of the report into an open object.
  func write(to json: inout JSONText) {
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
    json.key("groups")
    json.object { json in
      for group in report.groups {
        json.key(group.group)
        json.object { json in
          json.key("right")
          json.value(group.right.value)
          json.key("right_or_asked")
          json.value(group.rightOrAsked.value)
          json.key("rows")
          json.value(group.right.total)
        }
      }
    }
    json.key("reliability")
    json.array { json in
      for bin in report.reliability {
        json.object { json in
          json.key("confidence")
          json.value(bin.meanConfidence)
          json.key("right")
          json.value(bin.right.value)
          json.key("rows")
          json.value(bin.right.total)
        }
      }
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

  private func key(_ name: String) -> String { EvaluationText.key(name) }
  private func padded(_ text: String, _ width: Int) -> String {
    text.padding(to: max(width, text.count + 1))
  }
  private func percent(_ value: Double) -> String { EvaluationText.percent(value) }
  private func decimal(_ value: Double) -> String { EvaluationText.decimal(value) }

  /// "in scope, wrong" as a key: "in_scope_wrong".
  static func key(_ name: String) -> String {
    String(name.map { $0.isLetter ? $0 : "_" }).replacing("__", with: "_")
  }

  /// "87.5 %", five columns before the blank.
  static func percent(_ value: Double) -> String {
    let tenths = Int((value * 1000).rounded())
    let text = "\(tenths / 10).\(tenths % 10)"
    return String(repeating: " ", count: max(0, 5 - text.count)) + text + " %"
  }

  /// Three decimals.
  static func decimal(_ value: Double) -> String {
    let thousandths = Int((value * 1000).rounded())
    let fraction = String(thousandths % 1000)
    return "\(thousandths / 1000)." + String(repeating: "0", count: 3 - fraction.count) + fraction
  }
}

extension String {
  /// The text with blanks behind it, at least `width` characters.
  func padding(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
