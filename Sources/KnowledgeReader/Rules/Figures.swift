/// The quantities that a text prints, in digits or in words.
///
/// Every figure is brought to one form ("10", "2.5", "0.5"), so that "ten" and "10" are the same,
/// and a range gives both of its ends. What is a quantity and what is not:
///
/// - digits always, except those after a letter (an id) and distances that name a race ("5K");
/// - "two" to "ninety-nine", "hundred", "dozen", "twice"; but not where "two" counts our own
///   things ("the two documents", "the milder of the two");
/// - "one" and ordinals only before a unit ("one minute", "first week") or in a range ("one to
///   two"), for else they point ("one of them", "the other one", "no one", "the first steps");
/// - "half", "quarter" and "a third of" as fractions, except in the name "half marathon".
struct Figures {
  /// A figure in the one form, and as it is printed.
  struct Figure: Hashable {
    var value: String
    var printed: String
  }

  /// How doubtful words are taken.
  enum Reading {
    /// Only what surely is a quantity: for sentences, which need support.
    case strict
    /// Everything that might be one: for claims, which give it.
    case generous
  }

  let figures: [Figure]

  var values: Set<String> { Set(figures.map(\.value)) }

  init(_ text: String, reading: Reading) {
    let words = Words(text).words
    figures = words.indices.flatMap { index in
      Self.values(at: index, of: words, reading: reading)
        .map { Figure(value: $0, printed: words[index]) }
    }
  }

  private static func values(at index: Int, of words: [String], reading: Reading) -> [String] {
    let word = words[index]
    let next = index + 1 < words.count ? words[index + 1] : ""
    let previous = index > 0 ? words[index - 1] : ""
    if let digits = digits(word) { return [digits] }
    if let tens = NumberWords.tens[word] {
      // The ones of "twenty-five" follow and carry the whole.
      return isOnes(next) ? [] : [String(tens)]
    }
    if let value = NumberWords.small[word] {
      if isOnes(word), let tens = NumberWords.tens[previous] { return [String(tens + value)] }
      let counts =
        switch value {
        case 1: isUnit(next) || isRange(after: index, of: words)
        case 2: !NumberWords.ownThings.contains(next) && !isOfThe(before: index, of: words)
        default: true
        }
      return counts || reading == .generous ? [String(value)] : []
    }
    if let value = NumberWords.others[word] {
      return word == "half" && next == "marathon" ? [] : [value]
    }
    if let value = NumberWords.ordinals[word] {
      let isFraction = word == "third" && ["a", "one"].contains(previous) && next == "of"
      if reading == .generous { return [String(value)] + (word == "third" ? ["0.333"] : []) }
      return isFraction ? ["0.333"] : isUnit(next) ? [String(value)] : []
    }
    return []
  }

  /// The number of "10", "2.5", "1,000", "24h", "3rd"; nil for words and for "5k".
  private static func digits(_ word: String) -> String? {
    let digits = word.prefix { $0.isASCII && ($0.isNumber || $0 == "." || $0 == ",") }
    guard !digits.isEmpty, word.dropFirst(digits.count) != "k" else { return nil }
    let plain = digits.filter { $0 != "," }
    guard let value = Double(plain) else { return String(plain) }
    return value == value.rounded() && value < 1e15 ? String(Int(value)) : String(value)
  }

  private static func isOnes(_ word: String) -> Bool {
    (1...9).contains(NumberWords.small[word] ?? 0)
  }

  private static func isUnit(_ word: String) -> Bool {
    NumberWords.units.contains(word)
  }

  private static func isOfThe(before index: Int, of words: [String]) -> Bool {
    index >= 2 && words[index - 1] == "the" && words[index - 2] == "of"
  }

  /// Whether "one" begins a range: "one to two", "one or two".
  private static func isRange(after index: Int, of words: [String]) -> Bool {
    guard index + 2 < words.count, ["to", "or"].contains(words[index + 1]) else { return false }
    return NumberWords.small[words[index + 2]] != nil || digits(words[index + 2]) != nil
  }
}
