extension Matcher {
  /// The phrasings of the likeliest readings that share most with the message.
  func evidence(_ reading: Reading, _ assessment: Assessment) -> [MatchResult.Evidence] {
    let likely = Set(assessment.best(4).map { $0 < model.classes.count ? model.classes[$0] : -1 })
    var found: [MatchResult.Evidence] = []
    for index in 0..<model.phrases.count {
      let intent = model.phrases.intent(index)
      let isOutside = !model.intents[intent].isInScope
      guard likely.contains(isOutside ? -1 : intent) else { continue }
      let text = model.phrases.text(index)
      let similarity = similarity(reading, Reading(text))
      guard similarity > 0 else { continue }
      found.append(
        MatchResult.Evidence(text: text, intent: model.intents[intent], similarity: similarity))
    }
    found.sort { ($1.similarity, $0.text) < ($0.similarity, $1.text) }
    return Array(found.prefix(5))
  }

  /// Cosine of the weighted words and pairs of two messages.
  private func similarity(_ first: Reading, _ second: Reading) -> Double {
    var weights: [UInt64: Float] = [:]
    var firstSquare: Float = 0
    var secondSquare: Float = 0
    var product: Float = 0
    for gram in first.grams where gram.block == .words {
      let weight = gram.frequency * model.ngrams.rarity(gram.hash)
      weights[gram.hash] = weight
      firstSquare += weight * weight
    }
    for gram in second.grams where gram.block == .words {
      let weight = gram.frequency * model.ngrams.rarity(gram.hash)
      secondSquare += weight * weight
      if let other = weights[gram.hash] { product += weight * other }
    }
    guard product > 0 else { return 0 }
    return Double(product / (firstSquare * secondSquare).squareRoot())
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
