import Knowledge

/// What an earlier run of training made, so that only what changed is computed again.
///
/// A cache never changes a result: sections are taken over whole where everything they depend on is
/// the same, and sentence vectors one by one for the same text and encoder.
struct TrainingCache {
  /// Raised whenever training gives other bytes for the same knowledge.
  private static let version: UInt64 = 7

  private var sections: [MatcherTraining.Section] = []
  private var vectors: [String: SentenceVector] = [:]

  /// An empty cache where `blob` is nil, damaged or holds something else.
  init(_ blob: Blob?, encoderProbe: SentenceVector?) {
    guard let blob, let probe = blob.section(MatcherModel.Section.probe), let encoderProbe,
      probe.elementsEqual(encoderProbe.encoded)
    else { return }
    let found = blob.entries.compactMap { entry -> MatcherTraining.Section? in
      guard entry.name.hasPrefix(MatcherModel.Section.prefix) else { return nil }
      return blob.section(entry.name).map { .init(name: entry.name, bytes: Array($0)) }
    }
    let check = found.first { $0.name == MatcherModel.Section.check }
    guard let check, check.bytes == TrainingCache.check(of: found),
      let model = try? MatcherModel(blob)
    else { return }
    sections = found
    guard let table = model.vectors?.phrasings, table.count == model.phrases.count else { return }
    vectors.reserveCapacity(table.count)
    for index in 0..<table.count {
      let reading = Reading(model.phrases.text(index), model.words)
      vectors[reading.text] = table[index]
    }
  }

  /// All sections, if they were made from the same.
  func sections(for fingerprint: [UInt8]) -> [MatcherTraining.Section]? {
    let stored = sections.first { $0.name == MatcherModel.Section.fingerprint }
    return stored?.bytes == fingerprint ? sections : nil
  }

  /// A hash of all sections but that of the hash itself, as 7-bit bytes: a damaged file is no cache.
  static func check(of sections: [MatcherTraining.Section]) -> [UInt8] {
    var hasher = NGram.Hasher(seed: version)
    for section in sections where section.name != MatcherModel.Section.check {
      for byte in section.name.utf8 { hasher.add(byte) }
      for byte in section.bytes { hasher.add(byte) }
    }
    return (0..<9).map { UInt8(hasher.value >> (7 * $0) & 0x7F) }
  }

  func vector(of text: String) -> SentenceVector? { vectors[text] }

  /// A hash of all that training depends on, as 7-bit bytes.
  static func fingerprint(of set: TrainingSet, _ encoderProbe: SentenceVector?) -> [UInt8] {
    var hashers = [NGram.Hasher(seed: version), NGram.Hasher(seed: version + 1000)]
    func add(_ text: String) {
      for index in hashers.indices {
        for byte in text.utf8 { hashers[index].add(byte) }
        hashers[index].add(UInt64(text.utf8.count))
      }
    }
    for (index, intent) in set.intents.enumerated() {
      add("\(intent)")
      for neighbour in (set.neighbours[index] ?? []).sorted() { add("\(neighbour)") }
    }
    for example in set.examples { add("\(example.intent) \(example.owner ?? -1) \(example.text)") }
    for owner in set.owners {
      add("\(owner.reference) \(owner.topics) \(owner.aspects.map(\.rawValue).sorted())")
    }
    for concept in set.lexicon.concepts { add("\(concept)") }
    for variant in set.lexicon.variants { add("\(variant)") }
    for word in set.lexicon.commonWords { add(word) }
    add("\(Costs.stated)")
    for step in encoderProbe?.steps ?? [] { add("\(step)") }
    return hashers.flatMap { hasher in (0..<9).map { UInt8(hasher.value >> (7 * $0) & 0x7F) } }
  }
}
