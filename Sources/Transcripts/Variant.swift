/// A change of a message that must not change what it means.
package enum Variant: String, CaseIterable, Hashable, Sendable {
  case capitals
  case smallLetters = "small letters"
  case noPunctuation = "no punctuation"
  case swappedLetters = "swapped letters"
  case droppedLetter = "dropped letter"
  case doubledLetter = "doubled letter"
  case neighbourKey = "neighbour key"
  case filler = "filler words"
  case spelling = "British or American spelling"
  case noApostrophes = "no apostrophes"
  case curlyQuotes = "curly quotes"
  case doubledSpaces = "doubled spaces"

  /// Whether it is put into one message of a conversation at a time: one typo in a word, no more.
  var isSingle: Bool {
    switch self {
    case .swappedLetters, .droppedLetter, .doubledLetter, .neighbourKey: true
    default: false
    }
  }

  /// The message so changed; the same message where there is nothing to change.
  ///
  /// The choice of word and letter depends on the message and the seed only. Commands (`/save`) stay as
  /// they are.
  package func applied(to message: String, seed: UInt64 = 0) -> String {
    guard message.first != "/", message.contains(where: { $0.isLetter || $0.isNumber }) else {
      return message
    }
    switch self {
    case .capitals: return message.uppercased()
    case .smallLetters: return message.lowercased()
    case .noPunctuation: return Self.withoutPunctuation(message)
    case .swappedLetters, .droppedLetter, .doubledLetter, .neighbourKey:
      return withTypo(message, seed)
    case .filler: return Self.withFiller(message, seed)
    case .spelling: return Self.respelled(message)
    case .noApostrophes:
      return message.filter { $0 != "'" && $0 != "\u{2019}" }
    case .curlyQuotes: return Self.curled(message)
    case .doubledSpaces: return message.replacing(" ", with: "  ")
    }
  }

  /// Marks between two figures ("3/10", "5.5", "8:30") and within words stay.
  private static func withoutPunctuation(_ message: String) -> String {
    let characters = Array(message)
    var result = ""
    for (place, character) in characters.enumerated() {
      guard ".,;:!?()\"".contains(character) else {
        result.append(character)
        continue
      }
      let before = place > 0 ? characters[place - 1] : " "
      let after = place + 1 < characters.count ? characters[place + 1] : " "
      if before.isNumber, after.isNumber {
        result.append(character)
      } else if before.isLetter || before.isNumber, after.isLetter || after.isNumber {
        result.append(" ")
      }
    }
    return result
  }

  private static let openings = ["um, ", "well, ", "so, ", "okay, ", "just wondering, "]
  private static let closings = ["", " please", " thanks", " if you know", ""]
  private static let questionWords: Set<Substring> = [
    "what", "how", "why", "when", "where", "which", "who", "can", "could", "should", "is", "are",
    "do", "does", "may", "will", "would", "shall", "any",
  ]

  /// What only goes with a question is put to no statement: nobody says "just wondering, none".
  private static func withFiller(_ message: String, _ seed: UInt64) -> String {
    let first = message.split(separator: " ").first ?? ""
    let isQuestion = message.contains("?") || questionWords.contains(first.lowercased()[...])
    var choice = Choice(message, seed)
    let opening = openings[choice.next(below: openings.count - (isQuestion ? 0 : 1))]
    let closing = closings[choice.next(below: isQuestion ? closings.count : 1)]
    return opening + message + closing
  }

  private static func curled(_ message: String) -> String {
    var opens = true
    var result = ""
    for character in message {
      switch character {
      case "'": result += "\u{2019}"
      case "\"":
        result += opens ? "\u{201C}" : "\u{201D}"
        opens.toggle()
      default: result.append(character)
      }
    }
    return result
  }
}

extension Variant {
  /// One changed letter, never the first, in one word of more than four letters.
  private func withTypo(_ message: String, _ seed: UInt64) -> String {
    var words = message.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    let candidates = words.indices.filter { place in
      words[place].utf8.count > 4
        && words[place].allSatisfy { $0.isASCII && $0.isLetter }
    }
    guard !candidates.isEmpty else { return message }
    var choice = Choice(message + rawValue, seed)
    let word = candidates[choice.next(below: candidates.count)]
    var letters = Array(words[word])
    let place = 1 + choice.next(below: letters.count - 2)
    switch self {
    case .swappedLetters: letters.swapAt(place, place + 1)
    case .droppedLetter: letters.remove(at: place)
    case .doubledLetter: letters.insert(letters[place], at: place)
    case .neighbourKey: letters[place] = Self.neighbour(of: letters[place])
    default: return message
    }
    words[word] = String(letters)
    return words.joined(separator: " ")
  }

  /// A letter beside it on a keyboard of the common layout.
  private static func neighbour(of letter: Character) -> Character {
    let rows = ["qwertyuiop", "asdfghjkl", "zxcvbnm"]
    let small = Character(letter.lowercased())
    for row in rows {
      guard let place = row.firstIndex(of: small) else { continue }
      let next = row.index(after: place)
      let neighbour = next < row.endIndex ? row[next] : row[row.index(before: place)]
      return letter.isUppercase ? Character(neighbour.uppercased()) : neighbour
    }
    return letter
  }

  /// Words that are spelt in two ways, British first.
  private static let spellings = [
    ("metre", "meter"), ("metres", "meters"), ("kilometre", "kilometer"),
    ("kilometres", "kilometers"), ("centre", "center"), ("colour", "color"),
    ("favourite", "favorite"), ("favour", "favor"), ("grey", "gray"), ("mum", "mom"),
    ("orthopaedic", "orthopedic"), ("oestrogen", "estrogen"), ("programme", "program"),
    ("realise", "realize"), ("recognise", "recognize"), ("minimise", "minimize"),
    ("organised", "organized"), ("behaviour", "behavior"), ("neighbour", "neighbor"),
    ("practise", "practice"), ("fibre", "fiber"), ("tonne", "ton"), ("anaemia", "anemia"),
    ("travelling", "traveling"), ("fuelling", "fueling"), ("ageing", "aging"),
    ("plough", "plow"), ("aluminium", "aluminum"), ("paediatric", "pediatric"),
  ]

  private static func respelled(_ message: String) -> String {
    let words = message.split(separator: " ", omittingEmptySubsequences: false)
    return words.map { word in
      for (british, american) in spellings {
        if word == british { return american }
        if word == american { return british }
      }
      return String(word)
    }.joined(separator: " ")
  }
}

/// Choices that depend on a text and a number only: FNV-1a for the text, SplitMix64 for what follows.
struct Choice {
  private var state: UInt64

  init(_ text: String, _ seed: UInt64) {
    state = 0xCBF2_9CE4_8422_2325 ^ seed
    for byte in text.utf8 { state = (state ^ UInt64(byte)) &* 0x0100_0000_01B3 }
  }

  /// A number from 0 to `bound` − 1; 0 where there is nothing to choose.
  mutating func next(below bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    mixed ^= mixed >> 31
    return bound > 1 ? Int(mixed % UInt64(bound)) : 0
  }
}
