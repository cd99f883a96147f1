import Knowledge

/// A figure in a sentence must be one that its claims have.
///
/// A claim has the figures of its `figures`, those that its own text prints, and those by which its
/// source is known ("a 2014 review"). A sentence about a gap may also print those of the gap's name
/// ("the six home exercises"), and an editorial sentence those of its reason, where a person has
/// written them on purpose.
struct FigureRule: CheckRule {
  func check(_ draft: KnowledgeDraft, _ options: CheckOptions, _ log: DiagnosticLog) {
    var known: [String: Set<String>] = [:]
    for claim in draft.knowledge.claims {
      let source = draft.knowledge.source(of: claim)
      let names = [source?.date, source?.title, source?.shortName].compactMap(\.self)
      known[claim.id] = Self.figures(
        of: [claim.says] + claim.figures + claim.conditions + names)
    }
    for gap in draft.knowledge.gaps {
      known[gap.id] = Self.figures(of: [gap.missing])
    }
    for placed in draft.sentences {
      let sentence = placed.sentence
      let printed = Figures(sentence.text, reading: .strict).figures
      guard !printed.isEmpty else { continue }
      var allowed = Self.figures(of: [sentence.editorial].compactMap(\.self))
      for id in sentence.claims + sentence.gaps { allowed.formUnion(known[id] ?? []) }
      for figure in printed where !allowed.contains(figure.value) {
        log.error(
          .figure, at: placed.place,
          "the figure '\(figure.printed)' is in none of the claims of its sentence",
          hint: hint(for: sentence, allowed: allowed))
      }
    }
  }

  private func hint(for sentence: Sentence, allowed: Set<String>) -> String {
    let support = (sentence.claims + sentence.gaps).joined(separator: ", ")
    if support.isEmpty { return "the sentence has no claims; its editorial reason may print it" }
    if allowed.isEmpty { return "\(support) print no figure" }
    return "figures of \(support): " + allowed.sorted().joined(separator: ", ")
  }

  private static func figures(of texts: [String]) -> Set<String> {
    var values = texts.reduce(into: Set<String>()) {
      $0.formUnion(Figures($1, reading: .generous).values)
    }
    // "50 percent" may be told as a half.
    for (percent, fraction) in [("50", "0.5"), ("33", "0.333"), ("25", "0.25")]
    where values.contains(percent) {
      values.insert(fraction)
    }
    return values
  }
}
