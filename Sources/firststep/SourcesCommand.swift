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

  @Argument(help: "Show this source and every claim taken from it.", completion: .source)
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
    let page = SourcePage(source, of: knowledge)
    if options.format == .json {
      try screen.out.write(json(source, claims: page.claims) + "\n")
    } else {
      try screen.show(page.reply, knowledge: knowledge)
    }
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
