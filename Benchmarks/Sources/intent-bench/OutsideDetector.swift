import Matching

/// Tells what is out of scope, with weights and threshold from the validation files.
struct OutsideDetector {
  private let model: LogisticModel
  private let threshold: Double

  init(inside: [Judged], outside: [Judged]) {
    // Both kinds weigh alike, however many there are.
    let share = max(1, inside.count / max(outside.count, 1))
    let repeated = outside.flatMap { Array(repeating: $0, count: share) }
    model = LogisticModel.fit(
      (inside + repeated).map(\.signs),
      inside.map { _ in 1 } + repeated.map { _ in 0 })
    let model = model
    // The threshold with the best mean of in-scope accuracy and out-of-scope recall.
    var best = (value: -1.0, threshold: 0.5)
    for candidate in stride(from: 0.02, to: 1, by: 0.02) {
      let kept = inside.count { $0.isRight && model.probability($0.signs) >= candidate }
      let refused = outside.count { model.probability($0.signs) < candidate }
      let value =
        Double(kept) / Double(max(inside.count, 1))
        + Double(refused) / Double(max(outside.count, 1))
      if value > best.value { best = (value, candidate) }
    }
    threshold = best.threshold
  }

  func report(inside: [Judged], outside: [Judged]) {
    let kept = inside.count { $0.isRight && model.probability($0.signs) >= threshold }
    let refused = outside.count { model.probability($0.signs) < threshold }
    print("with the threshold: in-scope accuracy \(IntentBench.percent(kept, inside.count)) %")
    print("out-of-scope recall: \(IntentBench.percent(refused, outside.count)) %")
    print("AUROC: \(IntentBench.rounded(areaUnderCurve(inside, outside) * 100)) %")
  }

  private func areaUnderCurve(_ inside: [Judged], _ outside: [Judged]) -> Double {
    let scored =
      inside.map { (model.probability($0.signs), true) }
      + outside.map { (model.probability($0.signs), false) }
    let sorted = scored.sorted { $0.0 < $1.0 }
    var rankSum = 0.0
    var index = 0
    while index < sorted.count {
      var end = index
      while end < sorted.count, sorted[end].0 == sorted[index].0 { end += 1 }
      let rank = Double(index + end + 1) / 2
      rankSum += rank * Double(sorted[index..<end].count(where: \.1))
      index = end
    }
    let count = Double(inside.count)
    return (rankSum - count * (count + 1) / 2) / (count * Double(outside.count))
  }
}
