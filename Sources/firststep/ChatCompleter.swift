import Dialogue
import Knowledge
import Terminal

/// Ways to go on with a line of the chat: commands, topics, sources, and the words of an answer.
struct ChatCompleter {
  private let commands: [Completion]
  private let topics: [Completion]
  private let sources: [Completion]

  init(_ knowledge: KnowledgeBase) {
    commands = ChatAction.all.map { Completion("/" + $0.name + " ", $0.summary) }
    topics = knowledge.topics.map { Completion($0.id, $0.title) }
    sources = knowledge.sources.map { Completion($0.id, $0.shortName) }
  }

  func completions(line: String, cursor: Int) -> Completions {
    let before = line.prefix(cursor)
    let words = before.split(separator: " ", omittingEmptySubsequences: false)
    guard words.count > 1 else {
      return Completions.matchingWord(of: before, in: before.hasPrefix("/") ? commands : topics)
    }
    switch words.first {
    case "/topics": return Completions.matchingWord(of: before, in: topics)
    case "/sources": return Completions.matchingWord(of: before, in: sources)
    case "/history":
      let items = [
        Completion("off", "keep nothing"), Completion("on", "keep lines again"),
        Completion("clear", "empty it"), Completion("delete ", "one line by its number"),
      ]
      return Completions.matchingWord(of: before, in: items)
    default: return Completions.matchingWord(of: before, in: topics)
    }
  }
}
