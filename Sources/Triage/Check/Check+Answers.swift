package import Knowledge
internal import Language

extension Check {
  /// What an answer did.
  package enum Step: Hashable, Sendable {
    /// It settled something; ask `next`.
    case answered
    /// An earlier answer was replaced; the open question stays.
    case corrected
    /// It says something, but not about the open question, which stays.
    case noted
    /// The runner asked why; these are the reasons, the open question stays.
    case explained([Sentence])
    case wentBack
    /// There is nothing to go back to.
    case atTheStart
    /// The runner broke the check off; the result is provisional.
    case stopped
    /// "yes" to a list: which?
    case needsWhich
    /// Nothing of it was understood as an answer.
    case unclear
  }

  /// Takes the answer to the open question.
  ///
  /// Commands come first ("don't know", "back", "why do you ask?", "stop"), then corrections of
  /// earlier answers, then numbers, then what the reader of free text finds, then the words of the
  /// values. Everything the reader finds is kept, also about slots that were not asked. On a list,
  /// what is not named counts as harmless; a message that only denies something does not answer the
  /// rest of the list.
  package mutating func apply(
    _ text: String, table: TriageTable, reader: (String) -> [SlotFinding] = { _ in [] }
  ) -> Step {
    guard let question = next(table) else { return .unclear }
    let words = AnswerWords(text)
    let command = words.command
    switch command {
    case .why: return .explained(question.why)
    case .back: return goBack() ? .wentBack : .atTheStart
    case .stop:
      takenBack = []
      // What was asked and refused is not known; only what nobody asked counts as harmless.
      if !values.known.isEmpty { leaveOpen(question, table) }
      isStopped = true
      return .stopped
    default: break
    }
    if case .confirm(let value) = question.kind { return confirm(words, command, value, question) }
    if words.correctsEarlier, let step = correct(words, question, table, reader) { return step }
    remember()
    let chosenBefore = chosen
    chosen = []
    if answer(words, command, question, table, reader(text)) {
      lastAnswered = question.slots
      if question.kind == .slot { askedWorst += question.slots }
      return .answered
    }
    chosen = chosenBefore
    if history.last?.values != values || refine(words, table) { return .noted }
    history.removeLast()
    if command == .yes, question.kind != .slot || question.choices.count > 2 {
      return .needsWhich
    }
    return .unclear
  }

  /// Takes what a message says that is no answer: the worst of several statements, a replacement
  /// where the runner corrects. A danger sign that is taken back waits for a confirmation. Going back to
  /// an earlier question does not undo what is stated here.
  package mutating func take(_ findings: [SlotFinding], table: TriageTable) {
    keep(findings, table: table)
    for finding in findings
    where finding.manner == .stated && table.definition(of: finding.slot) != nil {
      for place in history.indices { history[place].values.raise(finding.slot, to: finding.value) }
    }
  }

  private mutating func keep(_ findings: [SlotFinding], table: TriageTable) {
    for finding in findings where table.definition(of: finding.slot) != nil {
      let slot = finding.slot
      switch finding.manner {
      case .stated:
        values.raise(slot, to: finding.value)
        picked.removeAll { $0 == slot }
      case .denied:
        if values[slot] == .notAsked {
          values[slot] = .value(0)
        } else if table.isDanger(slot, table.counted(slot, in: values)) {
          replace(slot, by: finding.value, table)
        }
      case .unsure: if values[slot] == .notAsked { values[slot] = .unknown }
      case .corrected: replace(slot, by: finding.value, table)
      }
    }
  }

  private mutating func replace(_ slot: Slot, by value: Int, _ table: TriageTable) {
    let before = table.counted(slot, in: values)
    if table.isDanger(slot, before), !table.isDanger(slot, value), values[slot] != .unknown {
      takenBack.removeAll { $0.slot == slot }
      takenBack.append(TakenBack(slot: slot, value: value))
    } else {
      values[slot] = .value(value)
      picked.removeAll { $0 == slot }
    }
  }

  private mutating func confirm(
    _ words: AnswerWords, _ command: AnswerWords.Command?, _ value: Int, _ question: CheckQuestion
  ) -> Step {
    guard let slot = question.slots.first else { return .unclear }
    // "Yes, just stiff, never numb."
    let first = words.words.first ?? ""
    switch command ?? (words.tokens.count > 1 ? AnswerWords(first).command : nil) {
    case .yes:
      remember()
      values[slot] = .value(value)
      picked.removeAll { $0 == slot }
    case .some(.none), .no, .skip: break
    default: return .unclear
    }
    takenBack.removeAll { $0.slot == slot }
    return .answered
  }

  /// "actually it is a 6", "sorry, I meant the whole run": replaces an earlier answer.
  private mutating func correct(
    _ words: AnswerWords, _ question: CheckQuestion, _ table: TriageTable,
    _ reader: (String) -> [SlotFinding]
  ) -> Step? {
    let rest = words.words.joined(separator: " ")
    let known = { (slot: Slot) in !question.slots.contains(slot) }
    let said = reader(rest).filter { $0.slot != .level || !words.deniesScore }
    // What corrects the open question answers it.
    if said.contains(where: { question.slots.contains($0.slot) }) { return nil }
    let findings = said.filter { known($0.slot) && values[$0.slot] != .notAsked }
    if !findings.isEmpty {
      remember()
      for finding in findings { replace(finding.slot, by: finding.value, table) }
      return .corrected
    }
    // A bare number is a score, the only scale from 0 to 10 there is.
    if let score = words.score, !question.slots.contains(.level), values[.level] != .notAsked,
      let value = table.value(of: .level, score: score)
    {
      remember()
      replace(.level, by: value, table)
      return .corrected
    }
    for slot in lastAnswered where known(slot) && table.definition(of: slot)?.dangerFrom == nil {
      guard let value = table.value(of: slot, said: words) else { continue }
      remember()
      replace(slot, by: value, table)
      return .corrected
    }
    return nil
  }

  /// Settles what an answer says; false if it says nothing about the question.
  private mutating func answer(
    _ words: AnswerWords, _ command: AnswerWords.Command?, _ question: CheckQuestion,
    _ table: TriageTable, _ findings: [SlotFinding]
  ) -> Bool {
    if case .worse(let value) = question.kind {
      return answerWorse(words, command, value, question)
    }
    if command == .skip {
      leaveOpen(question, table)
      markAsked(question)
      return true
    }
    switch question.kind {
    case .confirm, .worse: return false
    case .slot: return answerSlot(words, question, table, findings)
    case .list(let kind):
      if question.effects.count == 1, command == .yes || words.picks == [1] {
        choose(question.effects[0], table)
        settleRest(of: question)
        return true
      }
      // What goes on after a "none" may tell of other things: "none, and it fades".
      let isNone =
        command == .some(.none) || command == .no
        || words.opensWithNone
          && (!words.hasException || !findings.isEmpty)
          && !findings.contains {
            question.slots.contains($0.slot) && $0.value > 0 && $0.manner != .denied
          }
      if isNone, kind != .everyday || question.slots.count > 1 {
        keep(findings.filter { !question.slots.contains($0.slot) }, table: table)
        takeClosingScore(words, findings, table)
        settleRest(of: question)
        return true
      }
      return answerList(words, question, table, findings)
    }
  }

  private mutating func answerList(
    _ words: AnswerWords, _ question: CheckQuestion, _ table: TriageTable,
    _ findings: [SlotFinding]
  ) -> Bool {
    if question.choices.isEmpty, question.kind == .list(.everyday) {
      return answerSlot(words, question, table, findings)
    }
    if question.slots.contains(.age), let years = words.picks?.first, words.picks?.count == 1,
      (10...17).contains(years), years > question.choices.count
    {
      settle(.age, .value(1))
      settleRest(of: question)
      return true
    }
    if !question.choices.isEmpty, let picks = words.picks {
      guard picks.allSatisfy({ (1...question.choices.count).contains($0) }) else { return false }
      for pick in Set(picks) { choose(question.effects[pick - 1], table) }
      settleRest(of: question)
      return true
    }
    let about = findings.filter { question.slots.contains($0.slot) }
    if about.isEmpty {
      keep(findings, table: table)
      return question.kind == .list(.everyday)
        ? answerByValues(words, question, table)
        : answerByLines(words, question, table) || answerByBackground(words, question, table)
    }
    for finding in about { settle(finding) }
    if question.kind == .list(.everyday) {
      for finding in about
      where finding.slot == .nextday || finding.slot == .duration && finding.value > 0 {
        // Of two readings of a span the worse one counts: "four months no better".
        if let value = table.value(of: finding.slot, said: words, leastWords: 2), value > 1 {
          values.raise(finding.slot, to: value)
        }
      }
      // What stands beside it in the words of the list is no silence.
      for slot in question.slots where !about.contains(where: { $0.slot == slot }) && isOpen(slot) {
        if let value = table.value(of: slot, said: words, leastWords: 2) {
          settle(slot, .value(value))
        }
      }
    }
    keep(findings.filter { !question.slots.contains($0.slot) }, table: table)
    if about.contains(where: { $0.value > 0 || $0.manner != .denied }) {
      settleRest(of: question)
    }
    return true
  }

  private mutating func answerSlot(
    _ words: AnswerWords, _ question: CheckQuestion, _ table: TriageTable,
    _ findings: [SlotFinding]
  ) -> Bool {
    guard let slot = question.slots.first else { return false }
    let others = findings.filter { $0.slot != slot }
    let about = findings.filter { $0.slot == slot }
    if slot == .fever, about.isEmpty, let isFever = words.isFever,
      isFever || mayLower(slot, to: 0, words, table)
    {
      settle(slot, .value(isFever ? 1 : 0))
      return true
    }
    if !question.effects.isEmpty, let picks = words.picks {
      guard picks.allSatisfy({ (1...question.effects.count).contains($0) }) else { return false }
      if picks.count > 1, !isOpen(slot) { return false }
      values[slot] = .notAsked
      for pick in picks { choose(question.effects[pick - 1], table) }
      picked.removeAll { $0 == slot }
      return true
    }
    if about.isEmpty {
      guard let value = table.value(of: slot, said: words) ?? harmless(slot, words, table),
        mayLower(slot, to: value, words, table)
      else {
        keep(others, table: table)
        return false
      }
      settle(slot, .value(value))
    } else {
      // What a picked line left at its mildest is now said exactly.
      let worst = about.lazy.filter { $0.manner != .unsure }.map(\.value).max()
      if let worst, !mayLower(slot, to: worst, words, table) {
        keep(others, table: table)
        return false
      }
      if picked.contains(slot), worst == nil {
        keepPicked(slot, table)
      } else if picked.contains(slot) {
        values[slot] = .notAsked
      }
      for finding in about { settle(finding) }
      picked.removeAll { $0 == slot }
    }
    keep(others, table: table)
    return true
  }

  /// Whether words alone may settle a slot at a value: not below a danger sign that is on record, unless
  /// the message can be nothing but an answer.
  private func mayLower(
    _ slot: Slot, to value: Int, _ words: AnswerWords, _ table: TriageTable
  ) -> Bool {
    let before = table.counted(slot, in: values)
    return value >= before || !table.isDanger(slot, before) || words.isOnlyAnAnswer
  }

  /// "none" and its like where the slot has a value of that name.
  private func harmless(_ slot: Slot, _ words: AnswerWords, _ table: TriageTable) -> Int? {
    // "No" is no answer to how bad it is.
    let hasScale = table.definition(of: slot)?.values.contains { $0.scores != nil } ?? false
    guard words.command == .some(.none) || words.command == .no && !hasScale else { return nil }
    return table.value(of: slot, said: AnswerWords("no"))
      ?? table.value(of: slot, said: AnswerWords("none"))
  }

  /// An everyday question answered in the words of its values.
  private mutating func answerByValues(
    _ words: AnswerWords, _ question: CheckQuestion, _ table: TriageTable
  ) -> Bool {
    var isNamed = false
    for slot in question.slots where isOpen(slot) {
      guard let value = table.value(of: slot, said: words) ?? harmless(slot, words, table) else {
        continue
      }
      settle(slot, .value(value))
      isNamed = true
    }
    if isNamed { settleRest(of: question) }
    return isNamed
  }

  /// Lines of a list that share a telling word with an answer which nothing else understood.
  private mutating func answerByLines(
    _ words: AnswerWords, _ question: CheckQuestion, _ table: TriageTable
  ) -> Bool {
    // A long message, or a question, is no pick: its words may stand in the list by chance.
    guard !words.isNegated, words.words.count <= 6,
      !words.tokens.contains(where: { $0.text.hasPrefix("?") })
    else { return false }
    let said = Set(words.words.filter { $0.utf8.count >= 4 && !Self.common.contains($0) })
    let named = question.effects.filter { !said.isDisjoint(with: AnswerWords($0.text).words) }
    for choice in named { choose(choice, table) }
    if !named.isEmpty { settleRest(of: question) }
    return !named.isEmpty
  }

  /// Words of the lists that say nothing by themselves.
  private static let common: Set<String> = [
    "pain", "hurts", "heel", "that", "foot", "came", "first", "steps", "your", "where", "from",
    "than", "under", "else", "with", "this", "what", "when", "long", "such", "after", "months",
    "week", "more", "running", "walking", "sore", "both", "feet", "sides", "side",
  ]

  private mutating func choose(_ choice: TriageQuestion.Choice, _ table: TriageTable) {
    chosen += choice.asks + choice.sets.map(\.slot)
    for condition in choice.sets { values.raise(condition.slot, to: condition.atLeast) }
    for slot in choice.asks where !picked.contains(slot) {
      values.raise(slot, to: table.leastSign(of: slot))
      picked.append(slot)
    }
  }

  private mutating func settle(_ finding: SlotFinding) {
    switch finding.manner {
    case .unsure: if values[finding.slot] == .notAsked { values[finding.slot] = .unknown }
    case .denied: if isOpen(finding.slot) { settle(finding.slot, .value(0)) }
    case .stated: values.raise(finding.slot, to: finding.value)
    case .corrected: values[finding.slot] = .value(finding.value)
    }
  }

  private mutating func settle(_ slot: Slot, _ value: SlotValue) {
    values[slot] = value
    picked.removeAll { $0 == slot }
  }

  /// What was put and not named is harmless.
  mutating func settleRest(of question: CheckQuestion) {
    for slot in question.slots where values[slot] == .notAsked { values[slot] = .value(0) }
    markAsked(question)
  }

  private mutating func markAsked(_ question: CheckQuestion) {
    if question.kind == .list(.background) { mayBackgroundBeNew = false }
  }

  private func isOpen(_ slot: Slot) -> Bool {
    values[slot] == .notAsked || picked.contains(slot)
  }
}

extension TriageTable {
  /// The value of a slot whose scores hold a score.
  func value(of slot: Slot, score: Int) -> Int? {
    definition(of: slot)?.values.firstIndex { $0.scores?.contains(score) ?? false }
  }

  /// The value that an answer to the slot's own question names: by score, by its word, or by the
  /// longest of the words under `say`; the worse of two equally long ones.
  func value(of slot: Slot, said words: AnswerWords, leastWords: Int = 1) -> Int? {
    guard let definition = definition(of: slot) else { return nil }
    if leastWords == 1, definition.values.contains(where: { $0.scores != nil }),
      let score = words.score
    {
      return value(of: slot, score: score)
    }
    var best: (value: Int, length: Int)?
    for (value, item) in definition.values.enumerated() {
      for phrase in item.says + [item.word]
      where phrase.split(separator: " ").count >= leastWords
        && words.contains(phrase, unlessNegated: value == 0 || leastWords > 1)
      {
        let length = phrase.utf8.count
        if best.map({ length >= $0.length }) ?? true { best = (value, length) }
      }
    }
    return best?.value
  }
}
