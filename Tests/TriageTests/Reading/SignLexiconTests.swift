import Knowledge
import KnowledgeReader
import Testing
import Triage

/// The data of signs: shipped file, compiled form, mistakes.
@Suite struct SignLexiconTests {
  @Test func shippedFileIsSound() throws {
    let log = DiagnosticLog()
    let text = try #require(knowledgeFile("signs.yaml"))
    let root = try #require(YAMLFile.parse(text, path: "signs.yaml", log: log))
    let lexicon = SignLexicon.read(root)
    #expect(log.sorted.isEmpty, "\(log.sorted.map(\.description).joined(separator: "\n"))")
    #expect((lexicon?.rules.count ?? 0) > 80)
  }

  /// Each value of each slot but the harmless ones must be readable from some words.
  @Test func everyValueCanBeSaid() {
    for definition in shippedTable.slots {
      for value in definition.values.indices.dropFirst() {
        let isSaid =
          shippedSigns.rules.contains { $0.meaning == .value(definition.slot, value) }
          || shippedSigns.combinations.contains {
            $0.slot == definition.slot && $0.value == value
          }
        #expect(isSaid, "\(definition.slot.id) = \(value)")
      }
    }
  }

  /// Every place of the compiled form damaged in turn: an error or other signs, never a crash.
  @Test func damagedFormIsNoCrash() throws {
    let bytes = shippedSigns.sectionBytes
    var refused = 0
    for place in stride(from: 0, to: bytes.count, by: 997) {
      var damaged = bytes
      damaged[place] ^= 0x55
      var writer = BlobWriter()
      writer.addSection(SignLexicon.section, damaged)
      writer.finish().withUnsafeBytes { bytes in
        guard let blob = try? Blob(bytes: bytes),
          let reader = try? SlotReader(blob, table: shippedTable)
        else {
          refused += 1
          return
        }
        _ = reader.read("My foot has gone completely numb, 7/10, and I can't stand on it.")
      }
    }
    #expect(refused > 0)
  }

  @Test(arguments: [
    ("- slot: nerv\n    value: 1\n    says: [numb]", "unknown slot 'nerv'"),
    ("- slot: nerve\n    value: 1\n    says: [$fot]", "unknown class 'fot'"),
    ("- slot: nerve\n    value: 1\n    says: [can't]", "no plain word"),
    ("- slot: nerve\n    value: 1\n    says: [numb?]", "must be there"),
    ("- slot: nerve\n    value: 1\n    says: [(numb]", "unbalanced"),
    ("- slot: nerve\n    value: 1\n    says: [dayz:1-2]", "unknown measure"),
    ("- slot: nerve\n    value: 1\n    says: [numb]\n    unless: [cold]", "a guard is"),
  ])
  func mistakesAreReported(_ rule: String, _ message: String) throws {
    let yaml =
      "classes: {foot: heel}\nrules:\n  \(rule)\nidioms: [x]\ncues: [{cue: no, says: [no]}]"
    let log = DiagnosticLog()
    let root = try #require(YAMLFile.parse(yaml, path: "signs.yaml", log: log))
    _ = SignLexicon.read(root)
    #expect(
      log.sorted.contains { $0.description.contains(message) },
      "\(log.sorted.map(\.description))")
  }
}
