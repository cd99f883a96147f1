import ArgumentParser
import Dialogue
import Knowledge
import Matching
import Presentation
import Terminal
import Triage

/// How a message was understood and what decided.
struct WhyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "why", abstract: "Show how a message is understood and what decides.")

  @OptionGroup var options: GlobalOptions

  @Argument(help: "The message.")
  var question: [String]

  func run() throws {
    let assistant = try Assistant.load(options)
    let screen = Screen(options)
    let message = question.joined(separator: " ")
    let match = assistant.matcher.match(message, explaining: true)
    let reading = assistant.conversation.reader.read(message)
    let explanation = Explanation(message: message, match: match, reading: reading)
    switch options.format {
    case .json: try screen.out.write(explanation.json + "\n")
    case .text:
      let width = min(screen.width, ReplyLayout.widestText)
      try screen.out.write(explanation.lines(width: width).joined(separator: "\n") + "\n")
    }
  }
}

/// The reasons of a match, laid out.
struct Explanation {
  let message: String
  let match: MatchResult
  let reading: MessageReading

  func lines(width: Int) -> [String] {
    var rows: [(label: String, text: String)] = [("stage", match.stage.rawValue)]
    rows.append(("decision", decision))
    rows.append(("confidence", figure(match.confidence)))
    rows.append(("outside", figure(match.outside)))
    rows.append(("gap", figure(match.gap)))
    rows.append(("unknown", figure(match.unknownShare) + " of the content words"))
    let thresholds = match.thresholds
    rows.append(
      (
        "thresholds",
        "answer from \(figure(thresholds.answer)), decline from \(figure(thresholds.decline)) "
          + "outside, offer from \(figure(thresholds.offer)) of the first"
      ))
    for repair in match.repairs { rows.append(("repair", "\(repair.from) to \(repair.to)")) }
    for candidate in match.candidates {
      rows.append(
        ("candidate", "\(figure(candidate.probability)) \(candidate.intent?.id ?? "out of scope")"))
    }
    for part in match.parts {
      rows.append(("part", "\(figure(part.score)) \(part.topic): \(Self.name(part.reference))"))
    }
    for token in match.tokens {
      let sign = token.weight < 0 ? "" : "+"
      let unknown = token.isUnknown ? " (in no phrasing)" : ""
      rows.append(("word", "\(sign)\(figure(token.weight)) \(token.token)\(unknown)"))
    }
    for evidence in match.evidence {
      rows.append(
        (
          "near",
          "\(figure(evidence.similarity)) \u{201C}\(evidence.text)\u{201D} (\(evidence.intent.id))"
        ))
    }
    for finding in reading.findings {
      rows.append(("slot", "\(finding.slot.id)=\(finding.value) (\(finding.manner))"))
    }
    return rows.flatMap { row in
      let label = row.label + String(repeating: " ", count: 12 - row.label.count)
      return Wrapping(
        width: width, firstIndent: label, hangingIndent: String(repeating: " ", count: 12)
      ).lines(row.text)
    }
  }

  private static func name(_ reference: PartReference) -> String {
    switch reference {
    case .part(_, let id): id
    case .gap(let id), .difference(let id): id
    }
  }

  private var decision: String {
    switch match.decision {
    case .answer(let topics): "answer " + topics.joined(separator: ", ")
    case .ask(let topics): "ask: " + topics.joined(separator: " or ")
    case .decline(let refusal):
      "decline" + (refusal.nearMiss.map { " (near miss: \($0))" } ?? "")
        + (refusal.group.map { " (group: \($0))" } ?? "")
    }
  }

  /// Three decimals.
  private func figure(_ value: Double) -> String {
    let thousandths = Int((abs(value) * 1000).rounded())
    let fraction = String(thousandths % 1000)
    let padded = String(repeating: "0", count: 3 - fraction.count) + fraction
    return (value < 0 ? "-" : "") + "\(thousandths / 1000).\(padded)"
  }

  var json: String {
    var json = JSONText()
    json.object { json in
      json.key("message")
      json.value(message)
      json.key("stage")
      json.value(match.stage.rawValue)
      json.key("decision")
      json.value(decision)
      json.key("confidence")
      json.value(match.confidence)
      json.key("outside")
      json.value(match.outside)
      json.key("gap")
      json.value(match.gap)
      json.key("unknown_share")
      json.value(match.unknownShare)
      json.key("thresholds")
      json.object { json in
        json.key("answer")
        json.value(match.thresholds.answer)
        json.key("decline")
        json.value(match.thresholds.decline)
        json.key("offer")
        json.value(match.thresholds.offer)
      }
      json.key("candidates")
      json.array { json in
        for candidate in match.candidates {
          json.object { json in
            json.key("topic")
            json.value(candidate.intent?.id)
            json.key("probability")
            json.value(candidate.probability)
          }
        }
      }
      json.key("parts")
      json.array { json in
        for part in match.parts {
          json.object { json in
            json.key("topic")
            json.value(part.topic)
            json.key("part")
            json.value(Self.name(part.reference))
            json.key("probability")
            json.value(part.score)
          }
        }
      }
      json.key("tokens")
      json.array { json in
        for token in match.tokens {
          json.object { json in
            json.key("token")
            json.value(token.token)
            json.key("weight")
            json.value(token.weight)
            json.key("unknown")
            json.value(token.isUnknown)
          }
        }
      }
      json.key("evidence")
      json.array { json in
        for evidence in match.evidence {
          json.object { json in
            json.key("text")
            json.value(evidence.text)
            json.key("topic")
            json.value(evidence.intent.id)
            json.key("similarity")
            json.value(evidence.similarity)
          }
        }
      }
      json.key("repairs")
      json.array { json in
        for repair in match.repairs {
          json.object { json in
            json.key("from")
            json.value(repair.from)
            json.key("to")
            json.value(repair.to)
          }
        }
      }
      json.key("slots")
      json.array { json in
        for finding in reading.findings {
          json.object { json in
            json.key("slot")
            json.value(finding.slot.id)
            json.key("value")
            json.value(finding.value)
          }
        }
      }
    }
    return json.text
  }
}
