import Language
import Testing

@Suite struct TokenizerSuite {
  @Test(arguments: [
    ("Hello, World!", ["hello", ",", "world", "!"]),
    ("I dont know; it’s sore", ["i", "don't", "know", ";", "it's", "sore"]),
    ("8/10 at 6am", ["8", "/", "10", "at", "6am"]),
    ("ran 10k, 1,000 m and 3.5 miles", ["ran", "10k", ",", "1000", "m", "and", "3.5", "miles"]),
    ("plantar\u{200B} fasci\u{00ED}tis", ["plantar", "fasciitis"]),
    ("\u{FF48}\u{FF45}\u{FF45}\u{FF4C}\u{FB01}", ["heelfi"]),
    ("1½ hours", ["1.5", "hours"]),
    ("боль в пятке", ["боль", "в", "пятке"]),
    ("why?? \u{1F62D}\u{1F62D}", ["why", "??", "\u{1F62D}\u{1F62D}"]),
    ("a\u{0}b", ["a", "b"]),
    ("", []),
  ])
  func tokens(message: String, expected: [String]) {
    #expect(Tokenizer.tokens(in: message).map(\.text) == expected)
  }

  @Test(arguments: ["Don’t “run” — naïve", "caf\u{65}\u{301} 10km", "plain text", "ﬁt ½"])
  func rangesPointIntoTheMessage(message: String) {
    let tokens = Tokenizer.tokens(in: message)
    var last = 0
    for token in tokens {
      #expect(token.range.lowerBound >= last, "\(token)")
      #expect(!token.written(in: message).isEmpty, "\(token)")
      last = token.range.upperBound
    }
    #expect(last <= message.utf8.count)
  }

  @Test(arguments: [
    ("It hurts. Should I run? Yes", 3),
    ("Dr. Smith said 3.5 miles.", 1),
    ("it hurts in the morning e.g. on the stairs", 1),
    ("one\ntwo", 2),
    ("what?? no!", 2),
  ])
  func sentences(message: String, count: Int) {
    let tokens = Tokenizer.tokens(in: message)
    let ranges = Sentences.ranges(of: tokens)
    #expect(ranges.count == count, "\(ranges)")
    #expect(ranges.flatMap(Array.init) == Array(tokens.indices))
  }

  @Test(arguments: [
    ("don't", "do not"), ("can't", "can not"), ("i've", "i have"), ("it's", "it is"),
    ("doctor's", nil), ("running", nil),
  ])
  func contractions(word: String, expected: String?) {
    #expect(Contractions.expanded(word).map { "\($0.0) \($0.1)" } == expected)
  }
}

@Suite struct QuantitySuite {
  @Test(arguments: [
    ("ran 5 miles", "5.0-5.0 miles exactly"),
    ("3-4 weeks off", "3.0-4.0 weeks exactly"),
    ("two or three days", "2.0-3.0 days exactly"),
    ("a 10k", "10.0-10.0 kilometres exactly"),
    ("pain is 8/10", "8.0-8.0 out-of-ten exactly"),
    ("six out of ten", "6.0-6.0 out-of-ten exactly"),
    ("6-7/10", "6.0-7.0 out-of-ten exactly"),
    ("about a four", "4.0-4.0 none about"),
    ("half marathon", "21.0975-21.0975 kilometres exactly"),
    ("twenty-five minutes", "25.0-25.0 minutes exactly"),
    ("a couple of months", "2.0-2.0 months about"),
    ("a fortnight", "2.0-2.0 weeks exactly"),
    ("an hour", "1.0-1.0 hours exactly"),
    ("half an hour", "0.5-0.5 hours exactly"),
    ("one and a half hours", "1.5-1.5 hours exactly"),
    ("20min jog", "20.0-20.0 minutes exactly"),
    ("at least 48 hours", "48.0-48.0 hours at-least"),
    ("10 percent", "10.0-10.0 percent exactly"),
    ("a 6-week break", "6.0-6.0 weeks exactly"),
    ("10k steps", "10000.0-10000.0 steps exactly"),
    ("a pain", nil),
    ("a few runners", nil),
  ])
  func quantity(message: String, expected: String?) {
    let all = Quantities.all(in: Tokenizer.tokens(in: message))
    let texts = all.map { quantity in
      let unit = quantity.unit?.rawValue ?? "none"
      return "\(quantity.lower)-\(quantity.upper) \(unit) \(quantity.qualifier.rawValue)"
    }
    #expect(texts == [expected].compactMap(\.self), "\(message)")
  }

  @Test func conversions() {
    let miles = Quantities.all(in: Tokenizer.tokens(in: "2 miles in 3 weeks"))
    #expect(miles.first?.kilometres?.lowerBound == 2 * 1.609344)
    #expect(miles.last?.days == 21...21)
    #expect(miles.first?.days == nil)
  }
}
