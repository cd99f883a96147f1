import Language

/// A token as the reading of signs sees it: no apostrophes, no marks.
struct SignToken {
  /// Small letters without apostrophes ("cant"); "can not" is one token too.
  var word: String
  /// Value of a number in figures or words.
  var number: Double?
  /// Index of its sentence.
  var sentence: Int
  /// Whether a comma, colon, bracket or dash stands before it.
  var followsMark: Bool
  /// UTF-8 offsets in the message as it was written.
  var range: Range<Int>
}

/// A message cut for the reading of signs. Linear in its length.
struct SignText {
  private(set) var tokens: [SignToken] = []
  /// Token ranges of the sentences.
  private(set) var sentences: [Range<Int>] = []
  /// Whether a sentence ends in a question mark.
  private(set) var isQuestion: [Bool] = []
  /// Quantity that can be read from a token on, with the token after it.
  private(set) var quantities: [Int: (quantity: Quantity, end: Int)] = [:]

  /// Tokens of figures out of ten, which are no bare numbers.
  private var scales: Set<Int> = []

  init(_ message: String) {
    let source = Tokenizer.tokens(in: message)
    /// Index of the first own token at or after each token of the source.
    var places = [Int](repeating: 0, count: source.count + 1)
    tokens.reserveCapacity(source.count)
    for range in Self.joined(Sentences.ranges(of: source), source, message) {
      let start = tokens.count
      var followsMark = false
      var asks = false
      for index in range {
        places[index] = tokens.count
        let token = source[index]
        if token.kind == .punctuation {
          followsMark = followsMark || Self.parts(token)
          asks = asks || token.text.utf8.first == UInt8(ascii: "?")
          continue
        }
        append(token, sentence: sentences.count, followsMark: followsMark, start: start)
        followsMark = false
      }
      guard tokens.count > start else { continue }
      sentences.append(start..<tokens.count)
      isQuestion.append(asks)
    }
    places[source.count] = tokens.count
    for range in Sentences.ranges(of: source) where range.contains(where: { mayCount(source[$0]) })
    {
      for quantity in Quantities.all(in: Self.withUnits(source[range])) {
        note(quantity, places: places, offset: range.lowerBound)
      }
    }
    noteScores()
  }

  /// Sentences, with an outcry joined to what follows in small letters: "POP. in my heel",
  /// "then a pop!! in the arch".
  private static func joined(
    _ ranges: [Range<Int>], _ source: [Token], _ message: String
  ) -> [Range<Int>] {
    var joined: [Range<Int>] = []
    let isShouted = !message.utf8.contains { (0x61...0x7A).contains($0) }
    for range in ranges {
      if let last = joined.last, isOutcry(source[last]), let first = source[range].first,
        first.kind == .word,
        isShouted || first.written(in: message).utf8.first.map({ $0 >= 0x61 }) ?? false
      {
        joined[joined.count - 1] = last.lowerBound..<range.upperBound
      } else {
        joined.append(range)
      }
    }
    return joined
  }

  /// Whether a sentence that asks nothing is one word, or ends in a noise.
  private static func isOutcry(_ tokens: ArraySlice<Token>) -> Bool {
    guard !tokens.contains(where: { $0.text.utf8.first == UInt8(ascii: "?") }) else { return false }
    let words = tokens.filter { $0.kind != .punctuation }
    guard let last = words.last else { return false }
    return noises.contains(last.text)
      || words.count == 1 && !["no", "none", "nope", "nah", "yes", "never"].contains(last.text)
  }

  private static let noises: Set<String> = [
    "pop", "crack", "snap", "twang", "ping", "bang", "crunch", "clunk", "rip", "tear", "popped",
    "snapped", "cracked", "ripped",
  ]

  /// "3 from 10", "4 on ten": scores that are written otherwise.
  private mutating func noteScores() {
    for place in tokens.indices.dropLast(2) {
      guard let score = tokens[place].number, (0...10).contains(score), !isScale(place),
        ["from", "of", "on", "outta", "over", "oot"].contains(tokens[place + 1].word)
      else { continue }
      let end = tokens[place + 2].word == "o" ? place + 3 : place + 2
      guard end < tokens.count, tokens[end].number == 10 else { continue }
      let range = place..<end + 1
      quantities[place] = (
        Quantity(lower: score, upper: score, unit: .outOfTen, qualifier: .exactly, tokens: range),
        end + 1
      )
      scales.formUnion(range)
    }
  }

  /// Whether a mark parts clauses; a hyphen or a slash does not.
  private static func parts(_ token: Token) -> Bool {
    guard let first = token.text.utf8.first else { return false }
    switch first {
    case UInt8(ascii: "'"), UInt8(ascii: "/"), UInt8(ascii: "\""), UInt8(ascii: "%"): return false
    case UInt8(ascii: "-"): return token.spacing != .none || token.text.utf8.count > 1
    default: return true
    }
  }

  private mutating func append(
    _ token: Token, sentence: Int, followsMark: Bool, start: Int
  ) {
    var word = token.text
    if word.utf8.contains(UInt8(ascii: "'")) { word = Self.withoutApostrophe(word) }
    word = SpokenWords.plain(word)
    if word == "not", !followsMark, tokens.count > start, let last = tokens.last,
      Self.joinsNot.contains(last.word)
    {
      tokens[tokens.count - 1].word =
        last.word == "can" ? "cant" : last.word == "will" ? "wont" : last.word + "nt"
      tokens[tokens.count - 1].range = last.range.lowerBound..<token.range.upperBound
      return
    }
    if token.kind == .word, let first = word.utf8.first, (0x30...0x39).contains(first) {
      // "15yo": the figure and what is stuck to it.
      let figures = word.utf8.prefix { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }
      let middle = token.range.lowerBound + figures.count
      let number = String(decoding: figures, as: UTF8.self)
      tokens.append(
        SignToken(
          word: number, number: NumberWords.figure(number), sentence: sentence,
          followsMark: followsMark, range: token.range.lowerBound..<middle))
      tokens.append(
        SignToken(
          word: String(decoding: word.utf8.dropFirst(figures.count), as: UTF8.self), number: nil,
          sentence: sentence, followsMark: false,
          range: middle..<max(middle, token.range.upperBound)))
      return
    }
    let number = token.kind == .number ? NumberWords.figure(word) : Self.number(word)
    tokens.append(
      SignToken(
        word: word, number: number, sentence: sentence, followsMark: followsMark,
        range: token.range))
  }

  /// Makes a quantity readable from its first token and from its first number.
  private mutating func note(_ quantity: Quantity, places: [Int], offset: Int) {
    let end = places[min(quantity.tokens.upperBound + offset, places.count - 1)]
    let start = places[quantity.tokens.lowerBound + offset]
    guard start < end else { return }
    quantities[start] = (quantity, end)
    if quantity.unit == .outOfTen { scales.formUnion(start..<end) }
    if let number = (start..<end).first(where: { tokens[$0].number != nil }), number != start {
      quantities[number] = (quantity, end)
    }
  }

  /// Whether a token belongs to a figure out of ten.
  func isScale(_ place: Int) -> Bool { scales.contains(place) }

  /// The tokens with a typo in a unit mended: "four monhts", "three dyas".
  private static func withUnits(_ tokens: ArraySlice<Token>) -> [Token] {
    var mended = Array(tokens)
    for place in mended.indices.dropFirst() {
      let before = mended[place - 1]
      guard mended[place].kind == .word, mended[place].text.utf8.count >= 4,
        !countingWords.contains(mended[place].text), !nearUnits.contains(mended[place].text),
        before.kind == .number || countingWords.contains(before.text) || before.text == "a"
      else { continue }
      let unit = units.first { EditDistance.between(mended[place].text, $0, limit: 1) == 1 }
      if let unit { mended[place].text = unit }
    }
    return mended
  }

  private static let units = [
    "days", "weeks", "months", "years", "hours", "minutes", "miles", "month",
  ]

  /// Words that look like a misspelt unit and are none.
  private static let nearUnits: Set<String> = [
    "week", "month", "year", "hour", "minute", "mile", "ways", "says", "pays", "lays", "rays",
    "yours", "fours", "tours", "tears", "wears", "fears", "gears", "hears", "bears", "seeks",
    "weeds", "wheels", "tiles", "piles", "smiles", "males", "mouths", "mouth", "daily", "heels",
  ]

  /// Whether a token can belong to a quantity that matters here.
  private func mayCount(_ token: Token) -> Bool {
    guard let first = token.text.utf8.first else { return false }
    return (0x30...0x39).contains(first) || Self.countingWords.contains(token.text)
  }

  private static let countingWords: Set<String> = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
    "hundred", "dozen", "couple", "few", "several", "half", "day", "week", "month", "year",
    "fortnight", "hour", "minute", "mile", "km", "marathon", "parkrun",
  ]

  /// Value of a number word, asked only where the first letter can begin one.
  private static func number(_ word: String) -> Double? {
    let count = word.utf8.count
    guard count >= 3, count <= 9, let first = word.utf8.first else { return nil }
    switch first {
    case UInt8(ascii: "z"), UInt8(ascii: "o"), UInt8(ascii: "t"), UInt8(ascii: "f"),
      UInt8(ascii: "s"), UInt8(ascii: "e"), UInt8(ascii: "n"), UInt8(ascii: "h"),
      UInt8(ascii: "d"):
      return NumberWords.value(word)
    default: return nil
    }
  }

  private static let joinsNot: Set<String> = [
    "can", "could", "do", "does", "did", "is", "are", "was", "were", "has", "have", "had", "should",
    "would", "will", "must",
  ]

  /// "don't" is "dont", "it's" is "its", "I'll" is "i", "the heel's" is "heel".
  private static func withoutApostrophe(_ word: String) -> String {
    let base = String(word.prefix { $0 != "'" })
    if word.hasSuffix("'ll") || word.hasSuffix("'d") { return base }
    if word.hasSuffix("'s"), !keepsIs.contains(base) { return base }
    if word == "we're" { return base }
    return String(decoding: word.utf8.filter { $0 != UInt8(ascii: "'") }, as: UTF8.self)
  }

  /// Words whose "'s" is kept: "its", "theres".
  private static let keepsIs: Set<String> = [
    "it", "that", "there", "what", "he", "she", "who", "here", "how", "let", "where", "when",
  ]
}
