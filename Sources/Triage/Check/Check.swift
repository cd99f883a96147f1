package import Knowledge

/// The check before a run, as a value: what is known, what was asked, what to ask next.
///
/// It asks for all danger signs in one question, for the background in one, then for the everyday
/// slots, and only what can still change level or flag. Answers go in by `apply(_:table:reader:)`;
/// what a message says outside of an answer goes in by `take(_:table:)`. It keeps no table, so that
/// it can be stored; the same table must be given each time.
package struct Check: Hashable, Codable, Sendable {
  /// How far it asks.
  package enum Depth: Hashable, Codable, Sendable {
    /// After the two lists only the everyday questions that decide most, and only if the message
    /// said nothing of them; the result is provisional and says on what.
    case brief
    /// Until no answer can change the result.
    case full
  }

  /// What is known so far without what was picked from a list and is still to be asked.
  package var settled: SlotValues {
    var settled = values
    for slot in picked { settled[slot] = .notAsked }
    return settled
  }

  /// What is known so far.
  package internal(set) var values: SlotValues
  package var depth: Depth
  /// The runner broke it off.
  package internal(set) var isStopped = false
  /// Slots picked from a list that are still to be asked one by one; they hold their mildest sign.
  var picked: [Slot] = []
  /// The background is known from before and is still to be asked for what is new.
  var mayBackgroundBeNew = false
  /// Danger signs that were taken back, until that is confirmed.
  var takenBack: [TakenBack] = []
  /// The slots of the question answered last.
  var lastAnswered: [Slot] = []
  /// Signs of which it was asked whether they are as bad as can be.
  var askedWorst: [Slot] = []
  /// What was picked from the list before; more may be said of it.
  var chosen: [Slot] = []
  var history: [Snapshot] = []

  struct TakenBack: Hashable, Codable, Sendable {
    var slot: Slot
    var value: Int
  }

  /// What "back" returns to.
  struct Snapshot: Hashable, Codable, Sendable {
    var values: SlotValues
    var picked: [Slot]
    var mayBackgroundBeNew: Bool
    var lastAnswered: [Slot]
    var askedWorst: [Slot]
    var chosen: [Slot]
  }

  /// A check that begins with what is known; `background` holds answers from an earlier check.
  package init(
    _ values: SlotValues = SlotValues(), background: SlotValues? = nil, depth: Depth = .full
  ) {
    self.values = values
    self.depth = depth
    askedWorst = values.known
    guard let background else { return }
    mayBackgroundBeNew = true
    for slot in background.known where values[slot] == .notAsked {
      self.values[slot] = background[slot]
    }
  }

  /// The question to put next; nil when the check is done, broken off, or at an emergency.
  package func next(_ table: TriageTable) -> CheckQuestion? {
    if let sign = takenBack.first { return confirmation(of: sign, table) }
    guard !isStopped, table.verdict(values).outcome < .emergency else { return nil }
    if let question = worse(table) { return question }
    let open = openSlots(table)
    if let slot = strongest(picked.map { [$0] }, open, table)?.first {
      return question(slot, table)
    }
    for question in table.questions where question.kind != .everyday {
      if let list = list(question, open, table) { return list }
    }
    return everyday(open, table)
  }

  /// Whether the result may still change by a slot that nobody asked about.
  package func isProvisional(_ table: TriageTable) -> Bool {
    !undecided(table).isEmpty
  }

  /// Slots not asked whose answers can still change the result, in table order.
  package func undecided(_ table: TriageTable) -> [Slot] {
    let open = openSlots(table)
    return table.index.slots.filter { slot in
      values[slot] == .notAsked && table.canChange([slot], values, open: open)
    }
  }

  /// Goes on with what a brief check, or one that was broken off, left out.
  package mutating func goOn() {
    depth = .full
    guard isStopped else { return }
    isStopped = false
    // What was refused is asked again.
    for slot in values.known where values[slot] == .unknown { values[slot] = .notAsked }
  }

  /// The answers to the background questions, to be kept for the next check.
  package func background(_ table: TriageTable) -> SlotValues {
    var kept = SlotValues()
    for question in table.questions where question.kind == .background {
      for slot in question.slots { kept[slot] = values[slot] }
    }
    return kept
  }

  /// Slots that may take other values than they have: not asked, or picked and still to be asked.
  func openSlots(_ table: TriageTable) -> Set<Slot> {
    var open = Set(picked)
    open.formUnion(table.index.slots.lazy.filter { values[$0] == .notAsked })
    return open
  }

  /// Of some groups of slots the one with the greatest power to decide; nil if none can.
  func strongest(_ groups: [[Slot]], _ open: Set<Slot>, _ table: TriageTable) -> [Slot]? {
    var best: (group: [Slot], power: DecidingPower)?
    for group in groups where table.canChange(group, values, open: open) {
      let power = table.power(of: group.filter { open.contains($0) }, values)
      if best.map({ power > $0.power }) ?? true { best = (group, power) }
    }
    return best?.group
  }

  mutating func remember() {
    history.append(
      Snapshot(
        values: values, picked: picked, mayBackgroundBeNew: mayBackgroundBeNew,
        lastAnswered: lastAnswered, askedWorst: askedWorst, chosen: chosen))
  }

  /// Undoes the last answer; false if there was none.
  mutating func goBack() -> Bool {
    guard let last = history.popLast() else { return false }
    values = last.values
    picked = last.picked
    mayBackgroundBeNew = last.mayBackgroundBeNew
    lastAnswered = last.lastAnswered
    askedWorst = last.askedWorst
    chosen = last.chosen
    isStopped = false
    takenBack = []
    return true
  }
}
