import CompiledKnowledge
import Dialogue
import Knowledge
import Matching
import Triage

/// The conversation with the knowledge it stands on, ready to answer.
final class Assistant {
  let knowledge: KnowledgeBase
  let matcher: Matcher
  let conversation: Conversation

  private init(knowledge: KnowledgeBase, matcher: Matcher, conversation: Conversation) {
    self.knowledge = knowledge
    self.matcher = matcher
    self.conversation = conversation
  }

  /// The compiled form of what is built in, or of the folder that the options name.
  static func blob(_ options: GlobalOptions) throws -> Blob {
    if let folder = options.knowledge { return try KnowledgeFolder(path: folder).compiled() }
    return try CompiledKnowledge.blob
  }

  /// What is built in, or the folder that the options name.
  ///
  /// - Parameter remembering: no message is matched twice.
  static func load(_ options: GlobalOptions, remembering: Bool = false) throws -> Assistant {
    do {
      let blob = try blob(options)
      let knowledge = try KnowledgeBase(blob)
      var matcher = try Matcher(blob)
      if remembering { matcher = matcher.remembering() }
      guard let table = try TriageTable(blob: blob) else {
        throw BlobError.missingSection(TriageTable.section)
      }
      let reader = try SlotReader(blob, table: table)
      let assistant = Assistant(
        knowledge: knowledge, matcher: matcher,
        conversation: Conversation(
          knowledge: knowledge, matcher: matcher, reader: reader, table: table))
      // It lives as long as the program; taking it apart at the end would cost a tenth of a run.
      _ = Unmanaged.passRetained(assistant)
      return assistant
    } catch let error as BlobError {
      throw Failure.defect("the compiled knowledge cannot be read (\(error))")
    }
  }
}
