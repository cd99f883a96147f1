import Knowledge
import Language

/// Which words of the lexicon a typed word may be, one typo forgiven.
struct SignVocabulary {
  /// What a typed word may be meant for.
  struct Guess {
    /// Indices of words in the lexicon; empty when it is none of them.
    var words: [Int]
    /// Whether they have three letters, which is forgiven only once in a pattern.
    var isShort = false
    /// Those of them that a slip of the fingers makes the typed word of.
    var slips: Set<Int> = []
  }

  private let words: WordRows
  private let ordinary: WordRows

  init(from decoder: inout BlobDecoder) throws(BlobError) {
    words = try WordRows(from: &decoder)
    ordinary = try WordRows(from: &decoder)
  }

  /// Number of words in the lexicon.
  var count: Int { words.count }

  /// The word itself, if the lexicon has it.
  func index(of word: String) -> Int? { words.index(of: word.utf8) }

  /// What a word may be meant for that the lexicon does not have. One pass over its words.
  func guess(_ word: String) -> Guess {
    if ordinary.index(of: word.utf8) != nil { return Guess(words: []) }
    let bytes = Array(word.utf8)
    let guess = guess(bytes)
    if !guess.words.isEmpty { return guess }
    for most in [2, 1] {
      guard let shorter = Self.withoutDrawl(bytes, most: most) else { break }
      if let index = words.index(of: shorter) {
        return Guess(words: [index])
      }
      let guess = self.guess(shorter)
      if !guess.words.isEmpty { return guess }
    }
    return guess
  }

  /// Words of three to 24 letters can be meant by a typo, of eight and more by two; only the
  /// nearest ones count.
  private func guess(_ bytes: [UInt8]) -> Guess {
    guard bytes.count >= 3, bytes.count <= 24,
      bytes.allSatisfy({ (0x61...0x7A).contains($0) })
    else { return Guess(words: []) }
    let letters = Self.letters(bytes)
    var long: [Int] = []
    var short: [Int] = []
    var nearest = 2
    var slips: Set<Int> = []
    for length in max(3, bytes.count - 2)...bytes.count + 2 where length < words.rows.count {
      let limit = length >= 8 ? 2 : 1
      guard length <= 24, abs(length - bytes.count) <= limit else { continue }
      let row = words.rows[length]
      for place in 0..<row.count {
        let target = UnsafeRawBufferPointer(
          rebasing: row.bytes[place * length..<(place + 1) * length])
        guard (Self.letters(target) ^ letters).nonzeroBitCount <= 2 * limit,
          let (distance, isSlip) = Self.compare(bytes, target, limit: limit), distance <= nearest
        else { continue }
        if isSlip { slips.insert(row.first + place) }
        if length <= 3 {
          short.append(row.first + place)
          continue
        }
        if distance < nearest {
          nearest = distance
          long = []
        }
        long.append(row.first + place)
      }
    }
    return Guess(words: long.isEmpty ? short : long, isShort: long.isEmpty, slips: slips)
  }

  /// The distance of a typed word from another, and whether one slip of the fingers explains it; nil
  /// beyond the limit.
  private static func compare(
    _ typed: [UInt8], _ word: UnsafeRawBufferPointer, limit: Int
  ) -> (distance: Int, isSlip: Bool)? {
    word.withMemoryRebound(to: UInt8.self) { word in
      typed.withUnsafeBufferPointer { typed in
        guard let distance = EditDistance.between(typed, word, limit: limit) else { return nil }
        return (distance, distance == 1 && KeySlip.isLikely(typed, for: word))
      }
    }
  }

  /// One bit for each letter that occurs.
  private static func letters(_ bytes: some Sequence<UInt8>) -> UInt32 {
    bytes.reduce(0) { $0 | 1 << UInt32($1 & 31) }
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
