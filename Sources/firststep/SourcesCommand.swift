import ArgumentParser
import Dialogue
import Knowledge
import Language
import Presentation
import Terminal

/// Browses where the knowledge is from.
struct SourcesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sources", abstract: "List the sources, or show one with what is taken from it.")

  @OptionGroup var options: GlobalOptions

  @Argument(help: "Show this source and every claim taken from it.")
  var id: String?

  func run() throws {
    let knowledge = try Assistant.load(options).knowledge
    let screen = Screen(options)
    guard let id else {
      let column = 2 + (knowledge.sources.map(\.id.count).max() ?? 0)
      for source in knowledge.sources {
        if options.format == .json {
          try screen.out.write(json(source, claims: []) + "\n")
        } else {
          let padding = String(repeating: " ", count: column - source.id.count)
          try screen.out.write(source.id + padding + source.shortName + "\n")
        }
      }
      return
    }
    guard let source = knowledge.sources.first(where: { $0.id == id }) else {
      throw Failure.usage(
        "there is no source '\(id)'",
        nearest: NearestName.of(id, in: knowledge.sources.map(\.id)))
    }
    let claims = knowledge.claims.filter { $0.source == id }
    if options.format == .json {
      try screen.out.write(json(source, claims: claims) + "\n")
    } else {
      try screen.out.write(text(source, claims, width: screen.width).joined(separator: "\n") + "\n")
    }
  }

  private func text(_ source: Source, _ claims: [Claim], width: Int) -> [String] {
    let width = min(width, ReplyLayout.widestText)
    var lines: [String] = []
    func add(_ label: String, _ value: String?) {
      guard let value else { return }
      let padding = String(repeating: " ", count: 12 - label.count)
      let hanging = String(repeating: " ", count: 12)
      lines += Wrapping(width: width, firstIndent: label + padding, hangingIndent: hanging)
        .lines(value)
    }
    add("Source", source.title ?? source.publisher)
    add("Publisher", source.title == nil ? nil : source.publisher)
    add("Address", source.link)
    add("DOI", source.doi)
    add("PubMed", source.pubmed)
    add("Date", source.date)
    add("Read", source.grade.meaning + (source.reportedBy.map { " (\($0))" } ?? ""))
    add("Interests", source.interests)
    add("Review by", source.reviewBy)
    lines.append("")
    for claim in claims {
      let first = claim.id + String(repeating: " ", count: max(1, 8 - claim.id.count))
      let wrapping = Wrapping(
        width: width, firstIndent: first, hangingIndent: String(repeating: " ", count: first.count))
      lines += wrapping.lines("\(claim.says) (\(claim.locator))")
    }
    return lines
  }

  private func json(_ source: Source, claims: [Claim]) -> String {
    var json = JSONText()
    json.object { json in
      let fields: [(String, String?)] = [
        ("id", source.id), ("title", source.title), ("publisher", source.publisher),
        ("address", source.link), ("doi", source.doi), ("pubmed", source.pubmed),
        ("date", source.date), ("grade", source.grade.rawValue),
        ("reported_by", source.reportedBy), ("interests", source.interests),
        ("review_by", source.reviewBy),
      ]
      for (key, value) in fields {
        json.key(key)
        json.value(value)
      }
      json.key("claims")
      json.array { json in
        for claim in claims {
          json.object { json in
            json.key("id")
            json.value(claim.id)
            json.key("locator")
            json.value(claim.locator)
            json.key("speaker")
            json.value(claim.speaker)
            json.key("says")
            json.value(claim.says)
          }
        }
      }
    }
    return json.text
  }
}

extension EvidenceGrade {
  /// How far the publication was read, in words.
  var meaning: String {
    switch self {
    case .seed: "one of the two documents this assistant is built on"
    case .read: "read on the publisher's own page or in the official record"
    case .reprint: "read in a reprint, archive or mirror"
    case .reported: "read only as reported by somebody else"
    }
  }
}
