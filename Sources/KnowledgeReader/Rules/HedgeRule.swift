import Knowledge

/// A sentence must not be stronger than what it stands on.
///
/// Where every claim of a sentence is hedged, the sentence must hold one of their hedges or a word
/// of the same group ("might" for "may", "usually" for "most"). A sentence that also has a claim
/// without hedges is not judged: which half the hedge belongs to is for a person to see.
struct HedgeRule: CheckRule {
  /// Words that weaken in the same way, and may stand for each other.
  static let groups: [[String]] = [
    [
      "may", "might", "can", "could", "possible", "possibly", "perhaps", "potentially",
      "not always",
    ],
    [
      "many", "most", "mostly", "often", "usual", "usually", "general", "generally", "in general",
      "as a rule", "typical", "typically", "normal", "normally", "tend", "tends", "common",
      "commonly", "frequently", "mainly", "largely", "the majority", "in most",
    ],
    [
      "about", "around", "roughly", "approximately", "nearly", "almost", "close to",
      "or so",
    ],
    [
      "likely", "probable", "probably", "presumably", "presumed", "thought to", "believed",
      "expected", "suspected",
    ],
    ["some", "certain", "a few", "several", "sometimes", "in some", "partly", "at times"],
    [
      "seem", "seems", "seemed", "appear", "appears", "appeared", "suggest", "suggests",
      "suggested", "look", "looks", "points to", "hint", "hints",
    ],
    ["at least", "or more", "or longer", "minimum", "no less than", "more than", "over", "above"],
    ["up to", "as many as", "as much as", "at most", "no more than", "or less", "less than"],
    ["rare", "rarely", "seldom", "uncommon", "unusual"],
    ["should", "ought to", "ideally", "preferably", "best"],
  ]

  func check(_ draft: KnowledgeDraft, _ options: CheckOptions, _ log: DiagnosticLog) {
    var hedges: [String: [String]] = [:]
    for claim in draft.knowledge.claims { hedges[claim.id] = claim.hedges }
    for placed in draft.sentences {
      let ofClaims = placed.sentence.claims.compactMap { hedges[$0] }
      guard !ofClaims.isEmpty, ofClaims.allSatisfy({ !$0.isEmpty }) else { continue }
      let wanted = ofClaims.joined()
      let words = Words(placed.sentence.text)
      if wanted.contains(where: { Self.keeps($0, in: words) }) { continue }
      let accepted = wanted.flatMap { Self.accepted($0) }
      log.error(
        .hedge, at: placed.place,
        "the sentence drops the hedge of " + placed.sentence.claims.joined(separator: ", "),
        hint: "keep one of: " + unique(accepted).joined(separator: ", "))
    }
  }

  /// A hedge and the words that may stand for it.
  static func accepted(_ hedge: String) -> [String] {
    [hedge] + groups.filter { $0.contains(hedge.lowercased()) }.joined()
  }

  private static func keeps(_ hedge: String, in words: Words) -> Bool {
    accepted(hedge).contains { words.contains($0) }
  }

  private func unique(_ words: [String]) -> [String] {
    var seen: Set<String> = []
    return words.filter { seen.insert($0).inserted }
  }
}
