internal import Knowledge
internal import Language

/// One message with what can be read from it without knowing what it is about.
struct Turn {
  let message: String
  let tokens: [Token]
  let move: DialogueMove?
  let aspects: [Aspect]
  /// Whether some word of the message could name a topic.
  let hasContent: Bool
  let isQuestion: Bool
  /// Slips that were repaired before the message was read.
  var repairs: [Repair] = []

  init(_ message: String, acts: ActReader) {
    self.message = message
    tokens = Tokenizer.tokens(in: message)
    move = acts.move(in: tokens, message: message)
    aspects = acts.aspects(in: tokens)
    hasContent = acts.hasContent(tokens)
    let first = tokens.first?.text ?? ""
    isQuestion = tokens.contains { $0.text.hasPrefix("?") } || Self.openers.contains(first)
  }

  /// Words that open a question.
  static let openers: Set<String> = [
    "what", "what's", "how", "why", "when", "where", "which", "who", "can", "could", "should",
    "is", "are", "do", "does", "may", "will", "would", "shall", "any",
  ]

  var wordCount: Int { tokens.count { $0.kind != .punctuation } }

  /// Whether it ends in a question mark.
  var asks: Bool { tokens.last?.text.hasPrefix("?") ?? false }

  var isEmpty: Bool { wordCount == 0 && !tokens.contains { $0.text.hasPrefix("?") } }

  /// "it", "that", "they": words that point back.
  var pointsBack: Bool {
    tokens.contains {
      ["it", "it's", "that", "that's", "this", "they", "them", "those", "these"].contains($0.text)
    }
  }
}
