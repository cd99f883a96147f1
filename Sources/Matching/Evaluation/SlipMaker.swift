/// Makes one slip in one word of a text: two letters swapped, one dropped, doubled, or the key beside
/// it hit. The same seed gives the same slips.
package struct SlipMaker {
  private var random: SplitMix64

  package init(seed: UInt64) {
    random = SplitMix64(seed: seed)
  }

  /// Neighbours on an English keyboard.
  private static let keys: [Character: String] = [
    "a": "sq", "b": "vn", "c": "xv", "d": "sf", "e": "wr", "f": "dg", "g": "fh", "h": "gj",
    "i": "uo", "j": "hk", "k": "jl", "l": "k", "m": "n", "n": "bm", "o": "ip", "p": "o", "q": "w",
    "r": "et", "s": "ad", "t": "ry", "u": "yi", "v": "cb", "w": "qe", "x": "zc", "y": "tu",
    "z": "x",
  ]

  /// The text with a slip in one word of four letters or more; nil where it has none.
  package mutating func slip(in text: String) -> String? {
    var words = text.split(separator: " ", omittingEmptySubsequences: false).map(Array.init)
    let long = words.indices.filter { index in
      words[index].count >= 4 && words[index].allSatisfy { $0.isASCII && $0.isLetter }
    }
    guard !long.isEmpty else { return nil }
    let index = long[number(below: long.count)]
    let place = number(below: words[index].count - 1)
    switch number(below: 4) {
    case 0: words[index].swapAt(place, place + 1)
    case 1: words[index].remove(at: place + 1)
    case 2: words[index].insert(words[index][place], at: place)
    default:
      let near = Array(SlipMaker.keys[Character(words[index][place].lowercased())] ?? "e")
      words[index][place] = near[number(below: near.count)]
    }
    return words.map { String($0) }.joined(separator: " ")
  }

  private mutating func number(below limit: Int) -> Int {
    Int((random.next() >> 33) % UInt64(limit))
  }
}
