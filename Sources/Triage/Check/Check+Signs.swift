package import Knowledge
internal import Language

/// Signs that were told or picked, and how bad they are.
extension Check {
  /// Asks of a sign that was told, before anything else, whether it goes with what would make it an
  /// emergency: a swollen calf with breathlessness, a fever with confusion. Each is asked once.
  func worse(_ table: TriageTable) -> CheckQuestion? {
    for definition in table.slots {
      let slot = definition.slot
      guard let value = values.number(of: slot), value < definition.worst,
        table.isDanger(slot, value), !picked.contains(slot), !askedWorst.contains(slot)
      else { continue }
      var worst = values
      worst[slot] = .value(definition.worst)
      guard table.verdict(worst).outcome == .emergency else { continue }
      return CheckQuestion(
        kind: .worse(definition.worst), slots: [slot],
        ask: "This first, yes or no: \(definition.values[definition.worst].means)?",
        choices: [], hint: "", why: definition.why,
        effects: [
          TriageQuestion.Choice(
            text: definition.values[definition.worst].means,
            sets: [SlotCondition(slot, atLeast: definition.worst, atMost: definition.worst)],
            asks: [])
        ])
    }
    return nil
  }

  /// Takes "yes", "no" and "don't know" to such a question; false for anything else.
  mutating func answerWorse(
    _ words: AnswerWords, _ command: AnswerWords.Command?, _ value: Int, _ question: CheckQuestion
  ) -> Bool {
    guard let slot = question.slots.first else { return false }
    if command == .yes || words.picks == [1] {
      values.raise(slot, to: value)
    } else if command != .some(.none), command != .no, command != .skip, !words.opensWithNone {
      return false
    }
    askedWorst.append(slot)
    return true
  }

  /// A picked sign of which nothing more is told stays what it was picked as, and is taken for no
  /// milder than one that was never picked and is not known.
  mutating func keepPicked(_ slot: Slot, _ table: TriageTable) {
    let worst = table.definition(of: slot)?.worst ?? 0
    var unknown = SlotValues()
    unknown[slot] = .unknown
    let least = table.verdict(unknown).outcome
    var value = values.number(of: slot) ?? table.leastSign(of: slot)
    while value < worst, table.verdict(SlotValues([slot: value])).outcome < least { value += 1 }
    values[slot] = .value(value)
    picked.removeAll { $0 == slot }
  }

  /// What is left unanswered of an open question: not known, or as it was picked.
  mutating func leaveOpen(_ question: CheckQuestion, _ table: TriageTable) {
    for slot in question.slots {
      if picked.contains(slot) {
        keepPicked(slot, table)
      } else if values[slot] == .notAsked {
        values[slot] = .unknown
      }
    }
  }

  /// More on what was picked from the list before: "at night" after the line on pain at rest. Only
  /// ever raises it; false where nothing is said of it.
  mutating func refine(_ words: AnswerWords, _ table: TriageTable) -> Bool {
    guard !words.isNegated else { return false }
    for slot in chosen {
      guard let value = table.value(of: slot, said: words), value > 0,
        values.number(of: slot) ?? 0 > 0
      else { continue }
      values.raise(slot, to: value)
      return true
    }
    return false
  }
}

extension AnswerWords {
  /// Whether its last word is a number, which then is no length or time.
  var endsWithScore: Bool { tokens.last { $0.kind != .punctuation }?.kind == .number }

  /// Whether a body temperature that is named is a fever; nil where none is named.
  var isFever: Bool? {
    for token in tokens where token.kind == .number {
      guard let degrees = Double(token.text) else { continue }
      if (34...43).contains(degrees) { return degrees >= 38 }
      if (94...109).contains(degrees) { return degrees >= 100.4 }
    }
    return nil
  }
}

extension Check {
  /// Whether a message is one of the words for a value of the open question, where it asks for no
  /// danger sign.
  package func isAnswered(by text: String, _ table: TriageTable) -> Bool {
    guard let question = next(table),
      question.kind == .slot || question.kind == .list(.everyday)
    else { return false }
    let words = AnswerWords(text).words.joined(separator: " ")
    return question.slots.compactMap { table.definition(of: $0) }.contains { definition in
      definition.dangerFrom == nil && definition.values.contains { $0.says.contains(words) }
    }
  }

  /// Takes a new score after the result: "sorry, I meant a 3, not a 6"; false for any other message.
  package mutating func correctsScore(_ text: String, _ table: TriageTable) -> Bool {
    let words = AnswerWords(text)
    guard let before = values.number(of: .level), words.words.count <= 9,
      words.deniesScore || words.correctsEarlier && words.endsWithScore, let score = words.score,
      let value = table.value(of: .level, score: score), value != before
    else { return false }
    remember()
    values[.level] = .value(value)
    return true
  }

  /// Whether a message is about the check itself: "why do you ask", "go back", "don't know", "stop".
  package func isAboutItself(_ text: String) -> Bool {
    switch AnswerWords(text).command {
    case .why, .back, .stop, .skip: true
    default: false
    }
  }

  /// Background told in a word of its own: "remission", "expecting".
  mutating func answerByBackground(
    _ words: AnswerWords, _ question: CheckQuestion, _ table: TriageTable
  ) -> Bool {
    guard question.kind == .list(.background), !words.isNegated else { return false }
    var isNamed = false
    for slot in question.slots {
      guard let definition = table.definition(of: slot) else { continue }
      for value in definition.values.indices.dropFirst().reversed() {
        let isSaid = definition.values[value].says.contains { phrase in
          !Self.plainWords.contains(phrase) && words.contains(phrase)
        }
        guard isSaid else { continue }
        values.raise(slot, to: value)
        isNamed = true
        break
      }
    }
    if isNamed { settleRest(of: question) }
    return isNamed
  }

  /// Words that say something of the background only where just it was asked for.
  private static let plainWords: Set<String> = [
    "yes", "no", "past", "last year", "years ago", "months ago", "weeks ago", "last week",
    "this week", "this month", "last month", "long ago", "recent", "recently", "cleared",
    "finished", "ended", "done", "taking", "now", "still", "currently", "on it", "both", "under",
    "kid", "just had", "left and right", "not cleared",
  ]

  /// "None, and it fades after the first km, about a 2": the number that closes it is the score.
  mutating func takeClosingScore(
    _ words: AnswerWords, _ findings: [SlotFinding], _ table: TriageTable
  ) {
    guard values[.level] == .notAsked, words.endsWithScore,
      findings.contains(where: { $0.slot == .run || $0.slot == .walk }), let score = words.score,
      let value = table.value(of: .level, score: score)
    else { return }
    values[.level] = .value(value)
  }

  /// Takes the score that opens a message, where the open question is how bad it is.
  package mutating func takeScore(_ text: String, _ table: TriageTable) {
    guard let question = next(table), question.slots == [.level], values[.level] == .notAsked,
      let clause = text.split(separator: ",").first,
      let score = AnswerWords(String(clause)).score, AnswerWords(String(clause)).words.count <= 5,
      let value = table.value(of: .level, score: score)
    else { return }
    values[.level] = .value(value)
  }

  /// Takes the answer to what a brief check left open, where it says so in two words or more that the
  /// table knows; false for any other message.
  package mutating func completes(
    _ text: String, table: TriageTable, reader: (String) -> [SlotFinding]
  ) -> Bool {
    var full = self
    full.goOn()
    let words = AnswerWords(text)
    guard let question = full.next(table), question.kind == .list(.everyday),
      question.slots.contains(where: {
        values[$0] == .notAsked && table.value(of: $0, said: words, leastWords: 2) != nil
      }),
      full.apply(text, table: table, reader: reader) == .answered
    else { return false }
    full.depth = depth
    self = full
    return true
  }

  /// Ends the check without the answer to the open question, which then is not known.
  package mutating func refuse(_ table: TriageTable) {
    if let question = next(table) { leaveOpen(question, table) }
    takenBack = []
    isStopped = true
  }

  /// Puts the list of danger signs again: what was harmless the last time may not be any more.
  package mutating func askDangerAgain(_ table: TriageTable) {
    for question in table.questions where question.kind == .danger {
      for slot in question.slots where values[slot] == .value(0) || values[slot] == .unknown {
        values[slot] = .notAsked
      }
    }
    isStopped = false
  }
}
