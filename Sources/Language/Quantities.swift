/// Finds the quantities of a message.
package struct Quantities {
  fileprivate let tokens: [Token]

  /// All quantities, in order, none overlapping another.
  package static func all(in tokens: [Token]) -> [Quantity] {
    let reader = Quantities(tokens: tokens)
    var found: [Quantity] = []
    var index = 0
    while index < tokens.count {
      if let quantity = reader.quantity(at: index) {
        found.append(quantity)
        index = max(quantity.tokens.upperBound, index + 1)
      } else {
        index += 1
      }
    }
    return found
  }

  private func word(_ index: Int) -> String {
    index >= 0 && index < tokens.count ? tokens[index].text : ""
  }

  /// The quantity that starts at a token: qualifiers, number or range, unit.
  private func quantity(at start: Int) -> Quantity? {
    if let race = race(at: start) { return race }
    var index = start
    var qualifier = Quantity.Qualifier.exactly
    if let (found, end) = Quantities.qualifier(word(index), word(index + 1), at: index) {
      qualifier = found
      index = end
    }
    guard let amount = amount(at: index) else { return nil }
    if amount.vague, qualifier == .exactly { qualifier = .about }
    let (unit, end) = unit(after: amount)
    if amount.needsUnit, unit == nil { return nil }
    var scale = 1.0
    if unit == .steps, amount.suffix == "k" { scale = 1000 }
    if word(end - 1) == "fortnight" || word(end - 1) == "fortnights" { scale = 2 }
    return Quantity(
      lower: amount.lower * scale, upper: amount.upper * scale, unit: unit, qualifier: qualifier,
      tokens: start..<end)
  }

  /// "half marathon", "a marathon", "parkrun": distances that are named.
  private func race(at start: Int) -> Quantity? {
    func distance(_ kilometres: Double, _ end: Int) -> Quantity {
      Quantity(
        lower: kilometres, upper: kilometres, unit: .kilometres, qualifier: .exactly,
        tokens: start..<end)
    }
    switch word(start) {
    case "half":
      if word(start + 1) == "marathon" { return distance(21.0975, start + 2) }
      if word(start + 1) == "-", word(start + 2) == "marathon" {
        return distance(21.0975, start + 3)
      }
      return nil
    case "marathon": return distance(42.195, start + 1)
    case "parkrun": return distance(5, start + 1)
    default: return nil
    }
  }

  /// A number, range or vague amount without its unit.
  private struct Amount {
    var lower: Double
    var upper: Double
    var end: Int
    var vague = false
    /// An article alone ("a week") counts only with a unit.
    var needsUnit = false
    /// Letters stuck to the figure: "k" in "10k".
    var suffix = ""
  }

  private func amount(at start: Int) -> Amount? {
    if let stuck = stuckAmount(at: start) { return range(from: stuck) }
    if let (value, end) = NumberWords.number(in: tokens, at: start) {
      return range(from: Amount(lower: value, upper: value, end: end))
    }
    switch (word(start), word(start + 1), word(start + 2)) {
    case ("a", "couple", "of"): return Amount(lower: 2, upper: 2, end: start + 3, vague: true)
    case ("a", "couple", _): return Amount(lower: 2, upper: 2, end: start + 2, vague: true)
    case ("couple", "of", _): return Amount(lower: 2, upper: 2, end: start + 2, vague: true)
    case ("a", "few", _): return vagueAmount(3, 5, start + 2)
    case ("few", _, _): return vagueAmount(3, 5, start + 1)
    case ("several", _, _): return vagueAmount(3, 7, start + 1)
    case ("half", "a", _), ("half", "an", _):
      return Amount(lower: 0.5, upper: 0.5, end: start + 2, needsUnit: true)
    case ("a", _, _), ("an", _, _):
      if let (value, end) = NumberWords.number(in: tokens, at: start + 1) {
        return range(from: Amount(lower: value, upper: value, end: end))
      }
      return Amount(lower: 1, upper: 1, end: start + 1, needsUnit: true)
    default: return nil
    }
  }

  private func vagueAmount(_ lower: Double, _ upper: Double, _ end: Int) -> Amount {
    Amount(lower: lower, upper: upper, end: end, vague: true, needsUnit: true)
  }

  /// A figure with letters stuck to it, where the letters are a unit: "10k", "20min", "6wks".
  private func stuckAmount(at index: Int) -> Amount? {
    guard index < tokens.count, tokens[index].kind == .word else { return nil }
    let text = tokens[index].text.utf8
    guard let first = text.first, (0x30...0x39).contains(first) else { return nil }
    let figures = text.prefix { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }
    let suffix = String(decoding: text.dropFirst(figures.count), as: UTF8.self)
    guard suffix == "k" || suffix == "m" || suffix == "h" || Quantities.units[suffix] != nil,
      let value = NumberWords.figure(String(decoding: figures, as: UTF8.self))
    else { return nil }
    return Amount(lower: value, upper: value, end: index + 1, suffix: suffix)
  }

  /// Extends an amount by "-4", "to 4" or "or 4".
  private func range(from amount: Amount) -> Amount {
    let joint = word(amount.end)
    guard
      joint == "-" || joint == "to" || joint == "or" || joint == "/" && word(amount.end + 1) != "10"
    else { return amount }
    var extended = amount
    if let stuck = stuckAmount(at: amount.end + 1) {
      extended.upper = stuck.upper
      extended.end = stuck.end
      extended.suffix = stuck.suffix
    } else if let (value, end) = NumberWords.number(in: tokens, at: amount.end + 1) {
      extended.upper = value
      extended.end = end
    } else {
      return amount
    }
    return extended.upper >= extended.lower ? extended : amount
  }

  private func unit(after amount: Amount) -> (Quantity.Unit?, Int) {
    let end = amount.end
    if amount.suffix == "k" {
      return word(end) == "steps" ? (.steps, end + 1) : (.kilometres, end)
    }
    if amount.suffix == "m" { return (.metres, end) }
    if amount.suffix == "h" { return (.hours, end) }
    if !amount.suffix.isEmpty { return (Quantities.units[amount.suffix], end) }
    if word(end) == "/", word(end + 1) == "10" { return (.outOfTen, end + 2) }
    if word(end) == "out", word(end + 1) == "of", word(end + 2) == "10" || word(end + 2) == "ten" {
      return (.outOfTen, end + 3)
    }
    if word(end) == "per", word(end + 1) == "cent" { return (.percent, end + 2) }
    var place = end
    if word(place) == "-" || word(place) == "more" || word(place) == "full" { place += 1 }
    if let unit = Quantities.units[word(place)] { return (unit, place + 1) }
    switch word(place) {
    case "k" where !amount.needsUnit: return (.kilometres, place + 1)
    case "m" where !amount.needsUnit && amount.lower >= 50: return (.metres, place + 1)
    default: return (nil, end)
    }
  }

  private static func qualifier(
    _ first: String, _ second: String, at index: Int
  ) -> (Quantity.Qualifier, Int)? {
    switch (first, second) {
    case ("at", "least"), ("more", "than"): (.atLeast, index + 2)
    case ("at", "most"), ("up", "to"), ("less", "than"), ("no", "more"): (.atMost, index + 2)
    case ("over", _): (.atLeast, index + 1)
    case ("under", _): (.atMost, index + 1)
    case ("about", _), ("around", _), ("roughly", _), ("approx", _), ("approximately", _),
      ("~", _), ("maybe", _), ("nearly", _), ("almost", _), ("circa", _), ("some", _):
      (.about, index + 1)
    default: nil
    }
  }

  private static let units: [String: Quantity.Unit] = {
    let names: [(Quantity.Unit, [String])] = [
      (.seconds, ["s", "sec", "secs", "second", "seconds"]),
      (.minutes, ["min", "mins", "minute", "minutes"]),
      (.hours, ["hr", "hrs", "hour", "hours"]),
      (.days, ["d", "day", "days"]),
      (.weeks, ["w", "wk", "wks", "week", "weeks", "fortnight", "fortnights"]),
      (.months, ["mo", "mth", "mths", "month", "months"]),
      (.years, ["y", "yr", "yrs", "year", "years"]),
      (.kilometres, ["km", "kms", "kilometre", "kilometres", "kilometer", "kilometers", "ks"]),
      (.miles, ["mi", "mile", "miles", "miler"]),
      (.metres, ["metre", "metres", "meter", "meters"]),
      (.percent, ["%", "percent", "pc"]),
      (.times, ["times", "x"]),
      (.steps, ["steps"]),
    ]
    var table: [String: Quantity.Unit] = [:]
    for (unit, words) in names {
      for word in words { table[word] = unit }
    }
    return table
  }()
}
