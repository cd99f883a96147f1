/// Number words of English, and the words that make a quantity of them.
enum NumberWords {
  static let small: [String: Int] = [
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13,
    "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18,
    "nineteen": 19,
  ]

  static let tens: [String: Int] = [
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90,
  ]

  static let others: [String: String] = [
    "hundred": "100", "thousand": "1000", "dozen": "12", "twice": "2", "half": "0.5",
    "halves": "0.5", "quarter": "0.25", "quarters": "0.25", "thirds": "0.333",
  ]

  static let ordinals: [String: Int] = [
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12,
  ]

  /// Before these, "one" and an ordinal are quantities. Singular, since "the first minutes" is not.
  static let units: Set<String> = [
    "second", "minute", "hour", "day", "week", "month", "year", "mile", "kilometre", "kilometer",
    "km", "metre", "meter", "percent", "repetition", "rep", "gram", "kilo", "kilogram", "pound",
    "degree", "century", "decade",
  ]

  /// What our own texts count when they say "the two …": no figure of a claim.
  static let ownThings: Set<String> = [
    "documents", "sources", "articles", "texts", "views", "sides", "positions", "authors",
    "of", "differ", "agree", "disagree", "meet",
  ]
}
