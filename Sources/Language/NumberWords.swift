/// Numbers written as words: "six", "twenty-five", "a hundred and twenty".
package enum NumberWords {
  /// Value of a single number word, or nil.
  package static func value(_ word: String) -> Double? {
    ones[word] ?? tens[word] ?? (word == "hundred" ? 100 : word == "dozen" ? 12 : nil)
  }

  /// The number that starts at a token, in figures or in words, and the token after it.
  ///
  /// Reads "6", "3.5", "six", "twenty five", "a hundred", "one and a half", "half"; not a range and
  /// not the vague "a few", which are read by `Quantities`. A figure stuck to letters ("10k") is
  /// not read here.
  package static func number(in tokens: [Token], at start: Int) -> (value: Double, end: Int)? {
    guard start < tokens.count else { return nil }
    let token = tokens[start]
    if token.kind == .number {
      guard let value = figure(token.text) else { return nil }
      return half(after: start + 1, in: tokens).map { (value + 0.5, $0) } ?? (value, start + 1)
    }
    if let value = tens[token.text] {
      var next = start + 1
      if next < tokens.count, tokens[next].text == "-" { next += 1 }
      if next < tokens.count, let one = ones[tokens[next].text], one >= 1, one <= 9 {
        return (value + one, next + 1)
      }
      return (value, start + 1)
    }
    guard let value = value(token.text) else { return nil }
    var end = start + 1
    if end < tokens.count, tokens[end].text == "hundred" {
      end += 1
      return (value * 100, end)
    }
    return half(after: end, in: tokens).map { (value + 0.5, $0) } ?? (value, end)
  }

  /// Value of figures with at most one point, summed in a fixed order; nil where it has more.
  package static func figure(_ text: String) -> Double? {
    var value = 0.0
    var scale = 0.0
    for byte in text.utf8 {
      if byte == UInt8(ascii: ".") {
        if scale != 0 { return nil }
        scale = 1
      } else {
        guard (0x30...0x39).contains(byte) else { return nil }
        value = value * 10 + Double(byte - 0x30)
        scale *= 10
      }
    }
    return scale > 1 ? value / scale : value
  }

  /// The token after "and a half" at `index`.
  private static func half(after index: Int, in tokens: [Token]) -> Int? {
    guard index + 2 < tokens.count else { return nil }
    let words = (tokens[index].text, tokens[index + 1].text, tokens[index + 2].text)
    return words == ("and", "a", "half") ? index + 3 : nil
  }

  private static let ones: [String: Double] = [
    "zero": 0, "nil": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
    "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13,
    "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
  ]

  private static let tens: [String: Double] = [
    "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60,
    "seventy": 70, "eighty": 80, "ninety": 90,
  ]
}
