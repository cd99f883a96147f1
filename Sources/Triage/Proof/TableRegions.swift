internal import Knowledge

/// Where a set of rules gives what, as unions of boxes.
struct TableRegions {
  /// Where any rule fires at all.
  var decided: [ValueBox] = []
  /// For each level above the lowest, where the result reaches it; the place is the raw value.
  var reaching: [[ValueBox]] = Array(repeating: [], count: Outcome.allCases.count)
  /// Where the result carries the flag.
  var flagged: [ValueBox] = []

  /// Regions of some rules of a table.
  ///
  /// Where rules override, the first of them decides: its region is its box without the boxes of
  /// the overriding rules before it, and the other rules keep what no overriding rule takes.
  init(_ rules: [TriageRule], in space: ValueBox) {
    var taken: [ValueBox] = []
    for rule in rules where rule.overrides {
      guard let box = ValueBox(rule.conditions, within: space) else { continue }
      add(Self.without(taken, box), rule.verdict)
      taken.append(box)
    }
    for rule in rules where !rule.overrides {
      guard let box = ValueBox(rule.conditions, within: space) else { continue }
      add(Self.without(taken, box), rule.verdict)
    }
  }

  /// All regions on which a result depends, each with what it means.
  var steps: [[ValueBox]] { [decided, flagged] + reaching.dropFirst() }

  /// A point at which the two give different results; nil if they are the same everywhere.
  func difference(from other: TableRegions) -> ValueBox.Lanes? {
    for (mine, theirs) in zip(steps, other.steps) {
      if let point = Self.point(of: mine, outside: theirs) { return point }
      if let point = Self.point(of: theirs, outside: mine) { return point }
    }
    return nil
  }

  private mutating func add(_ boxes: [ValueBox], _ verdict: Verdict) {
    decided += boxes
    if verdict.appointment { flagged += boxes }
    for level in 0..<reaching.count where level > 0 && level <= verdict.outcome.rawValue {
      reaching[level] += boxes
    }
  }

  private static func point(of boxes: [ValueBox], outside others: [ValueBox]) -> ValueBox.Lanes? {
    let known = Set(others)
    for box in boxes where !known.contains(box) {
      if let point = box.point(outside: others) { return point }
    }
    return nil
  }

  private static func without(_ taken: [ValueBox], _ box: ValueBox) -> [ValueBox] {
    taken.reduce([box]) { parts, other in parts.flatMap { $0.subtracting(other) } }
  }
}
