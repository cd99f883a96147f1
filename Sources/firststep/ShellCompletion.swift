import ArgumentParser
import Dialogue
import Knowledge

/// What a shell offers for arguments whose values the knowledge decides.
extension CompletionKind {
  static var topic: CompletionKind {
    .custom { _, _, _ in names { $0.knowledge.topics.map(\.id) } }
  }

  static var source: CompletionKind {
    .custom { _, _, _ in names { $0.knowledge.sources.map(\.id) } }
  }

  /// Words of the slot whose option stands before the cursor.
  static var slot: CompletionKind {
    .custom { words, index, _ in
      guard words.indices.contains(index - 1), words[index - 1].hasPrefix("--"),
        let slot = Slot(id: String(words[index - 1].dropFirst(2)))
      else { return [] }
      return names { assistant in
        (assistant.conversation.table.definition(of: slot)?.values.map(\.word) ?? []) + ["unknown"]
      }
    }
  }

  /// A shell has no use for an error while it completes.
  private static func names(_ list: (Assistant) -> [String]) -> [String] {
    (try? Assistant.load(.defaults)).map(list) ?? []
  }
}
