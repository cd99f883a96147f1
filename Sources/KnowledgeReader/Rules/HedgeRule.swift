import Knowledge

/// A sentence must not be stronger than what it stands on.
///
/// Where every claim of a sentence is hedged, the sentence must hold one of their hedges or a word
/// of the same group ("might" for "may", "usually" for "most"). A hedge of a figure ("about", "at
/// least") is only asked for when the sentence prints a figure. A sentence that also has a claim
/// without hedges is not judged: which half the hedge belongs to is for a person to see.
struct HedgeRule: CheckRule {
  /// Words that weaken a statement in the same way, and may stand for each other.
  static let ofStatements: [[String]] = [
    [
      "may", "might", "can", "could", "possible", "possibly", "perhaps", "potentially",
      "not always",
    ],
    [
      "many", "most", "mostly", "often", "usual", "usually", "general", "generally", "in general",
      "as a rule", "typical", "typically", "normal", "normally", "tend", "tends", "common",
      "commonly", "frequently", "mainly", "largely", "the majority",
    ],
    [
      "likely", "probable", "probably", "presumably", "presumed", "thought to", "believed",
      "expected", "suspected",
    ],
    ["some", "certain", "a few", "several", "sometimes", "partly", "at times"],
    [
      "seem", "seems", "seemed", "appear", "appears", "appeared", "suggest", "suggests",
      "suggested", "look", "looks", "points to", "hint", "hints",
    ],
    ["rare", "rarely", "seldom", "uncommon", "unusual"],
    ["should", "ought to", "ideally", "preferably", "best"],
  ]

  /// Words that weaken a figure in the same way.
  static let ofFigures: [[String]] = [
    ["about", "around", "roughly", "approximately", "nearly", "almost", "close to", "or so"],
    ["at least", "or more", "or longer", "minimum", "no less than", "more than", "over", "above"],
    ["up to", "as many as", "as much as", "at most", "no more than", "or less", "less than"],
  ]

  func check(_ draft: KnowledgeDraft, _ options: CheckOptions, _ log: DiagnosticLog) {
    var hedges: [String: [String]] = [:]
    for claim in draft.knowledge.claims { hedges[claim.id] = claim.hedges }
    for placed in draft.sentences {
      let sentence = placed.sentence
      let printsFigure = !Figures(sentence.text, reading: .strict).figures.isEmpty
      let wanted = sentence.claims.compactMap { hedges[$0] }
        .map { $0.filter { printsFigure || !Self.weakensFigure($0) } }
      guard !wanted.isEmpty, wanted.allSatisfy({ !$0.isEmpty }) else { continue }
      let accepted = wanted.joined().flatMap(Self.accepted)
      let words = Words(sentence.text)
      if accepted.contains(where: words.contains) { continue }
      log.error(
        .hedge, at: placed.place,
        "the sentence drops the hedge of " + sentence.claims.joined(separator: ", "),
        hint: "keep one of: " + unique(accepted).joined(separator: ", "))
    }
  }

  private static func weakensFigure(_ hedge: String) -> Bool {
    ofFigures.contains { $0.contains(hedge.lowercased()) }
  }

  /// A hedge and the words that may stand for it.
  private static func accepted(_ hedge: String) -> [String] {
    [hedge] + (ofStatements + ofFigures).filter { $0.contains(hedge.lowercased()) }.joined()
  }

  private func unique(_ words: [String]) -> [String] {
    var seen: Set<String> = []
    return words.filter { seen.insert($0).inserted }
  }
}
