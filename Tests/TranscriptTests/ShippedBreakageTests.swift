import Dialogue
import Knowledge
import Matching
import Testing
import Transcripts
import Triage

/// The assistant itself, broken on purpose in one place, is noticed at the right line and graded.
@Suite struct ShippedBreakageTests {
  static let message = "should I tape my foot"

  /// A transcript as it would be recorded today, and what of it is broken.
  private func recorded(_ text: String) throws -> Transcript {
    let shipped = try Shipped.shared.get()
    let (transcript, problems) = TranscriptParser.parse(text, path: "theme/case.md")
    #expect(problems.isEmpty)
    let recording = TranscriptRecorder(shipped.runner, isNamed: false).record(transcript)
    let written = try #require(recording.text)
    #expect(shipped.run(written).status == .passed)
    return TranscriptParser.parse(written, path: "theme/case.md").transcript
  }

  private func expect(
    _ broken: Shipped, _ transcript: Transcript, _ grade: RecordingGrade, at key: String?
  ) throws {
    let failures = broken.runner.run(transcript).failures
    #expect(failures.count == 1)
    let failure = try #require(failures.first)
    if let key {
      let line = try #require(transcript.turns.first?.meaning.first { $0.key == key })
      #expect(failure.meaning.contains { $0.place == line.place })
      #expect(transcript.lines[line.place.line - 1].contains("@ \(key)"))
    } else {
      #expect(failure.meaning.isEmpty)
      #expect(failure.firstPlace == transcript.turns.first?.place)
    }
    let recording = TranscriptRecorder(broken.runner, isNamed: false).record(transcript)
    #expect(recording.changes.map(\.grade) == [grade])
    #expect((recording.text != nil) == (grade <= .wording))
  }

  @Test func anotherWording() throws {
    var broken = try Shipped.shared.get()
    let place = try #require(broken.knowledge.topics.firstIndex { $0.id == "taping" })
    broken.knowledge.topics[place].answer[0].text += " Or so they say."
    try expect(broken, recorded("    > \(Self.message)\n"), .wording, at: nil)
  }

  @Test func anotherSource() throws {
    var broken = try Shipped.shared.get()
    let place = try #require(broken.knowledge.topics.firstIndex { $0.id == "taping" })
    let source = "mayo-heel-pain"
    let cited = broken.knowledge.topics[place].answer.flatMap(\.claims)
    let other = try #require(
      broken.knowledge.claims.first { $0.source == source && !cited.contains($0.id) })
    for sentence in broken.knowledge.topics[place].answer.indices {
      broken.knowledge.topics[place].answer[sentence].claims = [other.id]
    }
    try expect(broken, recorded("    > \(Self.message)\n"), .sources, at: "cites")
  }

  @Test func anotherTopic() throws {
    var broken = try Shipped.shared.get()
    broken.matcher = try Self.matcher(swapping: "taping", with: "racing")
    try expect(broken, recorded("    > \(Self.message)\n"), .topic, at: "topic")
  }

  @Test func anotherThreshold() throws {
    var broken = try Shipped.shared.get()
    let values = Slot.allCases.map { "\($0.id)=\($0 == .run ? 3 : 0)" }.joined(separator: " ")
    let text = "    @ given \(values)\n    > check\n"
    let transcript = try recorded(text)
    let expected = transcript.turns.first?.meaning.compactMap { line in
      if case .rules(let rules) = line.check { rules } else { nil }
    }.flatMap(\.self)
    #expect(expected?.isEmpty == false)
    for place in broken.table.rules.indices {
      for condition in broken.table.rules[place].conditions.indices
      where broken.table.rules[place].conditions[condition].slot == .run {
        broken.table.rules[place].conditions[condition].atLeast += 1
      }
    }
    try expect(broken, transcript, .milder, at: "outcome")
  }

  /// The shipped matcher as if two intents of names of one length had been mistaken for each other.
  private static func matcher(swapping one: String, with other: String) throws -> Matcher {
    let blob = try CompiledKnowledgeBytes.blob()
    let names = [Array(one.utf8), Array(other.utf8)]
    #expect(names[0].count == names[1].count)
    var writer = BlobWriter()
    for entry in blob.entries where entry.name.hasPrefix("match.") {
      var bytes = Array(try blob.requiredSection(entry.name))
      if entry.name == "match.settings" {
        var place = 0
        while place + names[0].count <= bytes.count {
          let range = place..<place + names[0].count
          if let found = names.firstIndex(where: { bytes[range].elementsEqual($0) }) {
            bytes.replaceSubrange(range, with: names[1 - found])
            place = range.upperBound
          } else {
            place += 1
          }
        }
      }
      writer.addSection(entry.name, bytes)
    }
    return try Matcher(CompiledKnowledgeBytes.blob(of: writer.finish()))
  }
}
