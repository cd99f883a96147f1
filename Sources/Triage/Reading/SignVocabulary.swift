import Knowledge

/// Which words of the lexicon a typed word may be, one typo forgiven.
struct SignVocabulary {
  /// What a typed word may be meant for.
  struct Guess {
    /// Indices of words in the lexicon; empty when it is none of them.
    var words: [Int]
    /// Whether they have three letters, which is forgiven only once in a pattern.
    var isShort = false
  }

  /// Words that may be meant by a typo.
  private struct Target {
    var index: Int
    var bytes: [UInt8]
    var letters: UInt32
  }

  private var exact: [String: Int] = [:]
  private var ordinary: Set<String> = []
  /// By length in bytes.
  private var targets: [[Target]] = Array(repeating: [], count: 25)

  /// Words of three letters and more can be meant by a typo, of eight and more by two.
  init(_ lexicon: SignLexicon) {
    exact.reserveCapacity(lexicon.words.count)
    for (index, word) in lexicon.words.enumerated() {
      exact[word] = index
      let bytes = Array(word.utf8)
      guard bytes.count >= 3, bytes.count < targets.count else { continue }
      targets[bytes.count].append(
        Target(index: index, bytes: bytes, letters: Self.letters(bytes)))
    }
    ordinary = Set(lexicon.ordinaryWords)
  }

  /// The word itself, if the lexicon has it.
  func index(of word: String) -> Int? { exact[word] }

  /// What a word may be meant for that the lexicon does not have. One pass over its words.
  func guess(_ word: String) -> Guess {
    if ordinary.contains(word) { return Guess(words: []) }
    let bytes = Array(word.utf8)
    let guess = guess(bytes)
    if !guess.words.isEmpty { return guess }
    for most in [2, 1] {
      guard let shorter = Self.withoutDrawl(bytes, most: most) else { break }
      if let index = exact[String(decoding: shorter, as: UTF8.self)] {
        return Guess(words: [index])
      }
      let guess = self.guess(shorter)
      if !guess.words.isEmpty { return guess }
    }
    return guess
  }

  private func guess(_ bytes: [UInt8]) -> Guess {
    guard bytes.count >= 3, bytes.count < targets.count,
      bytes.allSatisfy({ (0x61...0x7A).contains($0) })
    else { return Guess(words: []) }
    let letters = Self.letters(bytes)
    var long: [Int] = []
    var short: [Int] = []
    for length in max(3, bytes.count - 2)...min(bytes.count + 2, targets.count - 1) {
      let limit = length >= 8 ? 2 : 1
      guard abs(length - bytes.count) <= limit else { continue }
      for target in targets[length] {
        guard (target.letters ^ letters).nonzeroBitCount <= 2 * limit,
          EditDistance.within(limit, bytes, target.bytes) != nil
        else { continue }
        if length > 3 { long.append(target.index) } else { short.append(target.index) }
      }
    }
    return long.isEmpty ? Guess(words: short, isShort: true) : Guess(words: long)
  }

  /// One bit for each letter that occurs.
  private static func letters(_ bytes: [UInt8]) -> UInt32 {
    bytes.reduce(into: 0) { $0 |= 1 << UInt32($1 & 31) }
  }

  /// "numbbbb" as "numb": each letter at most `most` times in a row; nil where none stands three
  /// times.
  private static func withoutDrawl(_ bytes: [UInt8], most: Int) -> [UInt8]? {
    var result: [UInt8] = []
    var start = 0
    var found = false
    while start < bytes.count {
      var end = start
      while end < bytes.count, bytes[end] == bytes[start] { end += 1 }
      let count = end - start
      found = found || count >= 3
      result += repeatElement(bytes[start], count: count >= 3 ? min(count, most) : count)
      start = end
    }
    return found ? result : nil
  }
}
