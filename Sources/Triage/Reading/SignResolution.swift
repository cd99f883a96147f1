import Knowledge

/// Makes the reading of a message out of its hits: states, corrections, combinations, the worst.
struct SignResolution {
  let text: SignText
  let rules: [SignIndex.Rule]
  let combinations: [SignCombination]
  let dangers: SignDangers
  /// What was told before this message, and alarming signs outside of the table.
  var known = SlotValues()
  var alarms: Set<String> = []

  private struct Placed {
    var mention: SignMention
    var tokens: Range<Int>
    /// Value that the mention gives when it is negated; nil says nothing.
    var negated: Int?
    var override: SignRule.Override
  }

  func reading(
    of hits: [SignHit], scope: SignScope, corrections: [Range<Int>]
  ) -> MessageReading {
    var seen: Set<SignHit> = []
    let different = hits.filter { seen.insert($0).inserted }.sorted {
      ($0.range.lowerBound, $0.range.upperBound, $0.rule)
        < ($1.range.lowerBound, $1.range.upperBound, $1.rule)
    }
    var placed = overridden(different.map { mention($0, scope: scope) })
    correct(&placed, corrections: corrections)
    placed += combined(placed)
    var reading = MessageReading()
    reading.mentions = placed.map(\.mention)
    for slot in Slot.allCases { add(slot, from: placed, to: &reading) }
    reading.dangers = dangers.among(reading.findings, known: known)
    reading.alarms = reading.mentions.filter {
      if case .alarm = $0.sign { $0.state == .present } else { false }
    }
    return reading
  }

  private func mention(_ hit: SignHit, scope: SignScope) -> Placed {
    let rule = rules[hit.rule]
    var state = scope.state(of: hit.match, rule: rule)
    var sign: SignMention.Sign
    switch rule.meaning {
    case .alarm(let name): sign = .alarm(name)
    case .companion(let name): sign = .companion(name)
    case .value(let slot, let value):
      sign = .value(slot, value)
      if state == .past {
        switch rule.past {
        case .drop: break
        case .keep: state = .present
        case .value(let then):
          sign = .value(slot, then)
          state = .present
        }
      }
    case .idiom, .cue: preconditionFailure("rule \(hit.rule) is no sign")
    }
    let range =
      text.tokens[hit.range.lowerBound].range
      .lowerBound..<text.tokens[hit.range.upperBound - 1].range.upperBound
    return Placed(
      mention: SignMention(sign: sign, state: state, range: range), tokens: hit.range,
      negated: rule.negated, override: rule.override)
  }

  /// The mentions without those that a more telling one for the same slot takes the place of.
  private func overridden(_ placed: [Placed]) -> [Placed] {
    var kept: [Placed] = []
    for candidate in placed where !isOverridden(candidate, by: placed) { kept.append(candidate) }
    return kept
  }

  private func isOverridden(_ candidate: Placed, by placed: [Placed]) -> Bool {
    guard candidate.override == .none, let slot = candidate.mention.slot else { return false }
    for telling in placed where telling.mention.slot == slot && telling.mention.state == .present {
      switch telling.override {
      case .none: continue
      case .overlapping: if telling.tokens.overlaps(candidate.tokens) { return true }
      case .sentence: if sentence(of: telling) == sentence(of: candidate) { return true }
      }
    }
    return false
  }

  private func sentence(of placed: Placed) -> Int { text.tokens[placed.tokens.lowerBound].sentence }

  /// "all run, no wait, only the first mile": what stands before gives way for the same slot.
  private func correct(_ placed: inout [Placed], corrections: [Range<Int>]) {
    for correction in corrections {
      for index in placed.indices {
        let tokens = placed[index].tokens
        guard tokens.lowerBound >= correction.upperBound,
          tokens.lowerBound - correction.upperBound <= 14, placed[index].mention.isOpen,
          let slot = placed[index].mention.slot
        else { continue }
        var replaces = false
        for earlier in placed.indices {
          guard placed[earlier].tokens.upperBound <= correction.lowerBound,
            placed[earlier].mention.slot == slot, placed[earlier].mention.isOpen
          else { continue }
          placed[earlier].mention.state = .corrected
          replaces = true
        }
        if replaces { placed[index].mention.isCorrection = true }
      }
    }
  }

  /// Values that a sign has only because another is there too.
  private func combined(_ placed: [Placed]) -> [Placed] {
    var found: [Placed] = []
    for combination in combinations {
      let companions = placed.filter {
        guard $0.mention.state == .present else { return false }
        switch $0.mention.sign {
        case .alarm(let name), .companion(let name): return combination.with.contains(name)
        case .value(let slot, let value):
          return combination.with.contains {
            let parts = $0.split(separator: "=")
            return parts.count == 2 && parts[0] == slot.id && value >= Int(parts[1]) ?? Int.max
          }
        }
      }
      let base = placed.first {
        $0.mention.slot == combination.slot && $0.mention.state == .present
          && ($0.mention.value ?? 0) >= combination.from
      }
      let before = known.number(of: combination.slot) ?? 0
      let isOnRecord = before >= combination.from && dangers.isDanger(before, of: combination.slot)
      let isAlarmOnRecord =
        dangers.isDanger(base?.mention.value ?? 0, of: combination.slot)
        && !alarms.isDisjoint(with: combination.with)
      var joined: Placed?
      if let base, !companions.isEmpty || isAlarmOnRecord {
        joined = base
      } else if isOnRecord {
        joined = companions.first
      }
      guard var joined else { continue }
      joined.mention.sign = .value(combination.slot, combination.value)
      found.append(joined)
    }
    return found
  }

  private func add(_ slot: Slot, from placed: [Placed], to reading: inout MessageReading) {
    let mentions = placed.filter { $0.mention.slot == slot }
    guard !mentions.isEmpty else { return }
    let present = mentions.filter { $0.mention.state == .present }
    for placed in present {
      let finding = SlotFinding(
        slot: slot, value: placed.mention.value ?? 0,
        manner: placed.mention.isCorrection ? .corrected : .stated, range: placed.mention.range)
      if !reading.findings.contains(where: { $0.slot == slot && $0.value == finding.value }) {
        reading.findings.append(finding)
      }
    }
    let worst = present.compactMap(\.mention.value).max() ?? 0
    for placed in mentions where placed.mention.state == .corrected {
      let value = placed.mention.value ?? 0
      let isNew = !reading.takenBack.contains { $0.slot == slot && $0.value == value }
      if isNew, dangers.isDanger(value, of: slot), !dangers.isDanger(worst, of: slot) {
        reading.takenBack.append(
          SlotFinding(slot: slot, value: value, range: placed.mention.range))
      }
    }
    guard present.isEmpty else { return }
    if let denied = mentions.first(where: { $0.mention.state == .negated && $0.negated != nil }) {
      reading.findings.append(
        SlotFinding(
          slot: slot, value: denied.negated ?? 0,
          manner: denied.mention.isCorrection ? .corrected : .denied, range: denied.mention.range))
    } else if let doubt = mentions.first(where: { $0.mention.state == .unsure }) {
      reading.findings.append(
        SlotFinding(slot: slot, value: 0, manner: .unsure, range: doubt.mention.range))
    }
  }
}

extension SignMention {
  /// Whether a correction further on can replace it.
  fileprivate var isOpen: Bool { state == .present || state == .negated }
}
