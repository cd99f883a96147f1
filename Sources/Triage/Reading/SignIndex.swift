import Knowledge

/// The compiled lexicon of signs, used where it lies: opening it costs little, whatever its size.
struct SignIndex: Sendable {
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

  /// A rule without its patterns; see `SignRule`.
  struct Rule {
    var meaning: SignRule.Meaning
    var needs: Range<Int>
    var unless: Range<Int>
    var negated: Int?
    var past: SignRule.Past
    var isAnyone: Bool
    var override: SignRule.Override
    /// Whether no typo is forgiven: what takes a sign away must be said plainly.
    var isExact: Bool
  }

  /// A guard of a rule; see `SignGuard`.
  struct Guard {
    var side: SignGuard.Side
    var reach: Int
    var isWeak: Bool
    var patterns: Range<Int>
  }

  let vocabulary: SignVocabulary
  let rules: [Rule]
  let combinations: [SignCombination]
  /// The rule of each pattern that belongs to one, in the order of the rules.
  let owners: NumberRow
  /// Number of 64-bit words that hold one bit for each element.
  let width: Int
  let numbers: [NumberRange]
  let quantities: [QuantityRange]
  /// The element that accepts the words of the foot.
  let foot: Int?
  /// The element that accepts everyday words.
  let everyday: Int?
  /// The elements of each word.
  private let elements: NumberRuns
  /// The steps of each pattern.
  private let patterns: NumberRuns
  /// Four numbers for each guard.
  private let guards: NumberRow
  private let quantityElements: Set<Int>

  /// Reads the section that `SignLexicon.sectionBytes` wrote; its bytes must outlive the index.
  init(from decoder: inout BlobDecoder) throws(BlobError) {
    vocabulary = try SignVocabulary(from: &decoder)
    let count = try decoder.number()
    width = (count + 63) / 64
    elements = try NumberRuns(from: &decoder)
    var numbers: [NumberRange] = []
    var quantities: [QuantityRange] = []
    for _ in 0..<(try decoder.count()) {
      let element = try decoder.number()
      let kind = try decoder.number()
      let (lower, upper) = (try decoder.double(), try decoder.double())
      guard element < count, kind <= SignMeasure.allCases.count else {
        throw .badValue("element", at: decoder.position)
      }
      if kind == 0 {
        numbers.append(NumberRange(element: element, lower: lower, upper: upper))
      } else {
        let measure = SignMeasure.allCases[kind - 1]
        quantities.append(
          QuantityRange(element: element, measure: measure, lower: lower, upper: upper))
      }
    }
    self.numbers = numbers
    self.quantities = quantities
    quantityElements = Set(quantities.map(\.element))
    patterns = try NumberRuns(from: &decoder)
    owners = try NumberRow(from: &decoder)
    guards = try NumberRow(from: &decoder)
    var guardCount = 0
    rules = try decoder.array { decoder throws(BlobError) in
      try Rule(from: &decoder, guardCount: &guardCount)
    }
    combinations = try decoder.array()
    foot = try decoder.optional { decoder throws(BlobError) in try decoder.number() }
    guard elements.count == vocabulary.count, elements.numbers.isBelow(count),
      patterns.numbers.isBelow(count << 7), owners.count <= patterns.count,
      owners.isBelow(rules.count), guards.count == 4 * guardCount, foot ?? 0 < max(1, count),
      (0..<guardCount).allSatisfy({ [guards, patterns] in
        guards[4 * $0 + 2] + guards[4 * $0 + 3] <= patterns.count
      })
    else { throw .badValue("signs", at: decoder.position) }
    everyday = rules.lastIndex { $0.meaning == .cue(.everyday) }.flatMap {
      [owners, patterns] rule in
      // Patterns stand in the order of their rules.
      var (lower, upper) = (0, owners.count)
      while lower < upper {
        let middle = (lower + upper) / 2
        if owners[middle] < rule { lower = middle + 1 } else { upper = middle }
      }
      guard lower < owners.count, owners[lower] == rule else { return nil }
      let steps = patterns.range(of: lower)
      return steps.isEmpty ? nil : patterns.numbers[steps.lowerBound] >> 7
    }
  }

  /// The elements that accept a word of the lexicon.
  func elements(ofWord word: Int) -> some Sequence<Int> {
    elements.range(of: word).lazy.map { elements.numbers[$0] }
  }

  func isQuantity(_ element: Int) -> Bool { quantityElements.contains(element) }

  /// The steps of a pattern.
  func pattern(_ number: Int) -> SignSteps {
    SignSteps(row: patterns.numbers, range: patterns.range(of: number))
  }

  func condition(_ number: Int) -> Guard {
    let side = SignGuard.Side.allCases[min(guards[4 * number] >> 1, 2)]
    let first = guards[4 * number + 2]
    return Guard(
      side: side, reach: guards[4 * number + 1], isWeak: guards[4 * number] & 1 == 1,
      patterns: first..<first + guards[4 * number + 3])
  }
}

/// The steps of a pattern, read where they lie.
struct SignSteps: RandomAccessCollection {
  let row: NumberRow
  let range: Range<Int>

  var startIndex: Int { 0 }
  var endIndex: Int { range.count }

  subscript(index: Int) -> SignStep {
    let packed = row[range.lowerBound + index]
    return SignStep(element: packed >> 7, gap: packed >> 1 & 63, isOptional: packed & 1 == 1)
  }
}

extension SignIndex.Rule {
  fileprivate init(from decoder: inout BlobDecoder, guardCount: inout Int) throws(BlobError) {
    meaning = try SignRule.Meaning(from: &decoder)
    isExact = meaning.takesAway
    let needs = guardCount + (try decoder.number())
    let unless = needs + (try decoder.number())
    self.needs = guardCount..<needs
    self.unless = needs..<unless
    guardCount = unless
    negated = try decoder.optional { decoder throws(BlobError) in try decoder.number() }
    let past = try decoder.number()
    self.past = past == 0 ? .drop : past == 1 ? .keep : .value(past - 2)
    isAnyone = try decoder.bool()
    let override = try decoder.number()
    guard override < SignRule.Override.allCases.count else {
      throw .badValue("override", at: decoder.position)
    }
    self.override = SignRule.Override.allCases[override]
    isExact = isExact || self.override != .none
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
        .whatIf, .condition, .asks, .opener, .topic, .correction, .asksAbout, .everyday:
        return true
      case .notNegation, .end, .clause, .adjective, .pastPseudo, .present, .recent, .own, .ownBody,
        .aboutThem, .personal:
        return false
      }
    }
  }
}
