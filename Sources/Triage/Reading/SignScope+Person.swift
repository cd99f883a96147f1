import Knowledge

/// Whose a sign is.
extension SignScope {
  func isOtherPerson(_ hit: Range<Int>) -> Bool {
    guard !countsThem else { return false }
    let sentence = sentence(of: hit)
    if isPlacedOnAnother(hit, sentence) { return true }
    func last(_ cue: SignCue) -> Range<Int>? {
      ranges(cue, at: hit).last {
        $0.lowerBound >= sentence.lowerBound && !isCompared($0, sentence)
          && ($0.lowerBound < hit.lowerBound
            // "grandson is eleven", "my dad's foot is blue": the sign names whose it is.
            || $0.lowerBound == hit.lowerBound && (cue == .otherChild || $0.count > 1))
      }
    }
    guard
      let other = [last(.otherAdult), last(.otherChild)].compactMap({ $0 })
        .max(by: { $0.upperBound < $1.upperBound }), !isCalled(other, sentence)
    else { return false }
    let near = ranges(.ownBody, at: hit).filter { body in
      // "a crunch in my heel": told of the own foot at once after the sign.
      body.lowerBound >= hit.upperBound && body.lowerBound <= hit.upperBound + 1
        && !(hit.upperBound...body.lowerBound).contains { text.tokens[$0].followsMark }
    }
    if !near.isEmpty { return false }
    let own = (ranges(.own, at: hit) + ranges(.ownBody, at: hit)).filter {
      $0.lowerBound >= sentence.lowerBound && $0.lowerBound <= hit.upperBound - 1
        && !(ranges(.otherAdult, at: hit) + ranges(.otherChild, at: hit)).contains(where: $0.holds)
    }
    return !own.contains { $0.upperBound >= other.upperBound }
  }

  /// "with a biro, like my nan used to": somebody whom the writer is like.
  private func isCompared(_ other: Range<Int>, _ sentence: Range<Int>) -> Bool {
    var place = other.lowerBound
    while place > sentence.lowerBound,
      ["my", "our", "the", "a", "me", "old"].contains(text.tokens[place - 1].word)
    {
      place -= 1
    }
    return place > sentence.lowerBound
      && ["like", "than", "unlike"].contains(text.tokens[place - 1].word)
  }

  /// "the swelling on my mate's ankle".
  private func isPlacedOnAnother(_ hit: Range<Int>, _ sentence: Range<Int>) -> Bool {
    guard hit.upperBound + 1 < sentence.upperBound,
      ["on", "in", "of", "under"].contains(text.tokens[hit.upperBound].word),
      !text.tokens[hit.upperBound].followsMark
    else { return false }
    return (ranges(.otherAdult, at: hit) + ranges(.otherChild, at: hit)).contains {
      $0.lowerBound == hit.upperBound + 1 && $0.count > 1
    }
  }

  /// "mate, my foot …": somebody who is spoken to, not of.
  private func isCalled(_ other: Range<Int>, _ sentence: Range<Int>) -> Bool {
    guard other.count == 1, Self.called.contains(text.tokens[other.lowerBound].word) else {
      return false
    }
    if other.lowerBound == sentence.lowerBound { return true }
    if Self.greetings.contains(text.tokens[other.lowerBound - 1].word) { return true }
    guard other.upperBound < sentence.upperBound else { return false }
    let next = text.tokens[other.upperBound]
    return next.followsMark || ["help", "advise", "else", "know", "explain"].contains(next.word)
  }

  private static let greetings: Set<String> = [
    "hi", "hey", "hello", "alright", "oh", "ok", "cheers", "thanks", "sorry", "morning", "yo",
  ]

  private static let called: Set<String> = [
    "mate", "mates", "man", "guys", "guy", "coach", "buddy", "pal", "lady", "friend", "friends",
    "boss", "someone", "somebody", "anyone", "anybody",
  ]
}
