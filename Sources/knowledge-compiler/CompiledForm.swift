import Knowledge
import KnowledgeReader
import Matching

/// Puts the compiled form together.
enum CompiledForm {
  /// A part of the compiled form that is computed from the whole knowledge.
  ///
  /// The draft holds the model with its phrasings and the sections that readers of other files
  /// have added. The bytes must be UTF-8: 7-bit values, or texts.
  /// What an earlier run contributed is given too, where there was one.
  typealias Contribution =
    @Sendable (KnowledgeDraft, _ earlier: Blob?) throws -> [(name: String, bytes: [UInt8])]

  /// What is trained or derived at build time; each owner adds a line.
  static let contributions: [Contribution] = [
    { MatcherTraining.train($0.knowledge, cache: $1).map { ($0.name, $0.bytes) } }
  ]

  static func bytes(of draft: KnowledgeDraft, cache: CompilerCache?) throws -> [UInt8] {
    var writer = BlobWriter()
    draft.knowledge.addSections(to: &writer)
    for section in draft.sections { writer.addSection(section.name, section.bytes) }
    let earlier = cache?.read()
    let contributed = try contributions.flatMap { try $0(draft, earlier) }
    for section in contributed { writer.addSection(section.name, section.bytes) }
    cache?.write(contributed)
    return writer.finish()
  }
}
