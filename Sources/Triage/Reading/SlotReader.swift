package import Knowledge

/// Reads what a message says about the slots of the triage table: danger signs above all, everyday
/// answers too, each with negation, time, person and supposition.
///
/// What is looked for is data (`SignLexicon`); the code only walks tokens. It decides nothing: what
/// the values lead to is the table's matter. Costs well under a millisecond for a message of
/// usual length and grows linearly.
package struct SlotReader {
  /// Keeps the bytes that the index uses.
  private let blob: Blob
  private let index: SignIndex
  private let dangers: SignDangers

  /// Opens the lexicon of compiled knowledge. The table says what is a danger sign.
  package init(_ blob: Blob, table: TriageTable) throws(BlobError) {
    self.blob = blob
    var decoder = BlobDecoder(try blob.requiredSection(SignLexicon.section))
    index = try SignIndex(from: &decoder)
    dangers = SignDangers(table)
  }

  /// With what is on record, so that a sign is read together with one that was told before:
  /// a swollen calf and then "short of breath".
  package func read(
    _ message: String, known: SlotValues = SlotValues(), alarms: Set<String> = []
  ) -> MessageReading {
    let text = SignText(message)
    guard !text.tokens.isEmpty else { return MessageReading() }
    let matcher = SignMatcher(text, index: index)
    var hits: [SignHit] = []
    var idioms: [Range<Int>] = []
    var cues: [SignCue: [Range<Int>]] = [:]
    matcher.forEachMatch { number, match in
      switch index.rules[number].meaning {
      case .idiom: idioms.append(match.range)
      case .cue(let cue): cues[cue, default: []].append(match.range)
      default:
        if isAllowed(match.range, by: index.rules[number], in: matcher) {
          hits.append(SignHit(rule: number, match: match))
        }
      }
    }
    hits.removeAll { hit in idioms.contains { $0.overlaps(hit.range) } }
    let scope = SignScope(text, cues: cues)
    let resolution = SignResolution(
      text: text, rules: index.rules, combinations: index.combinations, dangers: dangers,
      known: known, alarms: alarms)
    let corrections = cues[.correction] ?? []
    var reading = resolution.reading(of: hits, scope: scope, corrections: corrections)
    reading.isForAnother = scope.countsThem && reading.isAlarming
    reading.asksForAnother = scope.countsThem
    guard !scope.countsThem, cues[.otherAdult] != nil || cues[.otherChild] != nil,
      !Self.isEmergency(reading)
    else { return reading }
    // An emergency of somebody else is told whatever was asked.
    var theirs = scope
    theirs.countsThem = true
    var other = resolution.reading(of: hits, scope: theirs, corrections: corrections)
    other.isForAnother = true
    other.asksForAnother = true
    return Self.isEmergency(other) ? other : reading
  }

  private static func isEmergency(_ reading: MessageReading) -> Bool {
    [(Slot.calf, 3), (.fever, 2), (.circulation, 2)].contains { slot, value in
      reading.value(of: slot) ?? 0 >= value
    }
  }

  private func isAllowed(_ hit: Range<Int>, by rule: SignIndex.Rule, in matcher: SignMatcher)
    -> Bool
  {
    rule.needs.allSatisfy { matcher.holds(index.condition($0), near: hit, exactly: false) }
      && !rule.unless.contains { matcher.holds(index.condition($0), near: hit, exactly: true) }
  }
}

/// Tokens that a rule fits.
struct SignHit: Hashable {
  /// Index of the rule in the lexicon.
  var rule: Int
  var match: SignMatch

  var range: Range<Int> { match.range }
}

extension SignMatcher {
  /// Whether the words of a guard stand near a hit, in its sentence. Words inside the hit count
  /// only where both sides do.
  func holds(_ condition: SignIndex.Guard, near hit: Range<Int>, exactly: Bool) -> Bool {
    let sentence = text.sentences[text.tokens[hit.lowerBound].sentence]
    let before = max(sentence.lowerBound, hit.lowerBound - condition.reach - 1)
    let after = min(sentence.upperBound, hit.upperBound + condition.reach + 1)
    let window =
      switch condition.side {
      case .before: before..<hit.lowerBound
      case .after: hit.upperBound..<after
      case .around: before..<after
      }
    guard
      condition.patterns.contains(where: { fits(index.pattern($0), in: window, exactly: exactly) })
    else {
      return false
    }
    return !(condition.isWeak && namesFoot(in: before..<after))
  }
}
