import Language

extension Matcher {
  /// Two requests in one message, in the order in which they were put.
  struct Parts {
    var topics: [String]
    var parts: [PartMatch]
    /// The lower confidence of the two.
    var confidence: Double
  }

  /// Least confidence of each half for a message to be taken for two requests.
  private static let splitConfidence = 0.7

  /// Both topics must be among this many likeliest ones of the whole message.
  private static let splitRank = 5

  /// Places that are looked at with the sentence encoder, the most promising ones.
  private static let splitTrials = 2

  /// Splits a message where it is really two requests: at a sentence border, a comma, or a word
  /// that joins, if both halves are confident and differ. Nil where it is one.
  func split(_ message: String, _ tokens: [Token], _ whole: Judgement) -> Parts? {
    var trials: [(place: Border, promise: Double)] = []
    for place in Border.all(in: tokens) {
      guard let first = judge(message, place.first(of: tokens), encoding: false),
        let second = judge(message, place.second(of: tokens), encoding: false),
        differ(first, second)
      else { continue }
      let promise = min(first.assessment.confidence, second.assessment.confidence)
      trials.append((place, promise))
    }
    trials.sort { $1.promise < $0.promise }
    var best: Parts?
    for trial in trials.prefix(Matcher.splitTrials) {
      guard let first = judge(message, trial.place.first(of: tokens)),
        let second = judge(message, trial.place.second(of: tokens)),
        let parts = parts(first, second, whole), parts.confidence > best?.confidence ?? 0
      else { continue }
      best = parts
    }
    return best
  }

  /// Whether the likeliest topics of two halves differ.
  private func differ(_ first: Judgement, _ second: Judgement) -> Bool {
    first.assessment.ranking.first != second.assessment.ranking.first
  }

  private func parts(
    _ first: Judgement, _ second: Judgement, _ whole: Judgement
  ) -> Parts? {
    guard differ(first, second) else { return nil }
    let likely = whole.assessment.ranking.prefix(Matcher.splitRank)
    var topics: [String] = []
    var parts: [PartMatch] = []
    for half in [first, second] {
      guard half.assessment.confidence >= Matcher.splitConfidence,
        let index = half.assessment.ranking.first, likely.contains(index),
        case .topic(let id) = intent(ofClass: index)
      else { return nil }
      topics.append(id)
      if let part = part(of: half, in: id) { parts.append(part) }
    }
    return Parts(
      topics: topics, parts: parts,
      confidence: min(first.assessment.confidence, second.assessment.confidence))
  }
}

/// A place where a message may part into two requests.
struct Border: Hashable, Sendable {
  /// Tokens before it belong to the first request.
  var end: Int
  /// Tokens from it on belong to the second; a joining word between them to neither.
  var start: Int

  func first(of tokens: [Token]) -> [Token] { Array(tokens[..<end]) }
  func second(of tokens: [Token]) -> [Token] { Array(tokens[start...]) }

  /// All places with a request on both sides: each is put as a question or an order, or the whole
  /// is in headlines ("ice length + ball technique").
  static func all(in tokens: [Token]) -> [Border] {
    let words = tokens.lazy.filter { $0.kind != .punctuation }.count
    let isHeadlines = words <= 8 && !tokens.contains { Request.isVerb($0.text) }
    var borders: [Border] = []
    for (index, token) in tokens.enumerated() where joins(token) {
      let border = Border(end: index, start: index + 1)
      let first = tokens[..<border.end]
      let second = tokens[border.start...]
      guard hasContent(first), hasContent(second),
        isHeadlines || Request.begins(second) && Request.isContained(in: first)
      else { continue }
      borders.append(border)
    }
    return borders
  }

  private static func joins(_ token: Token) -> Bool {
    switch token.kind {
    case .punctuation:
      token.text.utf8.allSatisfy { ",?;.!+&/-:".utf8.contains($0) }
    case .word: ["and", "also", "plus", "or", "then", "but"].contains(token.text)
    case .number: false
    }
  }

  private static func hasContent(_ tokens: ArraySlice<Token>) -> Bool {
    tokens.contains { $0.kind != .punctuation && !FunctionWords.contains($0.text) }
  }
}

/// How a request begins.
enum Request {
  private static let openers: Set<String> = [
    "what", "what's", "how", "how's", "why", "which", "when", "where", "who", "whose", "do", "does",
    "did", "is", "are", "am", "was", "can", "could", "should", "shall", "will", "would", "may",
    "might", "must", "has", "have", "any", "tell", "explain", "list", "give", "recommend", "show",
    "describe", "isn't", "aren't", "don't", "doesn't", "can't", "shouldn't", "won't",
  ]

  /// Words that may stand before the opener: "and also how", "after how many weeks", "so do I".
  private static let lead: Set<String> = [
    "and", "also", "so", "then", "but", "or", "roughly", "about", "please", "after", "for", "in",
    "at", "with", "if", "now", "ok", "well", "just", "to",
  ]

  static func isVerb(_ word: String) -> Bool { openers.contains(word) }

  /// Whether some words begin with an opener, after at most two words that lead to it.
  static func begins(_ tokens: ArraySlice<Token>) -> Bool {
    var skipped = 0
    for token in tokens where token.kind != .punctuation {
      if openers.contains(token.text) { return true }
      guard lead.contains(token.text), skipped < 2 else { return false }
      skipped += 1
    }
    return false
  }

  /// Whether a question word or an auxiliary stands anywhere among the words.
  static func isContained(in tokens: ArraySlice<Token>) -> Bool {
    tokens.contains { openers.contains($0.text) }
  }
}
