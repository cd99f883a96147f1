internal import Language

/// Reads what a message tells of the runner: age, menopause, side, weeks of pain, a race, what was tried.
///
/// It only takes what is said of oneself in so many words; slots of the triage are read elsewhere.
struct FactReader {
  private let words: [String]
  private let quantities: [Quantity]
  private let tokens: [Token]

  init(_ tokens: [Token]) {
    self.tokens = tokens
    words = tokens.map(\.text)
    quantities = Quantities.all(in: tokens)
  }

  /// What the message adds to `facts`.
  func merged(into facts: Facts) -> Facts {
    var facts = facts
    if !isAboutSomebodyElse {
      if let age { facts.age = age }
      if tellsOfMenopause { facts.menopause = true }
    }
    if let side { facts.side = side }
    if let painWeeks { facts.painWeeks = painWeeks }
    if let race { facts.race = race }
    if tookPainkiller { facts.tookPainkiller = true }
    if isCleared { facts.isCleared = true }
    if needsMedicineCaution { facts.needsMedicineCaution = true }
    for topic in tried where !facts.tried.contains(topic) { facts.tried.append(topic) }
    return facts
  }

  /// "Took two ibuprofen", "on painkillers", "since the naproxen".
  private var tookPainkiller: Bool {
    let taking: Set = ["took", "taken", "taking", "take", "popped", "had", "on", "since", "after"]
    let medicines: Set = [
      "ibuprofen", "ibuprofens", "nurofen", "advil", "naproxen", "paracetamol", "aspirin",
      "painkiller", "painkillers", "diclofenac", "voltarol", "tylenol", "codeine", "cocodamol",
    ]
    guard
      !words.contains(where: { ["should", "can", "not", "no", "would"].contains($0) })
        || words.contains("took")
    else { return false }
    return words.indices.contains { place in
      medicines.contains(words[place])
        && words[max(0, place - 4)..<place].contains(where: taking.contains)
    }
  }

  /// "I'm on warfarin", "I take blood thinners", "I had a stomach ulcer".
  private var needsMedicineCaution: Bool {
    guard !isAboutSomebodyElse, !words.contains(where: { ["not", "no", "never"].contains($0) }),
      words.contains(where: { ["i", "i'm", "im", "i've", "my", "me", "on", "with"].contains($0) })
    else { return false }
    let pairs = zip(words, words.dropFirst())
    return words.contains(where: Self.thinners.contains)
      || pairs.contains { $0 == "blood" && $1.hasPrefix("thin") }
      || pairs.contains { ["stomach", "peptic", "gastric"].contains($0) && $1.hasPrefix("ulcer") }
  }

  private static let thinners: Set<String> = [
    "warfarin", "apixaban", "rivaroxaban", "edoxaban", "dabigatran", "heparin", "clopidogrel",
    "eliquis", "xarelto", "coumadin", "plavix", "anticoagulant", "anticoagulants", "thinners",
  ]

  /// "My doctor says I can run", "cleared by my physio".
  private var isCleared: Bool {
    let clinicians: Set = [
      "doctor", "gp", "physio", "physiotherapist", "podiatrist", "surgeon", "doc", "consultant",
      "therapist",
    ]
    guard words.contains(where: clinicians.contains) else { return false }
    let text = " " + words.joined(separator: " ") + " "
    return [
      " cleared ", " says i can ", " said i can ", " says i may ", " said i may ",
      " ok'd ", " okayed ", " says it's fine ", " said it's fine ", " gave me the ok ",
      " gave me the all clear ", " says running is ", " said running is ", " allowed me ",
    ].contains { text.firstRange(of: $0) != nil }
  }

  private var isAboutSomebodyElse: Bool {
    let others: Set = [
      "mum", "mom", "mother", "dad", "father", "wife", "husband", "partner", "friend", "mate",
      "sister", "brother", "son", "daughter", "colleague", "neighbour", "neighbor", "aunt", "gran",
    ]
    return zip(words, words.dropFirst()).contains { $0 == "my" && others.contains($1) }
  }

  /// "I'm 58", "I am a 61 year old", "at 47", "58 years old", "aged 52", "turning 50".
  private var age: Int? {
    for (place, token) in tokens.enumerated() where token.kind == .number {
      guard let years = Int(token.text), (10...99).contains(years) else { continue }
      let before = place > 0 ? words[place - 1] : ""
      let next = place + 1 < words.count ? words[place + 1] : ""
      let afterNext = place + 2 < words.count ? words[place + 2] : ""
      let opens = ["i'm", "am", "aged", "turning", "turned", "im"].contains(before)
      let isOld = ["year", "years", "yr", "yrs"].contains(next) && afterNext == "old"
      let endsClause =
        next.isEmpty || tokens[place + 1].kind == .punctuation
        || ["and", "now", "with", "so", "but", "next", "this", "male", "female", "yo", "y"]
          .contains(next)
      if isOld || ["yo"].contains(next) { return years }
      if opens && endsClause { return years }
      if before == "at", endsClause, years >= 30, !followsClock(place) { return years }
    }
    for (word, next) in zip(words, words.dropFirst())
    where ["i'm", "am", "aged", "turning"].contains(word) {
      if let years = NumberWords.value(next), (18...99).contains(years) { return Int(years) }
    }
    return nil
  }

  private func followsClock(_ place: Int) -> Bool {
    let next = place + 1 < words.count ? words[place + 1] : ""
    return ["am", "pm", "o'clock", ":", "%", "percent", "km", "k", "miles"].contains(next)
  }

  private var tellsOfMenopause: Bool {
    words.contains { word in
      word.hasPrefix("menopaus") || word.hasPrefix("perimenopaus") || word.hasPrefix("postmenopaus")
        || word == "hrt"
    } && words.contains { ["i", "i'm", "my", "me", "since", "i've", "am"].contains($0) }
  }

  private var side: Facts.Side? {
    for (word, next) in zip(words, words.dropFirst()) {
      let isFoot = ["heel", "foot", "heels", "feet", "arch", "sole"].contains(next)
      guard isFoot else { continue }
      switch word {
      case "left": return .left
      case "right": return .right
      case "both": return .both
      default: continue
      }
    }
    return nil
  }

  /// "for 3 months", "six weeks of pain", "since 2 years": a span that says how long it has hurt.
  private var painWeeks: Double? {
    for quantity in quantities {
      guard let days = quantity.days, days.lowerBound >= 3 else { continue }
      let before = quantity.tokens.lowerBound > 0 ? words[quantity.tokens.lowerBound - 1] : ""
      let after = words[quantity.tokens.upperBound...].prefix(3)
      let opens = ["for", "since", "been", "past", "last", "nearly", "almost", "over"].contains(
        before)
      let closes =
        after.first == "now" || after.first == "in" || after.starts(with: ["of", "pain"])
        || after.starts(with: ["of", "this"])
      let isAhead =
        before == "in" || before == "next" || after.first == "away" || after.first == "time"
      let isTrouble = words.contains { word in
        [
          "pain", "hurt", "hurts", "hurting", "had", "bad", "heel", "foot", "trouble", "ache",
          "aching", "sore", "this", "it", "got", "suffering", "pf",
          "fasciitis", "struggling",
        ].contains(word)
      }
      if !isAhead, isTrouble, opens || closes { return days.upperBound / 7 }
    }
    return nil
  }

  private var race: Facts.Race? {
    let names: Set = [
      "race", "marathon", "parkrun", "ultra", "triathlon", "10k", "5k", "half", "relay",
    ]
    guard let place = words.firstIndex(where: { names.contains($0) }) else { return nil }
    let ahead = quantities.first { quantity in
      quantity.days != nil && quantity.tokens.lowerBound > 0
        && ["in", "is"].contains(words[quantity.tokens.lowerBound - 1])
    }
    let day =
      words.first { weekdays.contains($0) } ?? words.first { ["tomorrow", "weekend"].contains($0) }
    let isRace =
      words.contains("race") || words.contains("racing") || words.contains("entered")
      || words.contains("signed") || words.contains("marathon") || words.contains("parkrun")
    guard isRace, ahead != nil || day != nil else { return nil }
    var name = words[place]
    if name == "half" { name = "half marathon" }
    if let ahead {
      let span = words[ahead.tokens].joined(separator: " ")
      return Facts.Race(name: name, when: "in " + span, days: ahead.days?.lowerBound)
    }
    let when = day.map {
      weekdays.contains($0)
        ? "on \($0.prefix(1).uppercased())\($0.dropFirst())"
        : $0 == "weekend" ? "at the weekend" : $0
    }
    return Facts.Race(name: name, when: when, days: day == "tomorrow" ? 1 : 7)
  }

  private var weekdays: Set<String> {
    ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
  }

  /// What was done already: "tried icing and stretching".
  private var tried: [String] {
    let cues: Set = ["tried", "trying", "done", "doing", "did", "been"]
    guard
      words.contains(where: { ["tried", "trying"].contains($0) })
        || zip(words, words.dropFirst()).contains(where: { cues.contains($0) && $1 == "all" })
    else { return [] }
    let names: [(String, [String])] = [
      ("ice", ["ice", "icing", "iced"]), ("stretching", ["stretching", "stretches", "stretched"]),
      ("rolling", ["rolling", "roller", "massage"]), ("taping", ["tape", "taping"]),
      ("orthotics", ["orthotics", "insoles", "inserts"]), ("night-splint", ["splint", "splints"]),
      ("rest", ["rest", "resting", "rested"]), ("shoes", ["shoes", "trainers", "sneakers"]),
      ("pain-medication", ["ibuprofen", "naproxen", "painkillers", "advil", "nurofen"]),
      ("calf-raises", ["raises"]),
    ]
    return names.filter { entry in words.contains { entry.1.contains($0) } }.map(\.0)
  }
}
