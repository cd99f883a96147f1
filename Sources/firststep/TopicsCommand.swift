import ArgumentParser
import Dialogue
import Knowledge
import Language
import Presentation
import Terminal

/// Browses what the assistant knows.
struct TopicsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "topics", abstract: "List the topics, or show all of one.")

  @OptionGroup var options: GlobalOptions

  @Argument(help: "Show everything on this topic.", completion: .topic)
  var id: String?

  func run() throws {
    let assistant = try Assistant.load(options)
    let screen = Screen(options)
    guard let id else { return try list(assistant.knowledge, screen) }
    guard let reply = assistant.conversation.everything(on: id) else {
      throw Failure.usage(
        "there is no topic '\(id)'",
        nearest: NearestName.of(id, in: assistant.knowledge.topics.map(\.id)))
    }
    try screen.show(reply, knowledge: assistant.knowledge)
  }

  private func list(_ knowledge: KnowledgeBase, _ screen: Screen) throws {
    if options.format == .json {
      for topic in knowledge.topics {
        var json = JSONText()
        json.object { json in
          json.key("id")
          json.value(topic.id)
          json.key("title")
          json.value(topic.title)
          json.key("parts")
          json.array(topic.parts.map(\.id))
          json.key("see_also")
          json.array(topic.seeAlso)
        }
        try screen.out.write(json.text + "\n")
      }
      return
    }
    let column = 2 + (knowledge.topics.map(\.id.count).max() ?? 0)
    for topic in knowledge.topics {
      let padding = String(repeating: " ", count: column - topic.id.count)
      try screen.out.write(topic.id + padding + topic.title + "\n")
    }
  }
}
