internal import Language
internal import Matching

/// Slips in the words that steer the conversation; slips in what is asked are the matcher's.
extension Conversation {
  /// The turn with unknown words read as the words of the conversation that they resemble, where it
  /// then is a move or a follow-up: "sohrter", "how oftne". Else the turn as it is.
  func withoutSlips(_ turn: Turn) -> Turn {
    guard turn.move == nil, turn.wordCount <= Self.longestFollowUp,
      !turn.message.hasPrefix("/")
    else { return turn }
    var message = turn.message
    var repairs: [Repair] = []
    for token in turn.tokens.reversed() where isSlip(token) {
      guard let word = acts.nearest(to: token.text) else { continue }
      let utf8 = message.utf8
      let start = utf8.index(utf8.startIndex, offsetBy: token.range.lowerBound)
      let end = utf8.index(utf8.startIndex, offsetBy: token.range.upperBound)
      repairs.insert(Repair(from: token.written(in: turn.message), to: word), at: 0)
      message.replaceSubrange(start..<end, with: word)
    }
    guard !repairs.isEmpty else { return turn }
    var repaired = Turn(message, acts: acts)
    guard repaired.move != nil || (!repaired.hasContent && !repaired.aspects.isEmpty) else {
      return turn
    }
    repaired.repairs = repairs
    return repaired
  }

  private func isSlip(_ token: Token) -> Bool {
    token.kind == .word && token.text.utf8.count > 3 && !matcher.isKnown(token.text)
  }
}
