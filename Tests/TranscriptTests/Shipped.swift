import CompiledKnowledge
import Dialogue
import Foundation
import Knowledge
import Matching
import Testing
import Transcripts
import Triage

/// The assistant as it ships, for tests that run real conversations.
struct Shipped {
  var knowledge: KnowledgeBase
  var matcher: Matcher
  var reader: SlotReader
  var table: TriageTable

  init() throws {
    let blob = try CompiledKnowledge.blob
    knowledge = try KnowledgeBase(blob)
    matcher = try Matcher(blob)
    table = try #require(try TriageTable(blob: blob))
    reader = try SlotReader(blob, table: table)
  }

  var conversation: Conversation {
    Conversation(knowledge: knowledge, matcher: matcher, reader: reader, table: table)
  }

  var runner: TranscriptRunner {
    TranscriptRunner(TranscriptSubject(conversation), slotWords: SlotWords(table))
  }

  var vocabulary: Vocabulary { Vocabulary(knowledge, table) }

  /// The result of running a text.
  func run(_ text: String) -> TranscriptResult {
    let (transcript, problems) = TranscriptParser.parse(
      text, path: "theme/case.md", vocabulary: vocabulary)
    return runner.run(transcript, problems: problems)
  }

  /// Made once for all tests.
  static let shared = Result { try Shipped() }

  /// The root of the package.
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path
}

/// Compiled knowledge as bytes.
enum CompiledKnowledgeBytes {
  static func blob() throws -> Blob { try CompiledKnowledge.blob }

  /// A container that stays in memory for good.
  static func blob(of bytes: [UInt8]) throws -> Blob {
    let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 64)
    memory.copyBytes(from: bytes)
    return try Blob(bytes: UnsafeRawBufferPointer(memory))
  }
}
