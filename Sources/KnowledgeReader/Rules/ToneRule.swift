import Knowledge

/// No exclamation marks and no emoji in what the assistant says.
struct ToneRule: CheckRule {
  func check(_ draft: KnowledgeDraft, _ options: CheckOptions, _ log: DiagnosticLog) {
    let texts = draft.sentences.map { Placed($0.sentence.text, at: $0.place) } + draft.texts
    for text in texts {
      if text.value.contains("!") {
        log.error(.tone, at: text.place, "an exclamation mark", hint: "end with a full stop")
      }
      if let emoji = text.value.unicodeScalars.first(where: Self.isEmoji) {
        log.error(.tone, at: text.place, "an emoji: \(emoji)", hint: "say it in words")
      }
    }
  }

  /// Pictures, but not digits, © or arrows, which Unicode counts among emoji too.
  private static func isEmoji(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isEmojiPresentation || scalar.value == 0xFE0F
      || (0x1F000...0x1FAFF).contains(scalar.value) || (0x2600...0x27BF).contains(scalar.value)
  }
}
