import Knowledge

/// A lexicon laid out for matching; built once, in well under a millisecond.
struct SignIndex {
  /// An element that accepts numbers.
  struct NumberRange {
    var element: Int
    var lower: Double
    var upper: Double
  }

  /// An element that accepts quantities.
  struct QuantityRange {
    var element: Int
    var measure: SignMeasure
    var lower: Double
    var upper: Double
  }

  /// A pattern of a rule that stands for a sign, an idiom or a cue.
  struct RulePattern {
    /// Index of the rule in the lexicon.
    var rule: Int
    var pattern: SignPattern
    /// Whether no typo is forgiven: what takes a sign away must be said plainly.
    var isExact: Bool
    /// Where its elements that must occur stand in `required`.
    var needs: Range<Int>
  }

  let vocabulary: SignVocabulary
  /// All patterns of all rules, in their order.
  let patterns: [RulePattern]
  /// Elements that the patterns need, one pattern after the other.
  let required: [Int32]
  /// Number of 64-bit words that hold one bit for each element.
  let width: Int
  let numbers: [NumberRange]
  let quantities: [QuantityRange]
  let isQuantity: [Bool]
  /// The element that accepts the words of the foot.
  let foot: Int?
  /// Where the elements of each word begin in `elementsOfWords`.
  private let starts: [Int32]
  private let elementsOfWords: [Int32]

  init(_ lexicon: SignLexicon) {
    vocabulary = SignVocabulary(lexicon)
    width = (lexicon.elements.count + 63) / 64
    var numbers: [NumberRange] = []
    var quantities: [QuantityRange] = []
    var isQuantity = [Bool](repeating: false, count: lexicon.elements.count)
    var counts = [Int32](repeating: 0, count: lexicon.words.count + 1)
    for (element, accepted) in lexicon.elements.enumerated() {
      switch accepted {
      case .words(let words):
        for word in words { counts[word + 1] += 1 }
      case .number(let lower, let upper):
        numbers.append(NumberRange(element: element, lower: lower, upper: upper))
      case .quantity(let measure, let lower, let upper):
        isQuantity[element] = true
        quantities.append(
          QuantityRange(element: element, measure: measure, lower: lower, upper: upper))
      }
    }
    for word in lexicon.words.indices { counts[word + 1] += counts[word] }
    var elementsOfWords = [Int32](repeating: 0, count: Int(counts.last ?? 0))
    var next = counts
    for (element, accepted) in lexicon.elements.enumerated() {
      guard case .words(let words) = accepted else { continue }
      for word in words {
        elementsOfWords[Int(next[word])] = Int32(element)
        next[word] += 1
      }
    }
    var patterns: [RulePattern] = []
    var required: [Int32] = []
    for (number, rule) in lexicon.rules.enumerated() {
      for pattern in rule.patterns {
        let start = required.count
        for step in pattern.steps where !step.isOptional { required.append(Int32(step.element)) }
        patterns.append(
          RulePattern(
            rule: number, pattern: pattern, isExact: rule.meaning.takesAway,
            needs: start..<required.count))
      }
    }
    self.patterns = patterns
    self.required = required
    self.numbers = numbers
    self.quantities = quantities
    self.isQuantity = isQuantity
    foot = lexicon.foot
    self.elementsOfWords = elementsOfWords
    starts = counts
  }

  /// The elements that accept a word of the lexicon.
  func elements(ofWord word: Int) -> some Sequence<Int> {
    elementsOfWords[Int(starts[word])..<Int(starts[word + 1])].lazy.map { Int($0) }
  }
}

extension SignRule.Meaning {
  /// Whether a hit makes other hits count less.
  fileprivate var takesAway: Bool {
    switch self {
    case .value, .alarm, .companion: return false
    case .idiom: return true
    case .cue(let cue):
      switch cue {
      case .no, .not, .noAfter, .unsure, .past, .resolved, .filler, .otherAdult, .otherChild,
        .whatIf, .condition, .asks, .opener, .topic, .correction:
        return true
      case .notNegation, .end, .clause, .adjective, .pastPseudo, .present, .recent, .own, .ownBody,
        .aboutThem, .personal:
        return false
      }
    }
  }
}
