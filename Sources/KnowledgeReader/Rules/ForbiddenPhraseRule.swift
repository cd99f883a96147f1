import Knowledge

/// No diagnosis, no promise, no chatter.
struct ForbiddenPhraseRule: CheckRule {
  /// What no text may say.
  static let phrases = [
    "you have plantar", "you've got plantar", "you have got plantar", "you are fine",
    "you're fine", "you will be fine", "you'll be fine", "safe to run", "nothing to worry",
    "don't worry", "do not worry", "guarantee", "guarantees", "guaranteed", "you are cured",
    "nothing serious", "great question", "good question", "you do not need a doctor",
    "you don't need a doctor",
  ]
  /// After these the phrase is a condition and tells nobody anything.
  static let conditions = ["if", "when", "whether", "once", "unless"]

  func check(_ draft: KnowledgeDraft, _ options: CheckOptions, _ log: DiagnosticLog) {
    let texts = draft.sentences.map { Placed($0.sentence.text, at: $0.place) } + draft.texts
    for text in texts {
      let spaced = Words(text.value).spaced
      for phrase in Self.phrases {
        // A phrase may end within a word: "you have plantar fasciitis".
        let parts = spaced.components(before: " " + phrase)
        for before in parts where !Self.conditions.contains(before.lastWord) {
          log.error(
            .forbiddenPhrase, at: text.place, "a text must not say '\(phrase)'",
            hint: "no diagnosis and no promise: 'fits the usual picture', 'an easy run fits …'")
        }
      }
    }
  }
}

extension String {
  /// What stands before each occurrence of a text.
  fileprivate func components(before text: String) -> [Substring] {
    var result: [Substring] = []
    var rest = self[...]
    while let range = rest.firstRange(of: text) {
      result.append(self[..<range.lowerBound])
      rest = rest[range.upperBound...]
    }
    return result
  }
}

extension Substring {
  fileprivate var lastWord: String {
    split(separator: " ").last.map(String.init) ?? ""
  }
}
