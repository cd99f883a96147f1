internal import Language
internal import Matching

/// Slips in the words that steer the conversation; slips in what is asked are the matcher's.
extension Conversation {
  /// The turn with unknown words read as the words of the conversation that they resemble, where it
  /// then is a move or a follow-up: "sohrter", "how oftne". Else the turn as it is.
  ///
  /// `mayBeAct`: a word that there is may be the slip as well, where the whole then is an act:
  /// "sorter", "what do you know abut me".
  func withoutSlips(_ turn: Turn, mayBeAct: Bool) -> Turn {
    guard turn.move == nil, turn.wordCount <= Self.longestFollowUp,
      !turn.message.hasPrefix("/")
    else { return turn }
    let repaired = withoutSlips(turn, where: isSlip)
    if repaired.move != nil
      || !repaired.repairs.isEmpty && !repaired.hasContent && !repaired.aspects.isEmpty
    {
      return repaired
    }
    guard mayBeAct, turn.wordCount <= Self.shortAct else { return turn }
    let whole = withoutSlips(turn) { token in
      token.kind == .word && token.text.utf8.count > 3 && NumberWords.value(token.text) == nil
        && !acts.isWord(token.text)
    }
    return whole.move.map(\.rest.isEmpty) ?? false ? whole : turn
  }

  /// Words of the longest message that is read as an act against a word that there is.
  private static let shortAct = 6

  private func withoutSlips(_ turn: Turn, where isSlip: (Token) -> Bool) -> Turn {
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
    repaired.repairs = repairs
    return repaired
  }

  private func isSlip(_ token: Token) -> Bool {
    token.kind == .word && token.text.utf8.count > 3 && !matcher.isKnown(token.text)
  }
}
