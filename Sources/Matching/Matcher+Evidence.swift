extension Matcher {
  /// The phrasings that are most like the message, best first.
  func evidence(_ scored: Scorer.Scored) -> [MatchResult.Evidence] {
    var best: [(phrasing: Int, similarity: Float)] = []
    for entry in scored.similar
    where best.count < 5 || entry.similarity > (best.last?.similarity ?? 0) {
      let place = best.firstIndex { $0.similarity < entry.similarity } ?? best.count
      best.insert(entry, at: place)
      if best.count > 5 { best.removeLast() }
    }
    return best.map { entry in
      MatchResult.Evidence(
        text: model.phrases.text(entry.phrasing),
        intent: model.intents[model.phrases.intent(entry.phrasing)],
        similarity: Double(entry.similarity))
    }
  }

  /// What each word of the message did for a class, the strongest first.
  func tokenWeights(
    _ reading: Reading, _ terms: [NGramModel.Term], class index: Int
  ) -> [MatchResult.TokenWeight] {
    var contributions: [UInt64: Double] = [:]
    for term in terms {
      contributions[term.gram.hash] = Double(model.ngrams.contribution(of: term, to: index))
    }
    var weights: [MatchResult.TokenWeight] = []
    var seen: Set<String> = []
    for word in reading.words where seen.insert(word.text).inserted {
      var sum = 0.0
      // Letters may be shared by several words; each gets the whole of what it contains.
      for gram in NGramExtractor.ngrams(of: [word]) { sum += contributions[gram.hash] ?? 0 }
      let isUnknown = model.ngrams.feature(NGramExtractor.hash(word: word.text)) == nil
      weights.append(.init(token: word.text, weight: sum, isUnknown: isUnknown))
    }
    weights.sort { abs($0.weight) > abs($1.weight) }
    return Array(weights.prefix(8))
  }
}
