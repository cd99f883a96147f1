import Knowledge

/// When a sign was.
extension SignScope {
  func isPast(_ hit: Range<Int>) -> Bool {
    let sentence = sentence(of: hit)
    let pseudo = ranges(.pastPseudo, at: hit)
    for time in ranges(.past, at: hit)
    where time.lowerBound >= sentence.lowerBound && time.upperBound <= sentence.upperBound
      && !pseudo.contains(where: { $0.overlaps(time) })
    {
      if time.upperBound <= hit.lowerBound {
        let between = time.upperBound..<hit.lowerBound
        if !between.contains(where: { $0 > time.upperBound && text.tokens[$0].followsMark }),
          !(text.tokens[hit.lowerBound].followsMark && hit.lowerBound > time.upperBound),
          !between.contains(where: { text.tokens[$0].word == "and" && begins(.end, at: $0) }),
          !closesClause(time, sentence), !isNow(time.upperBound..<hit.upperBound),
          !isToday(after: hit, sentence)
        {
          return true
        }
      } else if time.lowerBound >= hit.upperBound {
        let between = hit.upperBound...time.lowerBound
        if between.count <= 10, !between.contains(where: { text.tokens[$0].followsMark }),
          !isNow(clauseStart(of: hit)..<time.lowerBound)
        {
          return true
        }
      }
    }
    return isResolved(hit, sentence)
  }

  /// "it used to wake me": a former time in a gap of the pattern.
  func isPastInside(_ match: SignMatch) -> Bool {
    ranges(.past, at: match.range).contains { time in
      match.range.holds(time) && match.skipped.overlaps(time)
        && !isNow(time.upperBound..<match.range.upperBound)
        && !(match.range.upperBound..<sentence(of: match.range).upperBound).contains {
          ["now", "again"].contains(text.tokens[$0].word)
        }
        && !ranges(.pastPseudo, at: match.range).contains { $0.overlaps(time) }
    }
  }

  /// "cortisone last year, felt a snap": a time at the end of a clause says nothing of the next.
  private func closesClause(_ time: Range<Int>, _ sentence: Range<Int>) -> Bool {
    guard time.upperBound < text.tokens.count, text.tokens[time.upperBound].followsMark else {
      return false
    }
    return (clauseStart(of: time)..<time.lowerBound).contains {
      ![
        "in", "back", "but", "and", "so", "then", "well", "also", "yes", "the", "only", "early",
        "late",
      ]
      .contains(text.tokens[$0].word)
    }
  }

  /// "… felt a snap today": a day that is near, in the clause of the hit.
  private func isToday(after hit: Range<Int>, _ sentence: Range<Int>) -> Bool {
    for place in hit.upperBound..<min(hit.upperBound + 4, sentence.upperBound) {
      if text.tokens[place].followsMark { return false }
      if ["today", "now", "yesterday", "tonight", "suddenly"].contains(text.tokens[place].word) {
        return true
      }
    }
    return false
  }

  private func clauseStart(of hit: Range<Int>) -> Int {
    var place = hit.lowerBound
    let start = sentence(of: hit).lowerBound
    while place > start, !text.tokens[place].followsMark { place -= 1 }
    return place
  }

  private func clauseEnd(of hit: Range<Int>, _ sentence: Range<Int>) -> Int {
    var place = hit.upperBound
    while place < sentence.upperBound, !text.tokens[place].followsMark { place += 1 }
    return place
  }

  private func isRecent(_ range: Range<Int>, _ hit: Range<Int>) -> Bool {
    ranges(.recent, at: hit).contains { $0.overlaps(range) }
  }

  private func isNow(_ range: Range<Int>) -> Bool {
    range.contains {
      begins(.present, at: $0) || ["but", "though"].contains(text.tokens[$0].word)
    }
  }

  /// "… but it went away": over, unless it was only yesterday.
  private func isResolved(_ hit: Range<Int>, _ sentence: Range<Int>) -> Bool {
    ranges(.resolved, at: hit).contains { end in
      guard end.lowerBound >= hit.upperBound, end.upperBound <= sentence.upperBound,
        !isRecent(clauseStart(of: hit)..<clauseEnd(of: end, sentence), hit)
      else { return false }
      let between = hit.upperBound..<end.lowerBound
      // "the bruise from stubbing my toe in January is long gone"
      if isWhole(end), between.count <= 12,
        !between.contains(where: { begins(.end, at: $0) && text.tokens[$0].word != "since" })
      {
        return true
      }
      return between.count <= 6 && between.allSatisfy { begins(.filler, at: $0) }
    }
  }

  /// "completely recovered", "long gone".
  private func isWhole(_ end: Range<Int>) -> Bool {
    end.contains {
      ["long", "completely", "fully", "totally", "entirely", "altogether"]
        .contains(text.tokens[$0].word)
    }
  }
}
