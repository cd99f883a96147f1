package import Dialogue

/// Turns a conversation that was held into a transcript with its meaning lines.
package struct TranscriptWriter: Sendable {
  package var title: String
  /// Prose under the title; may be empty.
  package var introduction: String
  private var turns: [(message: String, answer: TranscriptSubject.Answer)] = []

  package init(title: String, introduction: String = "") {
    self.title = title
    self.introduction = introduction
  }

  package mutating func add(_ message: String, _ reply: Reply, trace: TurnTrace = TurnTrace()) {
    turns.append((message, TranscriptSubject.Answer(reply, trace: trace)))
  }

  /// The file; reading and running it again gives the same conversation.
  package var text: String {
    var lines = ["# " + title.split(whereSeparator: \.isNewline).joined(separator: " "), ""]
    if !introduction.isEmpty {
      lines += ReplyText.wrapped(introduction, width: 80) + [""]
    }
    for (message, answer) in turns {
      lines += Self.typed(message)
      var reply = ReplyLines.literal(answer.reply.text)
      if reply.isEmpty { reply = ["..."] }
      reply += MeaningLine.written(for: answer).map { "@ " + $0 }
      lines += reply.map { $0.isEmpty ? "" : "    " + $0 } + [""]
    }
    return lines.joined(separator: "\n")
  }

  /// A message as lines with `>`; control characters other than tabs are left out.
  private static func typed(_ message: String) -> [String] {
    let lines = message.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    return lines.map { line in
      let kept = line.unicodeScalars.filter { $0.value >= 0x20 || $0 == "\t" }
      let text = String(String.UnicodeScalarView(kept))
      return text.isEmpty ? "    >" : "    > " + text
    }
  }
}
