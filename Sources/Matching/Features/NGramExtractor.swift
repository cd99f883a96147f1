import Language

/// Takes the n-grams of a message: word 1-2 grams and, within words, letter 3-5 grams.
///
/// The field's strong simple baseline (Wang and Manning 2012, ACL P12-2018, for bigrams; character
/// grams after McNamee and Mayfield 2004, doi:10.1023/B:INRT.0000009441.78971.be).
struct NGramExtractor {
  /// A word of the message as the matcher reads it, with the concepts that the lexicon gives it.
  struct Word: Hashable, Sendable {
    var text: String
    var concepts: [String] = []
  }

  private enum Seed {
    static let word: UInt64 = 1
    static let pair: UInt64 = 2
    static let concept: UInt64 = 3
    static let letters: UInt64 = 4
    static let number: UInt64 = 5
  }

  /// Counts by hash, in the order of first occurrence, so that sums have a fixed order.
  private struct Counter {
    var grams: [NGram] = []
    var index: [UInt64: Int] = [:]

    mutating func add(_ hash: UInt64, _ block: NGram.Block) {
      if let place = index[hash] {
        grams[place].count += 1
      } else {
        index[hash] = grams.count
        grams.append(NGram(hash: hash, block: block, count: 1))
      }
    }
  }

  /// All n-grams of the words, each once. Linear in their length.
  static func ngrams(of words: [Word]) -> [NGram] {
    var counter = Counter()
    counter.index.reserveCapacity(words.count * 16)
    var previous: UInt64 = 0
    for word in words {
      let hash = hash(word: word.text)
      counter.add(hash, .words)
      counter.add(pair(previous, hash), .words)
      previous = hash
      for concept in word.concepts { counter.add(self.hash(concept: concept), .words) }
      addLetters(of: word.text, to: &counter)
    }
    if !words.isEmpty { counter.add(pair(previous, 0), .words) }
    return counter.grams
  }

  static func hash(word: String) -> UInt64 {
    var hasher = NGram.Hasher(seed: Seed.word)
    for byte in word.utf8 { hasher.add(byte) }
    return hasher.value
  }

  static func hash(concept: String) -> UInt64 {
    var hasher = NGram.Hasher(seed: Seed.concept)
    for byte in concept.utf8 { hasher.add(byte) }
    return hasher.value
  }

  /// Hash of two neighbours; 0 stands for the border of the message.
  static func pair(_ first: UInt64, _ second: UInt64) -> UInt64 {
    var hasher = NGram.Hasher(seed: Seed.pair)
    hasher.add(first)
    hasher.add(second)
    return hasher.value
  }

  private static func addLetters(of word: String, to counter: inout Counter) {
    var bytes: [UInt8] = [UInt8(ascii: " ")]
    bytes.append(contentsOf: word.utf8.prefix(40))
    bytes.append(UInt8(ascii: " "))
    for length in 3...5 {
      guard length <= bytes.count else { break }
      for start in 0...(bytes.count - length) {
        var hasher = NGram.Hasher(seed: Seed.letters)
        for byte in bytes[start..<start + length] { hasher.add(byte) }
        counter.add(hasher.value, .letters)
      }
    }
  }
}
