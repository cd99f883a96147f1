/// Scores a matcher on labelled questions.
package struct Evaluation {
  private let costs: Costs
  private var judged: [Judged] = []

  /// One row with what was made of it.
  private struct Judged {
    var row: EvaluationRow
    var result: MatchResult
    var isRedFlag: Bool
    var cost: Double

    var answered: [String] {
      guard case .answer(let ids) = result.decision else { return [] }
      return ids
    }
    var offered: [String] {
      guard case .ask(let ids) = result.decision else { return [] }
      return ids
    }
    var isDeclined: Bool {
      guard case .decline = result.decision else { return false }
      return true
    }
    var isRight: Bool { answered.first.map(row.fits) ?? false }
    /// Whether the best there is was done: answered with what fits, or declined out of scope.
    var isBest: Bool { row.isOutside ? isDeclined : isRight }
    /// Whether no wrong answer was given and, in scope, what fits was answered or offered.
    var isFair: Bool {
      row.isOutside ? answered.isEmpty : isRight || offered.contains(where: row.fits)
    }
    var candidates: [String] { result.candidates.compactMap { $0.intent?.id } }
  }

  package init(costs: Costs = .stated) {
    self.costs = costs
  }

  /// Scores rows; `hasRedFlag` is the danger scan, `progress` is told how many rows are done.
  package static func report(
    on rows: [EvaluationRow], matcher: Matcher, costs: Costs = .stated,
    hasRedFlag: (String) -> Bool = { _ in false }, progress: (Int) -> Void = { _ in }
  ) -> EvaluationReport {
    var evaluation = Evaluation(costs: costs)
    for (index, row) in rows.enumerated() {
      evaluation.add(row, matcher.match(row.text), isRedFlag: hasRedFlag(row.text))
      progress(index + 1)
    }
    return evaluation.report()
  }

  package mutating func add(_ row: EvaluationRow, _ result: MatchResult, isRedFlag: Bool) {
    var judged = Judged(row: row, result: result, isRedFlag: isRedFlag, cost: 0)
    switch result.decision {
    case .answer:
      judged.cost =
        row.isOutside ? costs.answerOutOfScope : judged.isRight ? 0 : costs.wrongAnswer
    case .ask:
      judged.cost =
        !row.isOutside && judged.offered.contains(where: row.fits)
        ? costs.question : costs.questionThatMisses
    case .decline: judged.cost = row.isOutside ? 0 : costs.declinedInScope
    }
    self.judged.append(judged)
  }

  package func report() -> EvaluationReport {
    let inside = judged.filter { !$0.row.isOutside }
    let outside = judged.filter(\.row.isOutside)
    let declined = judged.filter(\.isDeclined)
    let multi = judged.filter(\.row.isMulti)
    let redFlags = judged.filter(\.row.isRedFlag)
    func share(_ rows: [Judged], _ holds: (Judged) -> Bool) -> EvaluationReport.Share {
      .init(count: rows.count(where: holds), total: rows.count)
    }
    let bins = reliability()
    let total = bins.reduce(0) { $0 + $1.right.total }
    let error = bins.reduce(0.0) {
      $0 + abs($1.meanConfidence - $1.right.value) * Double($1.right.total)
    }
    return EvaluationReport(
      rows: judged.count,
      right: share(inside, \.isRight),
      rightOrOffered: share(inside, \.isFair),
      wrong: share(inside) { !$0.answered.isEmpty && !$0.isRight },
      declinedInside: share(inside, \.isDeclined),
      firstFits: share(inside) { $0.candidates.first.map($0.row.fits) ?? false },
      firstThreeFit: share(inside) { $0.candidates.prefix(3).contains(where: $0.row.fits) },
      outsideDeclined: share(outside, \.isDeclined),
      outsideDeclinedOrAsked: share(outside) { $0.answered.isEmpty },
      declinePrecision: share(declined, \.row.isOutside),
      parted: share(inside.filter { !$0.row.isMulti }) { $0.result.stage == .split },
      multiBoth: share(multi) { Set($0.row.topics).isSubset(of: $0.answered) },
      redFlags: share(redFlags, \.isRedFlag),
      cost: judged.isEmpty ? 0 : judged.reduce(0) { $0 + $1.cost } / Double(judged.count),
      calibrationError: total == 0 ? 0 : error / Double(total),
      areaUnderCurve: areaUnderCurve(inside, outside),
      groups: groupScores(), topics: topicScores(), confusions: confusions(), reliability: bins)
  }

  private func areaUnderCurve(_ inside: [Judged], _ outside: [Judged]) -> Double {
    var wins = 0.0
    for first in inside {
      for second in outside {
        let difference = second.result.outside - first.result.outside
        wins += difference > 0 ? 1 : difference == 0 ? 0.5 : 0
      }
    }
    let pairs = inside.count * outside.count
    return pairs == 0 ? 1 : wins / Double(pairs)
  }

  private func groupScores() -> [EvaluationReport.GroupScore] {
    Set(judged.compactMap(\.row.group)).sorted().map { group in
      let rows = judged.filter { $0.row.group == group }
      return .init(
        group: group, right: .init(count: rows.count(where: \.isBest), total: rows.count),
        rightOrAsked: .init(count: rows.count(where: \.isFair), total: rows.count))
    }
  }

  private func topicScores() -> [EvaluationReport.TopicScore] {
    let topics = Set(judged.flatMap { $0.row.isOutside ? [] : [$0.row.topics[0]] })
    return topics.sorted().map { topic in
      let labelled = judged.filter { $0.row.topics.first == topic }
      let answers = judged.filter { $0.answered.first == topic }
      return .init(
        topic: topic,
        right: .init(count: labelled.count(where: \.isRight), total: labelled.count),
        precision: .init(count: answers.count(where: \.isRight), total: answers.count))
    }
  }

  private func confusions() -> [EvaluationReport.Confusion] {
    struct Pair: Hashable {
      var expected: String
      var got: String?
    }
    var found: [Pair: EvaluationReport.Confusion] = [:]
    for row in judged where row.cost > 0 && row.offered.isEmpty {
      let expected = row.row.topics.first ?? Intent.outsideLabel
      let pair = Pair(expected: expected, got: row.answered.first)
      var confusion =
        found[pair]
        ?? .init(expected: expected, got: pair.got, cost: 0, examples: [])
      confusion.cost += row.cost
      confusion.examples.append(row.row.text)
      found[pair] = confusion
    }
    return found.values.sorted {
      ($1.cost, $0.expected, $0.got ?? "") < ($0.cost, $1.expected, $1.got ?? "")
    }
  }

  /// Ten bins of the confidence of the likeliest topic; out-of-scope rows are never right.
  private func reliability() -> [EvaluationReport.Bin] {
    (0..<10).compactMap { index in
      let lower = Double(index) / 10
      let rows = judged.filter {
        min(9, Int($0.result.confidence * 10)) == index && $0.result.stage != .empty
      }
      guard !rows.isEmpty else { return nil }
      let right = rows.count { row in
        !row.row.isOutside && (row.candidates.first.map(row.row.fits) ?? false)
      }
      let mean = rows.reduce(0) { $0 + $1.result.confidence } / Double(rows.count)
      return .init(
        range: lower...(lower + 0.1), meanConfidence: mean,
        right: .init(count: right, total: rows.count))
    }
  }
}
