import Language

/// A message as the models see it.
struct Reading: Sendable {
  var words: [NGramExtractor.Word]
  var grams: [NGram]
  var repairs: [MatchResult.Repair]

  /// Longest message that is read, in words; what follows is left out of the scores.
  static let wordLimit = 400

  init(_ message: String) {
    self.init(tokens: Tokenizer.tokens(in: message))
  }

  init(tokens: some Collection<Token>) {
    words = Phrase.words(of: Array(tokens)).prefix(Reading.wordLimit).map {
      NGramExtractor.Word(text: $0)
    }
    grams = NGramExtractor.ngrams(of: words)
    repairs = []
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
