import Knowledge
import KnowledgeReader
import Matching

/// Puts the compiled form together.
enum CompiledForm {
  /// A part of the compiled form that is computed from the whole knowledge.
  ///
  /// The draft holds the model with its phrasings and the sections that readers of other files
  /// have added. The bytes must be UTF-8: 7-bit values, or texts.
  typealias Contribution = @Sendable (KnowledgeDraft) throws -> [(name: String, bytes: [UInt8])]

  /// What is trained or derived at build time; each owner adds a line.
  static let contributions: [Contribution] = [
    { MatcherTraining.train($0.knowledge).map { ($0.name, $0.bytes) } }
  ]

  static func bytes(of draft: KnowledgeDraft) throws -> [UInt8] {
    var writer = BlobWriter()
    draft.knowledge.addSections(to: &writer)
    for section in draft.sections { writer.addSection(section.name, section.bytes) }
    for contribution in contributions {
      for section in try contribution(draft) { writer.addSection(section.name, section.bytes) }
    }
    return writer.finish()
  }
}
