import Dialogue
import Knowledge
import Terminal
import Triage

/// Ways to go on with a line of the chat: commands, topics, sources, and the words of an answer.
final class ChatCompleter {
  private let conversation: Conversation
  /// Answers to the question that is open.
  private var answers: [Completion] = []

  init(_ conversation: Conversation) {
    self.conversation = conversation
  }

  /// Takes over what the last reply asks.
  func learn(from reply: Reply) {
    answers = []
    guard reply.kind == .question else { return }
    for case .choices(let choices) in reply.blocks {
      answers = choices.enumerated().map { Completion(String($0.offset + 1), $0.element) }
    }
    guard reply.topics == ["triage"] else { return }
    if ["danger", "background"].contains(reply.asks) {
      answers.insert(Completion("none", "none of these"), at: 0)
    }
    for id in reply.asks?.split(separator: "+") ?? [] {
      let values = Slot(id: String(id)).flatMap(conversation.table.definition)?.values ?? []
      answers += values.map { Completion($0.says.first ?? $0.word, $0.means) }
    }
    answers += Self.answersToAll
  }

  func completions(line: String, cursor: Int) -> Completions {
    let before = line.prefix(cursor)
    let words = before.split(separator: " ", omittingEmptySubsequences: false)
    guard words.count > 1 else {
      return Completions.matchingWord(of: before, in: opening(before))
    }
    let items: [Completion] =
      switch words.first {
      case "/sources": sources
      case "/history": Self.historyWords
      case "/forget": Self.facts
      case "/save": FileNames.completing(words.last ?? "")
      default: topics
      }
    return Completions.matchingWord(of: before, in: items)
  }

  /// What a line can begin with.
  private func opening(_ word: Substring) -> [Completion] {
    if word.hasPrefix("/") {
      return ChatAction.all.map { Completion("/" + $0.name + " ", $0.summary) }
    }
    if answers.isEmpty { return topics }
    return word.isEmpty ? answers : answers + topics
  }

  private var topics: [Completion] {
    conversation.knowledge.topics.map { Completion($0.id, $0.title) }
  }

  private var sources: [Completion] {
    conversation.knowledge.sources.map { Completion($0.id, $0.shortName) }
  }

  private static let answersToAll = [
    Completion("skip", "I do not know"), Completion("back", "the question before"),
    Completion("why", "why this is asked"), Completion("stop", "end the check here"),
  ]

  private static let historyWords = [
    Completion("off", "keep nothing"), Completion("on", "keep lines again"),
    Completion("clear", "empty it"), Completion("delete ", "one line by its number"),
  ]

  private static let facts = [
    Completion("age", "how old you are"), Completion("menopause", "that it plays a part"),
    Completion("race", "the race ahead"), Completion("side", "left, right or both"),
    Completion("weeks", "how long it has hurt"), Completion("tried", "what did not help"),
  ]
}
