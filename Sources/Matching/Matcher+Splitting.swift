import Language

extension Matcher {
  /// Two requests in one message, in the order in which they were put.
  struct Parts {
    var topics: [String]
    var parts: [PartMatch]
    /// The lower confidence of the two.
    var confidence: Double
  }

  /// Places that are looked at with the sentence encoder, the most promising ones.
  private static let splitTrials = 3

  /// Whether the message as a whole is put nearly like a question on record that has an answer just
  /// for it: "is rest better or strengthening" asks for a difference, not for two topics.
  private func isOneQuestion(_ whole: Judgement) -> Bool {
    whole.assessment.ranking.prefix(3).contains { index in
      guard case .topic(let id) = intent(ofClass: index),
        let nearest = nearest(to: whole.vector, in: id)
      else { return false }
      let least =
        switch nearest.reference {
        case .difference, .gap: SplitModel.oneComparison
        case .part: SplitModel.onePart
        case nil: 1.0
        }
      return nearest.similarity >= least
    }
  }

  /// Splits a message where it is really two requests: at a sentence border, a comma, or a word
  /// that joins, if the halves differ and `SplitModel` finds two requests. Nil where it is one.
  func split(_ message: String, _ tokens: [Token], _ whole: Judgement) -> Parts? {
    var trials: [(place: Border, promise: Double)] = []
    for place in Border.all(in: tokens) where !place.hasStatement {
      guard let first = judge(message, place.first(of: tokens), encoding: false),
        let second = judge(message, place.second(of: tokens), encoding: false),
        differ(first, second)
      else { continue }
      let promise = SplitModel.probability(
        first.assessment.confidence, second.assessment.confidence, share: 1, place)
      if promise >= SplitModel.leastPromise { trials.append((place, promise)) }
    }
    guard !trials.isEmpty, !isOneQuestion(whole) else { return nil }
    trials.sort { ($1.promise, $0.place.end) < ($0.promise, $1.place.end) }
    var best: (parts: Parts, probability: Double)?
    for trial in trials.prefix(Matcher.splitTrials) {
      guard let first = judge(message, trial.place.first(of: tokens)),
        let second = judge(message, trial.place.second(of: tokens)),
        let probability = splitProbability(first, second, whole, trial.place),
        probability >= max(SplitModel.threshold(trial.place), best?.probability ?? 0),
        let parts = parts(first, second)
      else { continue }
      best = (parts, probability)
    }
    return best?.parts
  }

  /// Whether the likeliest topics of two halves differ.
  private func differ(_ first: Judgement, _ second: Judgement) -> Bool {
    first.assessment.ranking.first != second.assessment.ranking.first
  }

  /// How probable it is that both halves are requests of their own.
  func splitProbability(
    _ first: Judgement, _ second: Judgement, _ whole: Judgement, _ place: Border
  ) -> Double? {
    guard differ(first, second), let one = first.assessment.ranking.first,
      let two = second.assessment.ranking.first
    else { return nil }
    return SplitModel.probability(
      first.assessment.confidence, second.assessment.confidence,
      share: min(whole.assessment.probabilities[one], whole.assessment.probabilities[two]), place)
  }

  /// The topics of two halves; nil where one of them is small talk.
  private func parts(_ first: Judgement, _ second: Judgement) -> Parts? {
    var topics: [String] = []
    var parts: [PartMatch] = []
    for half in [first, second] {
      guard let index = half.assessment.ranking.first, case .topic(let id) = intent(ofClass: index)
      else { return nil }
      topics.append(id)
      if let part = part(of: half, in: id) { parts.append(part) }
    }
    return Parts(
      topics: topics, parts: parts,
      confidence: min(first.assessment.confidence, second.assessment.confidence))
  }
}

/// Whether a message is two requests that part at a certain place.
///
/// Logistic regression on the borders in 147 messages with two requests and 598 with one, written
/// for it (`Tests/Evaluation`), on 21 November 2026. Of the 147, 119 are parted into just the two
/// topics, and 8 of the 598 are parted that should not be.
enum SplitModel {
  static func threshold(_ place: Border) -> Double { place.isBetweenRequests ? 0.4 : 0.6 }
  /// From these similarities on, a question on record says what the whole message asks; one that
  /// compares two things is like both, and so like a message with two requests, more easily.
  static let oneComparison = 0.75
  static let onePart = 0.9
  /// Places with less promise are not looked at with the sentence encoder.
  static let leastPromise = 0.1

  /// For a constant; the log odds of the lower and of the higher confidence; the logarithm of the lower
  /// share; requests on both sides; a side of one word; no mark and no joining word between them.
  private static let model = LogisticModel(weights: [-1.52, 1.07, 0.54, 0.81, 2.44, -0.38, -0.40])

  /// From the confidences of two halves; `share` is the lower probability that the whole message gives
  /// to one of their topics.
  static func probability(
    _ first: Double, _ second: Double, share: Double, _ place: Border
  ) -> Double {
    model.probability([
      1, Calibration.logOdds(min(first, second)), Calibration.logOdds(max(first, second)),
      FixedMath.log(max(share, 1e-6)), place.isBetweenRequests ? 1 : 0, place.hasLoneWord ? 1 : 0,
      place.end == place.start ? 1 : 0,
    ])
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

  /// Whether both sides are put as requests of their own: a question word or an auxiliary on the
  /// first, and one at the beginning of the second.
  var isBetweenRequests: Bool
  /// Whether one side is a single word.
  var hasLoneWord: Bool
  /// Whether it parts sentences of which one asks and the other only tells: "I'm 49. What helps?"
  var hasStatement: Bool

  /// Places that are looked at; a longer message is no list of requests.
  private static let limit = 8

  /// All places with words that carry meaning on both sides, the first few.
  static func all(in tokens: [Token]) -> [Border] {
    var borders: [Border] = []
    for (index, token) in tokens.enumerated() where borders.count < limit {
      let start: Int
      if joins(token) {
        start = index + 1
      } else if Request.beginsAnew(at: index, of: tokens) {
        start = index
      } else {
        continue
      }
      let first = tokens[..<index]
      let second = tokens[start...]
      guard hasContent(first), hasContent(second) else { continue }
      borders.append(
        Border(
          end: index, start: start,
          isBetweenRequests: Request.begins(second) && Request.isPut(in: first),
          hasLoneWord: words(in: first) == 1 || words(in: second) == 1,
          hasStatement: token.text.utf8.contains { ".!".utf8.contains($0) }
            && Request.isContained(in: first) != Request.isContained(in: second)))
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

  private static func words(in tokens: ArraySlice<Token>) -> Int {
    tokens.count { $0.kind != .punctuation }
  }

  /// A word that carries meaning, or a whole question of small words: "why me".
  private static func hasContent(_ tokens: ArraySlice<Token>) -> Bool {
    tokens.contains { $0.kind != .punctuation && !FunctionWords.contains($0.text) }
      || words(in: tokens) > 1 && Request.begins(tokens)
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

  /// Whether another request begins at a word although no mark sets it off: "what brought it on how do
  /// I stop it". Only where a question word has its verb and its subject, and nothing leads to it.
  static func beginsAnew(at index: Int, of tokens: [Token]) -> Bool {
    guard index > 1, index + 2 < tokens.count, tokens[index - 1].kind != .punctuation,
      !leadsOn.contains(tokens[index - 1].text), isContained(in: tokens[..<index])
    else { return false }
    let (word, next) = (tokens[index].text, tokens[index + 1].text)
    // In "how long do I" the verb belongs to the question word before it.
    if auxiliaries.contains(word) {
      return subjects.contains(next) && tokens[..<index].contains { auxiliaries.contains($0.text) }
    }
    return questionWords.contains(word) && (auxiliaries.contains(next) || next == "long")
  }

  private static let questionWords: Set<String> = [
    "what", "how", "why", "which", "when", "where", "who",
  ]
  private static let auxiliaries: Set<String> = [
    "do", "does", "did", "is", "are", "can", "could", "should", "will", "would", "shall", "may",
  ]
  private static let subjects: Set<String> = ["i", "it", "you", "this", "that", "my", "we"]
  /// Words after which a question word goes on with what was begun: "tell me how", "no idea why".
  private static let leadsOn: Set<String> = [
    "me", "know", "idea", "and", "or", "but", "also", "plus", "so", "then", "wondering", "wonder",
    "ask", "asking", "is", "of", "about", "sure", "see", "find", "that's", "explain", "understand",
    "exactly", "for", "to", "in", "at", "after", "if", "not", "us", "just", "please", "what", "how",
    "why", "which", "when", "where", "who",
  ]

  /// Whether some words ask: a request begins them, or a question word or "can I" stands among them.
  static func isPut(in tokens: ArraySlice<Token>) -> Bool {
    begins(tokens)
      || tokens.indices.contains { index in
        questionWords.contains(tokens[index].text)
          || index + 1 < tokens.endIndex && auxiliaries.contains(tokens[index].text)
            && subjects.contains(tokens[index + 1].text)
      }
  }

  /// Whether a question word or an auxiliary stands anywhere among the words.
  static func isContained(in tokens: ArraySlice<Token>) -> Bool {
    tokens.contains { openers.contains($0.text) }
  }
}
