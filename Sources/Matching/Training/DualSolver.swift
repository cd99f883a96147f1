/// The dual variables of the training examples and the exact step for one of them.
struct DualSolver {
  private let lanes: Int
  /// Probability that the dual gives each class, example by example.
  private var shares: [SIMD16<Float>]
  /// 0 for a class, a large negative number for the padding of the last lane.
  private let padding: [SIMD16<Float>]
  private var logs: [SIMD16<Float>]
  private var targets: [SIMD16<Float>]
  private var isVisited: [Bool]

  init(classCount: Int, exampleCount: Int, labels: [Int]) {
    lanes = (classCount + 15) / 16
    shares = Array(repeating: .zero, count: exampleCount * lanes)
    logs = Array(repeating: .zero, count: exampleCount * lanes)
    targets = Array(repeating: .zero, count: lanes)
    isVisited = Array(repeating: false, count: exampleCount)
    var padding = [SIMD16<Float>](repeating: .zero, count: lanes)
    for index in classCount..<(lanes * 16) { padding[index / 16][index % 16] = -1000 }
    self.padding = padding
    for (example, label) in labels.enumerated() {
      shares[example * lanes + label / 16][label % 16] = 1
    }
  }

  /// Solves `log q + a q = b - v`, sum of q = 1, for the classes' shares q of one example, where
  /// `a` is the curvature and `b` the scores without the example's own part. Returns old less new.
  mutating func solve(
    _ example: Int, scores: [SIMD16<Float>], curvature a: Float
  ) -> [SIMD16<Float>] {
    let base = example * lanes
    var multiplier: Float = 0
    var mass: Float = 0
    for lane in 0..<lanes {
      targets[lane] = scores[lane] + shares[base + lane] * a + padding[lane]
    }
    if !isVisited[example] {
      startLogs(base, scores)
      isVisited[example] = true
    }
    for lane in 0..<lanes {
      let log = logs[base + lane]
      let share = FixedMath.exp(log)
      multiplier += (share * (targets[lane] - log - share * a)).sum()
      mass += share.sum()
    }
    multiplier /= mass
    for _ in 0..<12 where refine(base, a, &multiplier) < 1e-3 { break }
    return finish(base)
  }

  /// First guess of the logarithms: the softmax of the scores.
  private mutating func startLogs(_ base: Int, _ scores: [SIMD16<Float>]) {
    var top: Float = -.infinity
    for lane in 0..<lanes { top = max(top, (scores[lane] + padding[lane]).max()) }
    var sum: Float = 0
    for lane in 0..<lanes {
      sum += FixedMath.exp(scores[lane] + padding[lane] - top).sum()
    }
    let shift = top + Float(FixedMath.log(Double(sum)))
    for lane in 0..<lanes {
      logs[base + lane] = (scores[lane] + padding[lane] - shift)
        .clamped(lowerBound: SIMD16(repeating: -80), upperBound: .zero)
    }
  }

  /// One Newton step on all logarithms and the multiplier; the largest change it made.
  private mutating func refine(_ base: Int, _ a: Float, _ multiplier: inout Float) -> Float {
    var mass: Float = 0
    var weighted: Float = 0
    var slope: Float = 0
    for lane in 0..<lanes {
      let log = logs[base + lane]
      let share = FixedMath.exp(log)
      let residual = log + share * a - targets[lane] + multiplier
      let damped = share / (share * a + 1)
      mass += share.sum()
      weighted += (damped * residual).sum()
      slope += damped.sum()
    }
    let change = -((1 - mass) + weighted) / slope
    multiplier += change
    var largest: Float = 0
    for lane in 0..<lanes {
      let log = logs[base + lane]
      let share = FixedMath.exp(log)
      let residual = log + share * a - targets[lane] + multiplier
      let next = (log - residual / (share * a + 1))
        .clamped(lowerBound: SIMD16(repeating: -80), upperBound: .zero)
      let moved = (next - log) * share
      largest = max(largest, moved.max(), -moved.min())
      logs[base + lane] = next
    }
    return largest
  }

  /// Stores the shares, scaled to a sum of one, and returns what they were less what they are.
  private mutating func finish(_ base: Int) -> [SIMD16<Float>] {
    var sum: Float = 0
    for lane in 0..<lanes { sum += FixedMath.exp(logs[base + lane]).sum() }
    let scale = 1 / sum
    var step = [SIMD16<Float>](repeating: .zero, count: lanes)
    for lane in 0..<lanes {
      let share = FixedMath.exp(logs[base + lane]) * scale
      step[lane] = shares[base + lane] - share
      shares[base + lane] = share
    }
    return step
  }
}
