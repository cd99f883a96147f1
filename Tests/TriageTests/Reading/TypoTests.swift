import Knowledge
import Testing
import Triage

/// One typo, or an apostrophe more or less, does not hide a danger sign: every phrase of the data
/// in which one is read, with every kind of typo.
@Suite struct TypoTests {
  /// Phrases made of the patterns of danger signs and alarms, each with what is read in it.
  static let phrases: [(text: String, signs: Set<String>)] = {
    var phrases: [(String, Set<String>)] = []
    var seen = Set<String>()
    for rule in shippedSigns.rules where isDanger(rule) {
      for pattern in rule.patterns {
        for choice in 0..<3 {
          let text = phrase(pattern, choice: choice)
          let signs = dangers(in: text)
          if !signs.isEmpty, seen.insert(text).inserted { phrases.append((text, signs)) }
        }
      }
    }
    return phrases
  }()

  static func isDanger(_ rule: SignRule) -> Bool {
    switch rule.meaning {
    case .alarm: return true
    case .value(let slot, let value):
      guard let from = shippedTable.definition(of: slot)?.dangerFrom else { return false }
      return value >= from
    case .companion, .idiom, .cue: return false
    }
  }

  /// Words that a pattern accepts, one after the other, in the setting of a message.
  static func phrase(_ pattern: SignPattern, choice: Int) -> String {
    var words: [String] = []
    for (place, step) in pattern.steps.enumerated() where !step.isOptional {
      switch shippedSigns.elements[step.element] {
      case .words(let indices):
        words.append(shippedSigns.words[indices[(choice * 7 + place) % indices.count]])
      case .number(let lower, let upper): words.append("\(Int((lower + upper) / 2))")
      case .quantity(.days, let lower, _): words.append("\(Int(lower) + 1) days")
      case .quantity(_, let lower, _): words.append("\(Int(lower) + 1)")
      }
    }
    return "my heel: " + words.joined(separator: " ")
  }

  /// Names of the danger signs and alarms that are read in a message.
  static func dangers(in text: String) -> Set<String> {
    let reading = shippedReader.read(text)
    var names = Set(reading.dangers.map(\.slot.id))
    for alarm in reading.alarms {
      if case .alarm(let name) = alarm.sign { names.insert("alarm " + name) }
    }
    return names
  }

  @Test func thereAreManyPhrases() {
    #expect(Self.phrases.count > 500, "\(Self.phrases.count)")
  }

  @Test(arguments: TypoKind.allCases)
  func oneTypoHidesNoDanger(_ kind: TypoKind) {
    let known = Set(shippedSigns.words).union(shippedSigns.ordinaryWords)
    var missed: [String] = []
    var tried = 0
    for (text, signs) in Self.phrases {
      var words = text.split(separator: " ").map(String.init)
      for place in words.indices.dropFirst(2) where words[place].utf8.count >= 4 {
        let right = words[place]
        for typo in kind.typos(of: right) where typo != right && !known.contains(typo) {
          words[place] = typo
          let variant = words.joined(separator: " ")
          tried += 1
          let left = signs.subtracting(Self.dangers(in: variant))
          if !left.isEmpty { missed.append("\(variant) (\(text)): \(left.sorted())") }
        }
        words[place] = right
      }
    }
    #expect(tried > 1000)
    #expect(
      missed.isEmpty, "\(missed.count) of \(tried): \(missed.prefix(30).joined(separator: "\n"))")
  }

  @Test func anApostropheMakesNoDifference() {
    let forms = [
      ("cant", ["can't", "can’t", "cannot", "can not", "CANT"]),
      ("couldnt", ["couldn't", "could not"]), ("wont", ["won't"]),
      ("doesnt", ["doesn't", "does not"]), ("dont", ["don't", "do not"]),
    ]
    for (text, signs) in Self.phrases {
      for (plain, others) in forms where text.split(separator: " ").contains(Substring(plain)) {
        for other in others {
          let variant = text.split(separator: " ").map { $0 == plain ? other : String($0) }
            .joined(separator: " ")
          let left = signs.subtracting(Self.dangers(in: variant))
          #expect(left.isEmpty, "\(variant)")
        }
      }
    }
  }

  @Test func capitalsMakeNoDifference() {
    for (text, signs) in Self.phrases {
      #expect(Self.dangers(in: text.uppercased()) == signs, "\(text)")
    }
  }
}

/// Ways to mistype a word.
enum TypoKind: String, CaseIterable {
  case swap, drop, double, neighbour

  /// The word with this typo at each place.
  func typos(of word: String) -> [String] {
    let letters = Array(word.utf8)
    return letters.indices.compactMap { place in
      var typo = letters
      switch self {
      case .swap:
        guard place + 1 < letters.count else { return nil }
        typo.swapAt(place, place + 1)
      case .drop: typo.remove(at: place)
      case .double: typo.insert(letters[place], at: place)
      case .neighbour:
        guard let key = Self.neighbours[letters[place]] else { return nil }
        typo[place] = key
      }
      return String(decoding: typo, as: UTF8.self)
    }
  }

  /// The key to the right on an English keyboard, to the left at the end of a row.
  private static let neighbours: [UInt8: UInt8] = {
    var keys: [UInt8: UInt8] = [:]
    for row in ["qwertyuiop", "asdfghjkl", "zxcvbnm"] {
      let row = Array(row.utf8)
      for place in row.indices {
        keys[row[place]] = row[place + 1 < row.count ? place + 1 : place - 1]
      }
    }
    return keys
  }()
}
