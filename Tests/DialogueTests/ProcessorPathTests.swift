import CompiledKnowledge
import Dialogue
import Knowledge
import Matching
import SentenceEncoder
import Testing
import Triage

@Suite struct ProcessorPathTests {
  /// A conversation whose encoder runs on one path; nil where this processor lacks it.
  private func conversation(_ path: ProcessorPath) throws -> Conversation? {
    guard let encoder = SentenceEncoder(path: path) else { return nil }
    let blob = try CompiledKnowledge.blob
    let table = try #require(try TriageTable(blob: blob))
    return Conversation(
      knowledge: try KnowledgeBase(blob), matcher: try Matcher(blob, encoder: encoder),
      reader: try SlotReader(blob, table: table), table: table)
  }

  /// Phrasings with something before them, so that none is met exactly and all go through the
  /// encoder.
  private func messages() throws -> [String] {
    let blob = try CompiledKnowledge.blob
    var knowledge = try KnowledgeBase(blob)
    try knowledge.readPhrasings(from: blob)
    let texts = knowledge.phrasings.flatMap(\.phrasings)
    return stride(from: 0, to: texts.count, by: 79).map { "well then, \(texts[$0])" }
  }

  @Test func repliesAreTheSameToTheByteOnEveryPath() throws {
    let portable = try #require(try conversation(.portable))
    let messages = try messages()
    #expect(messages.count > 50)
    for path in ProcessorPath.allCases where path != .portable {
      guard let other = try conversation(path) else { continue }
      for message in messages {
        var first = ConversationState()
        var second = ConversationState()
        let expected = portable.respond(to: message, in: &first).json
        #expect(other.respond(to: message, in: &second).json == expected, "\(path): \(message)")
        #expect(first == second, "\(path): \(message)")
      }
    }
  }
}
