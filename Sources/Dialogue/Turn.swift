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
  private let functionWords: Set<String>
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
    functionWords = acts.functionWords
    isBare = acts.isBare(core)
    question = core.count == tokens.count ? message : Self.written(core, in: message)
    let first = words.first { !Self.joints.contains($0) } ?? ""
    isQuestion =
      tokens.contains { $0.text.hasPrefix("?") } || first == "if" || Self.openers.contains(first)
      || Self.openers.contains(tokens.first?.text ?? "")
  }

  /// Words that join a question to what was said before.
  private static let joints: Set<String> = ["and", "but", "or", "so", "then", "lol", "haha"]

  /// Whether it asks "how" or "which" rather than whether; "so no running?" cannot be met by a "yes" either.
  var asksOpenly: Bool {
    let words = words.drop { Self.joints.contains($0) }
    let first = words.first ?? ""
    // "What about ice?" asks whether.
    if words.dropFirst().first == "about" { return false }
    return first == "no" || Self.openOpeners.contains { first == $0 || first.hasPrefix($0 + "'") }
  }

  private static let openOpeners = [
    "what", "how", "why", "when", "where", "which", "who", "whats", "hows",
  ]

  private static func written(_ tokens: [Token], in message: String) -> String {
    guard let first = tokens.first, let last = tokens.last else { return message }
    let utf8 = message.utf8
    let start = utf8.index(utf8.startIndex, offsetBy: first.range.lowerBound)
    let end = utf8.index(utf8.startIndex, offsetBy: last.range.upperBound)
    return String(message[start..<end])
  }

  /// Whether nothing but the pain, the foot and the run is named: "for the pain", "if it hurts".
  var namesNothingNew: Bool {
    words.allSatisfy {
      Self.everywhere.contains($0) || Double($0) != nil || functionWords.contains($0)
    }
  }

  /// Words that any topic here has.
  private static let everywhere: Set<String> = [
    "pain", "pains", "painful", "hurt", "hurts", "hurting", "sore", "soreness", "ache", "aches",
    "aching", "heel", "heels", "foot", "feet", "run", "runs", "running", "feel", "feels",
    "instead", "worse",
  ]

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
        "it", "it's", "its", "that", "that's", "this", "they", "them", "those", "these", "they're",
        "one",
        "ones",
      ].contains($0)
    }
  }
}
