import Knowledge

/// The phrasings as evidence: their texts, what each is about, and the way from words to a phrasing.
struct PhraseBook: Sendable {
  private let table: SlotTable
  private let records: ModelBytes
  private let texts: ModelBytes

  /// Four bytes for the start of the text, two for its length, two for the intent, two for the
  /// owner plus one.
  private static let recordWidth = 10

  var count: Int { records.bytes.count / PhraseBook.recordWidth }

  init(_ model: ModelBytes) throws(BlobError) {
    var decoder = BlobDecoder(model.bytes)
    table = try SlotTable(from: &decoder, in: model)
    let count = try decoder.number()
    let start = decoder.position
    guard count <= decoder.remaining / PhraseBook.recordWidth else {
      throw .badValue("number of phrasings", at: start)
    }
    _ = try decoder.raw(count: count * PhraseBook.recordWidth)
    records = model[start..<decoder.position]
    texts = model[decoder.position..<model.bytes.count]
  }

  func text(_ index: Int) -> String {
    let start = number(index, 0, 4)
    let range = start..<start + number(index, 4, 2)
    guard range.upperBound <= texts.bytes.count else { return "" }
    return String(decoding: texts.bytes[range], as: UTF8.self)
  }

  /// Index of what a phrasing is about.
  func intent(_ index: Int) -> Int {
    number(index, 6, 2)
  }

  /// Index of the part that a phrasing asks for.
  func owner(_ index: Int) -> Int? {
    let number = number(index, 8, 2)
    return number == 0 ? nil : number - 1
  }

  /// The phrasings of each intent, which stand one after the other.
  func ranges(intentCount: Int) -> [Range<Int>] {
    var ranges = [Range<Int>](repeating: 0..<0, count: intentCount)
    var start = 0
    for intent in 0..<intentCount {
      var end = start
      while end < count, self.intent(end) == intent { end += 1 }
      ranges[intent] = start..<end
      start = end
    }
    return ranges
  }

  /// The phrasing that has just these words, or nil.
  func phrasing(withKey key: String) -> Int? {
    guard let index = table.value(NGramExtractor.hash(word: key)), index < count,
      Phrase.key(text(index)) == key
    else { return nil }
    return index
  }

  private func number(_ index: Int, _ offset: Int, _ groups: Int) -> Int {
    var value = 0
    for group in 0..<groups {
      let byte = records.bytes[index * PhraseBook.recordWidth + offset + group]
      value |= Int(byte) << (7 * group)
    }
    return value
  }

  /// Writes the examples of a training set; texts over 16,000 bytes are cut.
  static func encode(_ set: TrainingSet) -> [UInt8] {
    var encoder = BlobEncoder()
    SlotTable.encode(
      set.examples.map { NGramExtractor.hash(word: Phrase.key($0.text)) }, into: &encoder)
    encoder.number(set.examples.count)
    var offset = 0
    for example in set.examples {
      let length = min(example.text.utf8.count, 16_000)
      put(offset, 4, into: &encoder)
      put(length, 2, into: &encoder)
      put(example.intent, 2, into: &encoder)
      put(example.owner.map { $0 + 1 } ?? 0, 2, into: &encoder)
      offset += length
    }
    for example in set.examples { encoder.raw(example.text.utf8.prefix(16_000)) }
    return encoder.bytes
  }

  private static func put(_ value: Int, _ groups: Int, into encoder: inout BlobEncoder) {
    for group in 0..<groups { encoder.raw([UInt8(value >> (7 * group) & 0x7F)]) }
  }
}
