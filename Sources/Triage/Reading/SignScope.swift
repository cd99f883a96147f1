import Knowledge

/// Decides how a hit is meant from the cues around it.
///
/// A walk over tokens with cues as data, after NegEx (Chapman et al. 2001,
/// doi:10.1006/jbin.2001.1029) and ConText (Harkema et al. 2009, doi:10.1016/j.jbi.2009.05.002). In
/// doubt a sign is present: a missed danger is worse than a question too many.
struct SignScope {
  let text: SignText
  /// Where each cue fits, by sentence, sorted by start. A cue never reaches into another sentence.
  private let cues: [[SignCue: [Range<Int>]]]
  /// Tokens at which each of the frequent cues begins.
  private let starts: [SignCue: [Bool]]
  /// Whether signs of somebody else count.
  var countsThem: Bool

  init(_ text: SignText, cues: [SignCue: [Range<Int>]]) {
    self.text = text
    var bySentence = [[SignCue: [Range<Int>]]](repeating: [:], count: text.sentences.count)
    for (cue, ranges) in cues {
      for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
        bySentence[text.tokens[range.lowerBound].sentence][cue, default: []].append(range)
      }
    }
    self.cues = bySentence
    var starts: [SignCue: [Bool]] = [:]
    for (cue, ranges) in cues {
      var flags = [Bool](repeating: false, count: text.tokens.count)
      for range in ranges { flags[range.lowerBound] = true }
      starts[cue] = flags
    }
    self.starts = starts
    countsThem = Self.asksForAnother(cues, text)
  }

  /// Whether the message is about the foot of somebody else and asks for them: a child's always, a
  /// grown-up's where advice for them is asked; not when the writer's own foot comes in too.
  private static func asksForAnother(_ cues: [SignCue: [Range<Int>]], _ text: SignText) -> Bool {
    let others = cues[.otherChild] ?? []
    let own = (cues[.ownBody] ?? []).filter { body in
      !(others + (cues[.otherAdult] ?? [])).contains { $0.overlaps(body) }
    }
    guard own.isEmpty else { return false }
    if cues[.aboutThem] != nil { return true }
    let adults = (cues[.otherAdult] ?? []).filter { adult in
      adult.count > 1
        || !["he", "she", "hes", "shes", "his", "him", "her"].contains(
          text.tokens[adult.lowerBound].word)
    }
    return !others.isEmpty && adults.allSatisfy { adult in others.contains { $0.overlaps(adult) } }
  }

  func begins(_ cue: SignCue, at place: Int) -> Bool {
    starts[cue]?[place] ?? false
  }

  /// Where a cue fits in the sentence of a hit.
  func ranges(_ cue: SignCue, at hit: Range<Int>) -> [Range<Int>] {
    cues[text.tokens[hit.lowerBound].sentence][cue] ?? []
  }

  func sentence(of hit: Range<Int>) -> Range<Int> {
    text.sentences[text.tokens[hit.lowerBound].sentence]
  }

  /// How a hit is meant.
  func state(of match: SignMatch, rule: SignIndex.Rule) -> SignMention.State {
    let hit = match.range
    if isNegatedInside(match) { return .negated }
    if isUnsure(hit) { return .unsure }
    if isNegated(hit) { return .negated }
    if isHypothetical(hit) { return .hypothetical }
    if !rule.isAnyone, isOtherPerson(hit) { return .otherPerson }
    if isGeneralQuestion(hit) { return .generalQuestion }
    if isPastInside(match) || isPast(hit) { return .past }
    return .present
  }

  // MARK: - Negation

  /// "the heel is not numb": a negation in a gap of the pattern.
  private func isNegatedInside(_ match: SignMatch) -> Bool {
    let hit = match.range
    return (ranges(.no, at: hit) + ranges(.not, at: hit)).contains { negation in
      match.skipped.overlaps(negation.lowerBound..<negation.lowerBound + 1)
        && match.range.holds(negation)
        && !(negation.upperBound..<hit.upperBound).contains { place in
          match.skipped.overlaps(place..<place + 1)
            && (begins(.end, at: place)
              || text.tokens[place].followsMark && begins(.clause, at: place))
        }
        && !ranges(.notNegation, at: hit).contains { $0.overlaps(negation) }
    }
  }

  private func isNegated(_ hit: Range<Int>) -> Bool {
    let sentence = sentence(of: hit)
    for (cue, isNoun) in [(SignCue.no, true), (.not, false)] {
      for negation in ranges(cue, at: hit) {
        guard negation.lowerBound >= sentence.lowerBound, negation.upperBound <= hit.lowerBound,
          hit.lowerBound - negation.upperBound <= 12,
          !ranges(.notNegation, at: hit).contains(where: { $0.overlaps(negation) }),
          reaches(from: negation, to: hit, isNoun: isNoun, sentence: sentence)
        else { continue }
        return true
      }
    }
    return isDeniedAfter(hit, sentence)
  }

  /// Whether nothing between a negation and a hit ends its scope.
  private func reaches(
    from negation: Range<Int>, to hit: Range<Int>, isNoun: Bool, sentence: Range<Int>
  ) -> Bool {
    for place in negation.upperBound..<hit.lowerBound {
      let follows = text.tokens[place].followsMark
      if place == negation.upperBound, follows { return false }
      if begins(.end, at: place) { return false }
      if follows, begins(.clause, at: place) { return false }
      if text.tokens[place].word == "and" || text.tokens[place].word == "n",
        place + 1 < hit.lowerBound, begins(.clause, at: place + 1)
      {
        return false
      }
    }
    let first = hit.lowerBound
    let afterMark = text.tokens[first].followsMark
    if first == negation.upperBound { return !afterMark }
    let afterAnd = ["and", "n"].contains(text.tokens[first - 1].word)
    guard afterMark || afterAnd else { return true }
    if isNoun {
      return !begins(.adjective, at: first) && !(afterMark && isPlaced(hit, sentence))
    }
    let ahead = max(first - 1, 0)..<min(hit.upperBound + 4, sentence.upperBound)
    return afterAnd && !afterMark
      || ahead.contains { ["or", "nor"].contains(text.tokens[$0].word) }
  }

  /// "no fever, pus in the wound": what is said to be somewhere begins a statement, unless a list
  /// of things that are not there goes on.
  private func isPlaced(_ hit: Range<Int>, _ sentence: Range<Int>) -> Bool {
    let after = hit.upperBound..<min(hit.upperBound + 6, sentence.upperBound)
    guard !after.contains(where: { ["or", "nor"].contains(text.tokens[$0].word) }) else {
      return false
    }
    return (hit.lowerBound + 1..<min(hit.upperBound + 1, sentence.upperBound)).contains {
      ["in", "on", "from", "under", "around", "coming", "along"].contains(text.tokens[$0].word)
    }
  }

  /// "swelling: none", "bruising? no."
  private func isDeniedAfter(_ hit: Range<Int>, _ sentence: Range<Int>) -> Bool {
    for denial in ranges(.noAfter, at: hit)
    where denial.lowerBound >= hit.upperBound && denial.upperBound <= sentence.upperBound
      && denial.lowerBound - hit.upperBound
        <= (text.tokens[denial.lowerBound].word == "all" ? 12 : 2)
    {
      let end = denial.upperBound
      if end == sentence.upperBound || text.tokens[end].followsMark { return true }
    }
    let number = text.tokens[hit.lowerBound].sentence
    guard sentence.upperBound < text.tokens.count else { return false }
    if deniesAll(text.sentences[number + 1]) { return true }
    guard text.isQuestion[number], sentence.count <= 6 else { return false }
    return ["no", "none", "nope", "nah", "negative", "never", "not"].contains(
      text.tokens[sentence.upperBound].word)
      && (sentence.upperBound + 1 == text.tokens.count
        || text.tokens[sentence.upperBound + 1].followsMark
        || text.tokens[sentence.upperBound + 1].sentence != number + 1)
  }

  /// "I've neither, obviously.": a sentence that denies what stands before it.
  private func deniesAll(_ sentence: Range<Int>) -> Bool {
    let words = sentence.prefix(4).map { text.tokens[$0].word }
    guard let denial = words.firstIndex(where: { ["none", "neither"].contains($0) }) else {
      return false
    }
    return denial > 0 && words[..<denial].allSatisfy { ["i", "ive", "have", "got"].contains($0) }
  }

  private func isUnsure(_ hit: Range<Int>) -> Bool {
    let sentence = sentence(of: hit)
    return ranges(.unsure, at: hit).contains { doubt in
      doubt.lowerBound >= sentence.lowerBound && doubt.upperBound <= hit.lowerBound
        && hit.lowerBound - doubt.upperBound <= 6
        && !(doubt.upperBound..<hit.lowerBound).contains {
          text.tokens[$0].followsMark || begins(.end, at: $0) && !begins(.condition, at: $0)
        }
    }
  }

  // MARK: - Whether it is so

  private func isHypothetical(_ hit: Range<Int>) -> Bool {
    let sentence = sentence(of: hit)
    for supposition in ranges(.whatIf, at: hit)
    where supposition.lowerBound >= sentence.lowerBound
      && supposition.lowerBound < hit.lowerBound
    {
      let end = min(supposition.upperBound, hit.lowerBound)
      if !isCut(end..<hit.lowerBound) { return true }
    }
    for condition in ranges(.condition, at: hit)
    where condition.lowerBound >= sentence.lowerBound && condition.upperBound <= hit.lowerBound {
      let between = condition.upperBound..<hit.lowerBound
      if !isCut(between), !isPersonal(condition.upperBound..<hit.upperBound) { return true }
    }
    return false
  }

  /// Whether a new statement begins somewhere in a range.
  private func isCut(_ range: Range<Int>) -> Bool {
    guard !range.isEmpty else { return false }
    return range.contains { place in
      text.tokens[place].followsMark && begins(.clause, at: place)
        || ["but", "because", "now", "since", "however"].contains(text.tokens[place].word)
    } || range.upperBound < text.tokens.count && text.tokens[range.upperBound].followsMark
  }

  private func isPersonal(_ range: Range<Int>) -> Bool {
    ranges(.personal, at: range).contains { $0.overlaps(range) }
  }

  private func isGeneralQuestion(_ hit: Range<Int>) -> Bool {
    let sentence = sentence(of: hit)
    if isAskedAbout(hit, sentence) || goesOnAsking(hit) { return true }
    guard !isPersonal(sentence) else { return false }
    let before = sentence.lowerBound..<hit.lowerBound
    if ranges(.topic, at: hit).contains(where: { $0.overlaps(before) }) { return true }
    return ranges(.asks, at: hit).contains { question in
      guard before.contains(question.lowerBound) else { return false }
      return text.tokens[question.lowerBound].followsMark
        || (sentence.lowerBound..<question.lowerBound).allSatisfy { begins(.opener, at: $0) }
    }
  }

  /// "should I worry about numbness?", but not "… about the numbness in my toes".
  private func isAskedAbout(_ hit: Range<Int>, _ sentence: Range<Int>) -> Bool {
    guard sentence.upperBound - hit.upperBound <= 2 else { return false }
    return ranges(.asksAbout, at: hit).contains { question in
      question.upperBound <= hit.lowerBound && !isCut(question.upperBound..<hit.lowerBound)
        && !isPersonal(question.upperBound..<sentence.upperBound)
    }
  }

  /// "when is heel pain dangerous? swelling? numbness?": bare words that go on with a question.
  private func goesOnAsking(_ hit: Range<Int>) -> Bool {
    var number = text.tokens[hit.lowerBound].sentence
    while number > 0, text.sentences[number].count <= 3, text.isQuestion[number] {
      number -= 1
      let sentence = text.sentences[number]
      guard text.isQuestion[number] else { return false }
      guard sentence.count > 3 else { continue }
      return begins(.asks, at: sentence.lowerBound) && !isPersonal(sentence)
    }
    return false
  }
}

extension Range<Int> {
  /// Whether the other range lies within this one.
  func holds(_ other: Range<Int>) -> Bool {
    lowerBound <= other.lowerBound && other.upperBound <= upperBound
  }
}
