internal import Knowledge
internal import Language

/// One message with what can be read from it without knowing what it is about.
struct Turn {
  let message: String
  let tokens: [Token]
  /// The message without the words of courtesy and hesitation at its ends.
  let question: String
  /// Its words, those courtesies left out.
  let words: [String]
  let move: DialogueMove?
  let aspects: [Aspect]
  /// Whether some word of the message could name a topic.
  let hasContent: Bool
  /// Whether it asks for an aspect and names nothing.
  let isBare: Bool
  let isQuestion: Bool
  /// Slips that were repaired before the message was read.
  var repairs: [Repair] = []

  init(_ message: String, acts: ActReader) {
    self.message = message
    tokens = Tokenizer.tokens(in: message)
    let core = acts.core(of: tokens)
    move =
      acts.kept(in: tokens, message: message) ?? acts.move(in: tokens, message: message)
      ?? (core.count == tokens.count ? nil : acts.move(in: core, message: message))
    words = core.filter { $0.kind != .punctuation }.map(\.text)
    aspects = acts.aspects(in: core)
    hasContent = acts.hasContent(core)
    isBare = acts.isBare(core)
    question = core.count == tokens.count ? message : Self.written(core, in: message)
    let first = words.first ?? ""
    isQuestion =
      tokens.contains { $0.text.hasPrefix("?") } || Self.openers.contains(first)
      || Self.openers.contains(tokens.first?.text ?? "")
  }

  private static func written(_ tokens: [Token], in message: String) -> String {
    guard let first = tokens.first, let last = tokens.last else { return message }
    let utf8 = message.utf8
    let start = utf8.index(utf8.startIndex, offsetBy: first.range.lowerBound)
    let end = utf8.index(utf8.startIndex, offsetBy: last.range.upperBound)
    return String(message[start..<end])
  }

  /// The words of the only sentence that asks, where others only tell; else all.
  var askingWords: [String] {
    var sentences: [[Token]] = [[]]
    for token in tokens {
      if token.spacing == .newline, sentences.last?.isEmpty == false { sentences.append([]) }
      sentences[sentences.count - 1].append(token)
      let ends = token.kind == .punctuation && ".!?".utf8.contains(token.text.utf8.first ?? 0)
      if ends { sentences.append([]) }
    }
    let written = sentences.map { sentence in
      (
        words: sentence.filter { $0.kind != .punctuation }.map(\.text),
        asks: sentence.last?.text.hasPrefix("?") ?? false
      )
    }.filter { !$0.words.isEmpty }
    let asking = written.filter { $0.asks || Self.openers.contains($0.words[0]) }
    return written.count > 1 && asking.count == 1 ? asking[0].words : words
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
    words.contains {
      [
        "it", "it's", "that", "that's", "this", "they", "them", "those", "these", "they're", "one",
        "ones",
      ].contains($0)
    }
  }
}
