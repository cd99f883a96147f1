internal import Knowledge

extension Check {
  /// One of the two lists with the lines that can still change the result; nil if none can.
  ///
  /// Where an earlier background is known all lines of it are put, for something may be new.
  func list(
    _ question: TriageQuestion, _ open: Set<Slot>, _ table: TriageTable
  ) -> CheckQuestion? {
    let isAgain = question.kind == .background && mayBackgroundBeNew
    let askable = isAgain ? open.union(question.slots) : open
    let choices = question.choices.compactMap { choice -> TriageQuestion.Choice? in
      var left = choice
      left.sets = choice.sets.filter { askable.contains($0.slot) }
      left.asks = choice.asks.filter { slot in
        askable.contains(slot) && table.canChange([slot], values, open: askable)
      }
      left.sets.removeAll { !table.canChange([$0.slot], values, open: askable) }
      return left.sets.isEmpty && left.asks.isEmpty ? nil : left
    }
    guard !choices.isEmpty else { return nil }
    let isLater = question.kind == .danger ? hasDanger(table) : isAgain
    // Only what is put is settled by the answer; the rest stays open.
    let put = Set(choices.flatMap { $0.asks + $0.sets.map(\.slot) })
    return CheckQuestion(
      kind: .list(question.kind), slots: question.slots.filter { put.contains($0) },
      ask: choices.count == 1
        ? "One more, yes or no: \(choices[0].text)?"
        : isLater ? question.askAgain ?? question.ask : question.ask,
      choices: choices.count == 1 ? [] : choices.map(\.text),
      hint: choices.count == 1 ? "" : question.hint, why: question.why, effects: choices)
  }

  /// The everyday question with the greatest power to decide; nil if none is left that can.
  func everyday(_ open: Set<Slot>, _ table: TriageTable) -> CheckQuestion? {
    var questions = table.questions.filter { $0.kind == .everyday }
    if depth == .brief {
      questions = questions.filter { question in
        question.isEssential && question.slots.allSatisfy { open.contains($0) }
      }
    }
    // Who has pain neither running nor walking has told how bad it is.
    if depth == .brief, values[.run] == .value(0), values[.walk] == .value(0) {
      questions.removeAll { $0.slots == [.level] }
    }
    let groups = questions.map { $0.slots.filter { open.contains($0) } }
    guard let best = strongest(groups.filter { !$0.isEmpty }, open, table),
      let question = questions.first(where: { $0.slots.contains(best[0]) })
    else { return nil }
    let useful = best.filter { table.canChange([$0], values, open: open) }
    if useful.count == 1, question.slots.count > 1 { return self.question(useful[0], table) }
    return CheckQuestion(
      kind: .list(.everyday), slots: question.slots, ask: question.ask,
      choices: question.choices.map(\.text), hint: question.hint, why: question.why,
      effects: question.choices)
  }

  /// One slot alone, with its values as choices; a slot with scores is asked on its scale.
  func question(_ slot: Slot, _ table: TriageTable) -> CheckQuestion? {
    guard let definition = table.definition(of: slot) else { return nil }
    let hasScale = definition.values.contains { $0.scores != nil }
    let effects = definition.values.indices.map { value in
      TriageQuestion.Choice(
        text: definition.values[value].means,
        sets: [SlotCondition(slot, atLeast: value, atMost: value)], asks: [])
    }
    return CheckQuestion(
      kind: .slot, slots: [slot], ask: definition.question,
      choices: hasScale ? [] : effects.map(\.text), hint: "", why: definition.why,
      effects: hasScale ? [] : effects)
  }

  func confirmation(of sign: TakenBack, _ table: TriageTable) -> CheckQuestion? {
    guard let definition = table.definition(of: sign.slot) else { return nil }
    let value = table.counted(sign.slot, in: values)
    let said = definition.values[min(value, definition.worst)].means
    let now = definition.values[min(sign.value, definition.worst)].means
    return CheckQuestion(
      kind: .confirm(sign.value), slots: [sign.slot],
      ask: "You told me of \(said). Shall I take that back and note \(now)? Yes or no.",
      choices: [], hint: "", why: definition.why, effects: [])
  }

  private func hasDanger(_ table: TriageTable) -> Bool {
    Slot.allCases.contains { table.isDanger($0, values.number(of: $0) ?? 0) }
  }
}
