import Language

/// A message as the models see it: its words with repairs and concepts, and their n-grams.
struct Reading: Sendable {
  var words: [NGramExtractor.Word]
  var grams: [NGram]
  var repairs: [MatchResult.Repair]
  /// The message with its repairs, for the sentence encoder.
  var text: String

  /// Longest message that is read, in words; what follows is left out of the scores.
  static let wordLimit = 400

  /// Reads a message, or the tokens of one part of it.
  init(_ message: String, tokens: [Token]? = nil, _ book: WordBook?) {
    let tokens = tokens ?? Tokenizer.tokens(in: message)
    words = []
    repairs = []
    var replacements: [(range: Range<Int>, text: String)] = []
    for (index, token) in tokens.enumerated() where token.kind != .punctuation {
      guard words.count < Reading.wordLimit else { break }
      var word = Phrase.word(token.text)
      if let book, token.kind == .word {
        if let variant = book.variant(of: word) {
          word = variant
          replacements.append((token.range, variant))
        } else if token.text.utf8.count > 3, !book.isKnown(word),
          let repaired = book.repair(
            of: word, isName: Reading.isName(tokens, index, in: message))
        {
          repairs.append(.init(from: token.written(in: message), to: repaired))
          word = repaired
          replacements.append((token.range, repaired))
        }
      }
      words.append(NGramExtractor.Word(text: word))
    }
    if let book { Reading.addConcepts(to: &words, book) }
    grams = NGramExtractor.ngrams(of: words)
    text = Reading.replace(
      replacements, in: message, from: tokens.first?.range.lowerBound ?? 0,
      to: tokens.last?.range.upperBound ?? 0)
  }

  /// Whether a word is written like a name: a capital, not all capitals, not first in a sentence.
  private static func isName(_ tokens: [Token], _ index: Int, in message: String) -> Bool {
    guard index > 0, tokens[index - 1].kind != .punctuation else { return false }
    let written = tokens[index].written(in: message)
    return written.first?.isUppercase == true && written.dropFirst().allSatisfy(\.isLowercase)
  }

  /// Gives the first word of each term of the lexicon its concept, longest terms first.
  private static func addConcepts(to words: inout [NGramExtractor.Word], _ book: WordBook) {
    for start in words.indices {
      for length in stride(from: min(3, words.count - start), through: 1, by: -1) {
        let term = words[start..<start + length].map(\.text).joined(separator: " ")
        if let concept = book.concept(of: term) {
          words[start].concepts.append(concept)
          break
        }
      }
    }
  }

  /// The part of a message between two offsets, some ranges replaced.
  private static func replace(
    _ replacements: [(range: Range<Int>, text: String)], in message: String, from start: Int,
    to end: Int
  ) -> String {
    let bytes = Array(message.utf8)
    var result: [UInt8] = []
    var place = start
    for (range, text) in replacements {
      result.append(contentsOf: bytes[place..<range.lowerBound])
      result.append(contentsOf: text.utf8)
      place = range.upperBound
    }
    result.append(contentsOf: bytes[place..<max(place, end)])
    return String(decoding: result, as: UTF8.self)
  }

  /// Share of the content words for which the n-gram model has no feature.
  func unknownShare(_ model: NGramModel) -> Double {
    var content = 0
    var unknown = 0
    for word in words where !FunctionWords.contains(word.text) {
      content += 1
      if model.feature(NGramExtractor.hash(word: word.text)) == nil { unknown += 1 }
    }
    return content == 0 ? 0 : Double(unknown) / Double(content)
  }
}
