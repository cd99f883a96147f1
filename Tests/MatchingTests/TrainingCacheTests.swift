import Knowledge
import Matching
import SentenceEncoder
import TestSupport
import Testing

@Suite struct TrainingCacheTests {
  private static let texts = [
    "how long should I ice my heel", "is ice good after a run", "frozen peas on the sole",
    "which running shoes should I buy", "are cushioned shoes better", "do I need new trainers",
  ]

  private static func set(_ texts: [String]) -> TrainingSet {
    var set = TrainingSet()
    for (index, text) in texts.enumerated() { set.add(text, .topic(index < 3 ? "ice" : "shoes")) }
    set.add("what is the capital of France", .outOfScope("geography"))
    return set
  }

  /// Trains and tells how many sentence vectors were computed; nil where training was not needed.
  private func train(
    _ texts: [String], cache: [UInt8]?
  ) throws -> (sections: [MatcherTraining.Section], fresh: String?) {
    let blob = try cache.map { bytes in
      let memory = Memory(bytes)
      return try Blob(bytes: UnsafeRawBufferPointer(memory.buffer), owner: memory)
    }
    var fresh: String?
    let sections = MatcherTraining.train(Self.set(texts), encoder: SentenceEncoder(), cache: blob) {
      if $0.contains("were new") { fresh = $0 }
    }
    return (sections, fresh)
  }

  private func container(_ sections: [MatcherTraining.Section]) -> [UInt8] {
    var writer = BlobWriter()
    for section in sections { writer.addSection(section.name, section.bytes) }
    return writer.finish()
  }

  @Test func onlyWhatChangedGoesThroughTheEncoder() throws {
    let first = try train(Self.texts, cache: nil)
    #expect(first.fresh == "7 of 7 sentence vectors were new")
    let cache = container(first.sections)
    #expect(try train(Self.texts, cache: cache).fresh == nil)
    var changed = Self.texts
    changed[1] = "does icing help after running"
    let second = try train(changed, cache: cache)
    #expect(second.fresh == "1 of 7 sentence vectors were new")
    #expect(second.sections.map(\.bytes) == (try train(changed, cache: nil)).sections.map(\.bytes))
  }

  @Test func aDamagedCacheIsIgnored() throws {
    let first = try train(Self.texts, cache: nil)
    let cache = container(first.sections)
    var random = SeededGenerator(seed: 5)
    for _ in 0..<12 {
      var damaged = cache
      // Beyond the directory, which is checked when a container is opened.
      let place = 1000 + Int(random.next() % UInt64(cache.count - 1000))
      damaged[place] ^= 0x15
      let again = try train(Self.texts, cache: damaged)
      #expect(again.sections.map(\.bytes) == first.sections.map(\.bytes), "byte \(place)")
    }
  }
}

/// Bytes that live as long as a container needs them.
private final class Memory: @unchecked Sendable {
  let buffer: UnsafeMutableRawBufferPointer

  init(_ bytes: [UInt8]) {
    buffer = .allocate(byteCount: bytes.count, alignment: 64)
    buffer.copyBytes(from: bytes)
  }

  deinit { buffer.deallocate() }
}
