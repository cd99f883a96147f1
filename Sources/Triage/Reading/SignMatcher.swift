import Knowledge
import Language

/// Finds where the patterns of a lexicon fit in one message.
///
/// For each token the set of elements that it satisfies is a row of bits, so that a step of a
/// pattern costs one test; patterns with an element that occurs nowhere are not tried at all.
/// Linear in the length of the message, since gaps are limited.
struct SignMatcher {
  let text: SignText
  let index: SignIndex
  /// Number of 64-bit words in a row.
  private let width: Int
  private var rows: [UInt64]
  /// Elements that occur somewhere.
  private var present: [UInt64]
  /// Tokens that are no words of the lexicon, only near to some.
  private var isGuess: [Bool]
  /// Those of them that are near to words of three letters.
  private var isShortGuess: [Bool]
  /// Where a quantity element ends, by token and element.
  private var quantityEnds: [Int: Int] = [:]

  init(_ text: SignText, index: SignIndex) {
    self.text = text
    self.index = index
    width = index.width
    rows = Array(repeating: 0, count: text.tokens.count * width)
    present = Array(repeating: 0, count: width)
    isShortGuess = Array(repeating: false, count: text.tokens.count)
    isGuess = isShortGuess
    var guesses: [String: SignVocabulary.Guess] = [:]
    for place in text.tokens.indices {
      let word = text.tokens[place].word
      if let exact = index.vocabulary.index(of: word) {
        for element in index.elements(ofWord: exact) { set(element, at: place) }
        note(text.tokens[place].number, at: place)
        continue
      }
      let guess = guesses[word] ?? index.vocabulary.guess(word)
      guesses[word] = guess
      isShortGuess[place] = guess.isShort
      isGuess[place] = !guess.words.isEmpty
      for word in guess.words {
        for element in index.elements(ofWord: word)
        where element != index.everyday || guess.slips.contains(word) {
          set(element, at: place)
        }
      }
      note(text.tokens[place].number, at: place)
    }
    for (place, found) in text.quantities { note(found, at: place, index: index) }
  }

  private mutating func note(_ number: Double?, at place: Int) {
    guard let number, !text.isScale(place) else { return }
    for range in index.numbers where range.lower <= number && number <= range.upper {
      set(range.element, at: place)
    }
  }

  private mutating func note(
    _ found: (quantity: Quantity, end: Int), at place: Int, index: SignIndex
  ) {
    for range in index.quantities {
      guard let value = Self.value(of: found.quantity, in: range.measure),
        range.lower <= value, value <= range.upper
      else { continue }
      set(range.element, at: place)
      quantityEnds[place] = found.end
    }
  }

  /// The greater end of a quantity in a measure; nil where it is of another kind.
  private static func value(of quantity: Quantity, in measure: SignMeasure) -> Double? {
    switch measure {
    case .days: quantity.days?.upperBound
    case .minutes: quantity.minutes?.upperBound
    case .km: quantity.kilometres?.upperBound
    case .percent: quantity.unit == .percent ? quantity.upper : nil
    case .scale: quantity.unit == .outOfTen ? quantity.upper : nil
    }
  }

  private mutating func set(_ element: Int, at place: Int) {
    rows[place * width + element >> 6] |= 1 << UInt64(element & 63)
    present[element >> 6] |= 1 << UInt64(element & 63)
  }

  /// Whether a token may as well be an everyday word with a typo; such a one is no sign by itself.
  private func isEveryday(_ place: Int) -> Bool {
    guard isGuess[place], let everyday = index.everyday else { return false }
    return fits(everyday, at: place)
  }

  private func fits(_ element: Int, at place: Int) -> Bool {
    rows[place * width + element >> 6] & 1 << UInt64(element & 63) != 0
  }

  /// Whether every element that a pattern must have occurs in the message.
  private func mayMatch(_ pattern: SignSteps) -> Bool {
    pattern.allSatisfy {
      $0.isOptional || present[$0.element >> 6] & 1 << UInt64($0.element & 63) != 0
    }
  }

  /// Calls `body` with each pattern of a rule that fits somewhere, and where.
  func forEachMatch(_ body: (_ rule: Int, SignMatch) -> Void) {
    for number in 0..<index.owners.count {
      let pattern = index.pattern(number)
      guard mayMatch(pattern), let first = pattern.first?.element else { continue }
      let rule = index.owners[number]
      for place in text.tokens.indices where fits(first, at: place) {
        if pattern.count == 1, isEveryday(place) { continue }
        if let match = match(pattern, from: place, exactly: index.rules[rule].isExact) {
          body(rule, match)
        }
      }
    }
  }

  /// Whether a word of the foot stands in a range of tokens.
  func namesFoot(in range: Range<Int>) -> Bool {
    guard let foot = index.foot else { return false }
    return range.contains { fits(foot, at: $0) }
  }

  /// Whether a pattern fits somewhere inside a range of tokens; `exactly` forgives no typo.
  func fits(_ pattern: SignSteps, in range: Range<Int>, exactly: Bool) -> Bool {
    guard mayMatch(pattern), let first = pattern.first else { return false }
    return range.contains { place in
      guard fits(first.element, at: place),
        let match = match(pattern, from: place, exactly: exactly)
      else {
        return false
      }
      return match.range.upperBound <= range.upperBound
    }
  }

  /// The fit of a pattern that begins at `place`; `exactly` forgives no typo.
  private func match(_ pattern: SignSteps, from place: Int, exactly: Bool) -> SignMatch? {
    let limit = text.sentences[text.tokens[place].sentence].upperBound
    let guesses = exactly ? nil : pattern.count > 1 ? 1 : 0
    var skipped = SkippedTokens()
    guard
      let end = end(
        of: pattern, step: 0, at: place, limit: limit, guesses: guesses, skipped: &skipped)
    else { return nil }
    return SignMatch(range: place..<end, skipped: skipped)
  }

  private func end(
    of pattern: SignSteps, step: Int, at place: Int, limit: Int, guesses: Int?,
    skipped: inout SkippedTokens
  ) -> Int? {
    guard step < pattern.count else { return place }
    let current = pattern[step]
    for start in place..<max(place, min(place + current.gap + 1, limit)) {
      guard fits(current.element, at: start) else { continue }
      if isGuess[start], guesses == nil { continue }
      let left = guesses.map { $0 - (isShortGuess[start] ? 1 : 0) }
      if let left, left < 0 { continue }
      let next = index.isQuantity(current.element) ? quantityEnds[start] ?? start + 1 : start + 1
      let before = skipped
      if start > place { skipped.insert(place..<start) }
      if let end = end(
        of: pattern, step: step + 1, at: next, limit: limit, guesses: left, skipped: &skipped)
      {
        return end
      }
      skipped = before
    }
    guard current.isOptional else { return nil }
    return end(
      of: pattern, step: step + 1, at: place, limit: limit, guesses: guesses, skipped: &skipped)
  }
}

/// Where a pattern fits.
struct SignMatch: Hashable {
  var range: Range<Int>
  /// Tokens in its gaps.
  var skipped: SkippedTokens
}

/// Up to four runs of tokens that a fit stepped over.
struct SkippedTokens: Hashable {
  private var first = 0..<0
  private var second = 0..<0
  private var third = 0..<0
  private var fourth = 0..<0

  /// Adds a run; a fifth is joined to the fourth.
  mutating func insert(_ run: Range<Int>) {
    if first.isEmpty {
      first = run
    } else if second.isEmpty {
      second = run
    } else if third.isEmpty {
      third = run
    } else {
      fourth = fourth.isEmpty ? run : fourth.lowerBound..<run.upperBound
    }
  }

  func overlaps(_ range: Range<Int>) -> Bool {
    first.overlaps(range) || second.overlaps(range) || third.overlaps(range)
      || fourth.overlaps(range)
  }
}
