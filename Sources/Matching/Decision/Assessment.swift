/// Calibrated probabilities for one message, and the outcome that thresholds give.
struct Assessment: Sendable {
  /// Over the classes, the last of which is out of scope.
  let probabilities: [Double]
  /// Classes with an answer, likeliest first; equal ones in their order.
  let ranking: [Int]
  let outside: Double
  /// That the first topic is right.
  let confidence: Double

  enum Outcome: Hashable, Sendable {
    case answer(Int)
    case ask([Int])
    case decline
  }

  init(_ raw: RawScores, _ calibration: Calibration) {
    let fused = calibration.fused(raw)
    outside = calibration.outside.probability(Calibration.outsideFeatures(fused, raw))
    let right = calibration.right.probability(Calibration.rightFeatures(fused, raw))
    confidence = (1 - outside) * right
    // The classes keep their proportions; what is out of scope gets its calibrated part.
    let inside = max(fused.dropLast().reduce(0, +), 1e-12)
    let share = (1 - outside) / inside
    var probabilities = fused.dropLast().map { $0 * share }
    probabilities.append(outside)
    let final = probabilities
    ranking = Array(0..<(final.count - 1)).sorted { (final[$1], $0) < (final[$0], $1) }
    self.probabilities = final
  }

  func outcome(_ thresholds: Thresholds) -> Outcome {
    guard let first = ranking.first else { return .decline }
    if confidence >= thresholds.answer { return .answer(first) }
    if outside >= thresholds.decline { return .decline }
    return .ask(offers(thresholds))
  }

  /// Two or three classes worth offering.
  private func offers(_ thresholds: Thresholds) -> [Int] {
    guard ranking.count > 2 else { return ranking }
    let floor = probabilities[ranking[0]] * thresholds.offer
    return Array(ranking.prefix(probabilities[ranking[2]] >= floor ? 3 : 2))
  }

  /// The likeliest classes, out of scope among them, best first.
  func best(_ count: Int) -> [Int] {
    let outsideClass = probabilities.count - 1
    var best = Array(ranking.prefix(count))
    let place = best.firstIndex { probabilities[$0] < outside } ?? best.count
    best.insert(outsideClass, at: place)
    return Array(best.prefix(count))
  }
}
