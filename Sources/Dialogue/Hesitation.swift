internal import Language

/// What people put before and after a message without meaning anything by it: "um, …", "… thanks".
enum Hesitation {
  /// The message without it. Thanks and "please" go only after a question, and after an answer where
  /// the check has asked (`isAnswer`); elsewhere they may be all that is said.
  static func removed(from message: String, isAnswer: Bool) -> String {
    let tokens = Tokenizer.tokens(in: message)
    var kept = tokens[...]
    while let rest = withoutOpening(kept) { kept = rest }
    let isQuestion =
      kept.contains { $0.text.hasPrefix("?") } || Turn.openers.contains(kept.first?.text ?? "")
    if isQuestion || isAnswer {
      while let rest = withoutClosing(kept) { kept = rest }
    }
    guard kept.count < tokens.count, let first = kept.first, let last = kept.last else {
      return message
    }
    let bytes = message.utf8
    let start = bytes.index(bytes.startIndex, offsetBy: first.range.lowerBound)
    let end = bytes.index(bytes.startIndex, offsetBy: last.range.upperBound)
    return String(message[start..<end])
  }

  private static func withoutOpening(_ tokens: ArraySlice<Token>) -> ArraySlice<Token>? {
    for opening in openings where tokens.starts(with: opening, by: { $0.text == $1 }) {
      var rest = tokens.dropFirst(opening.count)
      let isParted = rest.first?.kind == .punctuation
      while rest.first?.kind == .punctuation { rest = rest.dropFirst() }
      // "ok to run" and "well done" are no hesitation; "um" always is.
      guard isParted || sounds.contains(opening[0]), hasWord(rest) else { continue }
      return rest
    }
    return nil
  }

  private static func withoutClosing(_ tokens: ArraySlice<Token>) -> ArraySlice<Token>? {
    var end = tokens
    while end.last?.kind == .punctuation { end = end.dropLast() }
    for closing in closings {
      let rest = end.dropLast(closing.count)
      guard end.suffix(closing.count).elementsEqual(closing, by: { $0.text == $1 }), hasWord(rest)
      else { continue }
      return rest
    }
    return nil
  }

  private static func hasWord(_ tokens: ArraySlice<Token>) -> Bool {
    tokens.contains { $0.kind != .punctuation }
  }

  private static let sounds: Set<String> = ["um", "umm", "uh", "er", "erm", "hm", "hmm"]
  private static let openings =
    sounds.sorted().map { [$0] }
    + [["just", "wondering"], ["well"], ["so"], ["okay"], ["ok"], ["oh"], ["right"]]
  private static let closings = [
    ["if", "you", "know"], ["please"], ["pls"], ["plz"], ["thanks"], ["thx"], ["ta"], ["cheers"],
  ]
}
