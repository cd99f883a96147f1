import Knowledge

/// Every promised topic is there and answers.
struct TopicRule: CheckRule {
  /// Words of a short answer.
  static let answerLength = 20...80

  func check(_ draft: KnowledgeDraft, _ options: CheckOptions, _ log: DiagnosticLog) {
    let root = Place(path: draft.folderPath)
    let topics = Set(draft.knowledge.topics.map(\.id))
    for id in TopicList.condition where !topics.contains(id) {
      log.error(
        .missingTopic, at: root, "topic '\(id)' has no file", hint: "write topics/\(id).yaml")
    }
    let replies = Set(draft.knowledge.smallTalk.map(\.id))
    for id in TopicList.conversational where !replies.contains(id) {
      log.error(
        .missingTopic, at: root, "'\(id)' has no replies", hint: "add it to smalltalk.yaml")
    }
    for topic in draft.knowledge.topics where !topic.answer.isEmpty {
      let count = Self.wordCount(of: topic.answer)
      guard !Self.answerLength.contains(count) else { continue }
      log.error(
        .shortAnswerLength, at: draft.answerPlaces[topic.id] ?? root,
        "the short answer has \(count) words",
        hint: "\(Self.answerLength.lowerBound) to \(Self.answerLength.upperBound) are allowed")
    }
  }

  /// Words as a reader counts them: what blanks divide and what holds a letter or a digit.
  static func wordCount(of sentences: [Sentence]) -> Int {
    sentences.reduce(0) { count, sentence in
      count
        + sentence.text.split(whereSeparator: \.isWhitespace)
        .count { $0.contains { $0.isLetter || $0.isNumber } }
    }
  }
}
