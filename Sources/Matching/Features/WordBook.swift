import Knowledge
import Language

/// The words that the knowledge has, the words of the language at large, and what is read as what.
struct WordBook: Sendable {
  private let targets: SlotTable
  private let common: SlotTable
  /// Without the words of the language at large every new word would look like a slip.
  private let canRepair: Bool
  private let terms: SlotTable
  private let records: ModelBytes
  private let texts: ModelBytes
  private let variants: [String: String]
  private let concepts: [String]
  private let termConcepts: [Int]

  /// Four bytes for the letters that occur, four for the start of the text, one for its length, two
  /// for how often the phrasings have it.
  private static let recordWidth = 11

  init(_ model: ModelBytes) throws(BlobError) {
    var decoder = BlobDecoder(model.bytes)
    targets = try SlotTable(from: &decoder, in: model)
    common = try SlotTable(from: &decoder, in: model)
    terms = try SlotTable(from: &decoder, in: model)
    canRepair = try decoder.bool()
    concepts = try decoder.texts()
    termConcepts = try decoder.array { decoder throws(BlobError) in try decoder.number() }
    var variants: [String: String] = [:]
    for _ in 0..<(try decoder.count()) { variants[try decoder.text()] = try decoder.text() }
    self.variants = variants
    let count = try decoder.number()
    let start = decoder.position
    guard count <= decoder.remaining / WordBook.recordWidth else {
      throw .badValue("number of words", at: start)
    }
    _ = try decoder.raw(count: count * WordBook.recordWidth)
    records = model[start..<decoder.position]
    texts = model[decoder.position..<model.bytes.count]
  }

  /// What an American spelling, an abbreviation or a slip of a short word is read as.
  func variant(of word: String) -> String? { variants[word] }

  /// Whether a word is known, to the knowledge or to the language at large.
  func isKnown(_ word: String) -> Bool {
    let hash = NGramExtractor.hash(word: word)
    return targets.value(hash) != nil || common.value(hash) != nil
  }

  /// Concept of a term of one to three words.
  func concept(of term: String) -> String? {
    terms.value(NGramExtractor.hash(word: term)).map { concepts[termConcepts[$0]] }
  }

  /// The word of the knowledge that an unknown word was probably meant to be: one edit away, or two
  /// for words of eight letters and more; the nearest, then one that a finger's slip explains, then the
  /// most frequent.
  ///
  /// A name (`isName`: written with a capital within a sentence) must keep its first letter and may
  /// have one slip only.
  func repair(of word: String, isName: Bool = false) -> String? {
    let count = word.utf8.count
    guard canRepair, count > 3, count <= 24, word.utf8.allSatisfy({ (0x61...0x7A).contains($0) }),
      !isKnown(word)
    else { return nil }
    let limit = count >= 8 && !isName ? 2 : 1
    let initial = word.utf8.first
    let letters = WordBook.letters(of: word.utf8)
    var best: (index: Int, rank: (edits: Int, oddness: Int, rarity: Int))?
    var word = word
    word.withUTF8 { word in
      for index in 0..<(records.bytes.count / WordBook.recordWidth) {
        let length = Int(records.bytes[index * WordBook.recordWidth + 8])
        guard abs(length - count) <= limit, !isName || firstByte(index) == initial,
          (number(index, 0, 4) ^ letters).nonzeroBitCount <= 2 * limit,
          let (edits, isLikely) = edits(
            word, index, length, limit: best.map { min($0.rank.edits, limit) } ?? limit)
        else { continue }
        let rank = (edits: edits, oddness: isLikely ? 0 : 1, rarity: -number(index, 9, 2))
        if best.map({ rank < $0.rank }) ?? true { best = (index, rank) }
      }
    }
    return best.map { text($0.index) }
  }

  private func edits(
    _ word: UnsafeBufferPointer<UInt8>, _ index: Int, _ length: Int, limit: Int
  ) -> (count: Int, isLikely: Bool)? {
    let start = number(index, 4, 4)
    guard start + length <= texts.bytes.count else { return nil }
    let other = UnsafeRawBufferPointer(rebasing: texts.bytes[start..<start + length])
    return other.withMemoryRebound(to: UInt8.self) {
      guard let count = EditDistance.between(word, $0, limit: limit) else { return nil }
      return (count, count < 2 && KeySlip.isLikely(word, for: $0))
    }
  }

  private func firstByte(_ index: Int) -> UInt8? {
    let start = number(index, 4, 4)
    return start < texts.bytes.count ? texts.bytes[start] : nil
  }

  private func text(_ index: Int) -> String {
    let start = number(index, 4, 4)
    let length = Int(records.bytes[index * WordBook.recordWidth + 8])
    return String(decoding: texts.bytes[start..<start + length], as: UTF8.self)
  }

  private func number(_ index: Int, _ offset: Int, _ groups: Int) -> Int {
    var value = 0
    for group in 0..<groups {
      let byte = records.bytes[index * WordBook.recordWidth + offset + group]
      value |= Int(byte) << (7 * group)
    }
    return value
  }

  /// One bit a letter that occurs.
  static func letters(of word: some Sequence<UInt8>) -> Int {
    var letters = 0
    for byte in word where (0x61...0x7A).contains(byte) { letters |= 1 << Int(byte - 0x61) }
    return letters
  }
}

extension WordBook {
  /// Writes a book from the words of the phrasings and the lexicon.
  ///
  /// A word is a target of repairs if the phrasings have it and it is no slip itself: three times,
  /// or as a common word or as a term of the lexicon.
  static func encode(_ texts: [String], _ lexicon: Lexicon) -> [UInt8] {
    var counts: [String: Int] = [:]
    for text in texts {
      for word in Phrase.words(of: Tokenizer.tokens(in: text)) { counts[word, default: 0] += 1 }
    }
    let variants = lexicon.variants.sorted { $0.written < $1.written }
    let written = Set(variants.map(\.written))
    let common = Set(lexicon.commonWords)
    var trusted = common.union(variants.map(\.read))
    for term in lexicon.concepts.flatMap(\.terms) {
      for word in term.split(separator: " ") {
        trusted.insert(String(word))
        counts[String(word), default: 0] += 1
      }
    }
    let targets = counts.filter { word, count in
      word.utf8.count >= 2 && !written.contains(word) && (count >= 3 || trusted.contains(word))
    }.sorted { ($0.key.utf8.count, $0.key) < ($1.key.utf8.count, $1.key) }
    var encoder = BlobEncoder()
    SlotTable.encode(targets.map { NGramExtractor.hash(word: $0.key) }, into: &encoder)
    SlotTable.encode(
      lexicon.commonWords.map(NGramExtractor.hash(word:)), into: &encoder)
    let terms = lexicon.concepts.enumerated().flatMap { place, concept in
      concept.terms.map { (text: $0, concept: place) }
    }
    SlotTable.encode(terms.map { NGramExtractor.hash(word: $0.text) }, into: &encoder)
    encoder.bool(!lexicon.commonWords.isEmpty)
    encoder.texts(lexicon.concepts.map(\.id))
    encoder.array(terms) { $0.number($1.concept) }
    encoder.array(variants) {
      $0.text($1.written)
      $0.text($1.read)
    }
    encode(targets, into: &encoder)
    return encoder.bytes
  }

  private static func encode(
    _ targets: [(key: String, value: Int)], into encoder: inout BlobEncoder
  ) {
    func put(_ value: Int, _ groups: Int) {
      for group in 0..<groups { encoder.raw([UInt8(value >> (7 * group) & 0x7F)]) }
    }
    let words = targets.filter { $0.key.utf8.count >= 3 && $0.key.utf8.count <= 26 }
    encoder.number(words.count)
    var offset = 0
    for (word, count) in words {
      put(letters(of: word.utf8), 4)
      put(offset, 4)
      put(word.utf8.count, 1)
      put(min(count, 16_383), 2)
      offset += word.utf8.count
    }
    for (word, _) in words { encoder.raw(word.utf8) }
  }
}
