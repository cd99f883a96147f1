/// Trains multinomial logistic regression with an L2 penalty by exact dual coordinate ascent.
///
/// Minimises `C * sum of cross-entropies + |W|^2 / 2`. One step solves the dual problem of one
/// example exactly (Yu, Huang and Lin 2011, doi:10.1007/s10994-010-5221-8, with Newton steps on all
/// classes at once); the order of examples is shuffled by a fixed seed, so a run gives the same bits
/// everywhere. Costs `epochs * stored values * classes` multiplications, two times.
struct SoftmaxTrainer {
  /// Inverse of the strength of the penalty.
  var inverseRegularization: Float
  var epochs = 12

  /// Weights of every feature for every class, feature by feature.
  struct Weights {
    var classCount: Int
    /// `classCount` rounded up to full lanes.
    var lanes: Int
    var values: [SIMD16<Float>]

    /// Weight of a feature for a class.
    func value(feature: Int, class index: Int) -> Float {
      values[feature * lanes + index / 16][index % 16]
    }
  }

  /// Trains on sparse rows; `labels` are class indices.
  func train(
    rows: SparseRows, featureCount: Int, labels: [Int], classCount: Int
  ) -> Weights {
    precondition(rows.count == labels.count, "\(rows.count) rows, \(labels.count) labels")
    let lanes = (classCount + 15) / 16
    var weights = [SIMD16<Float>](repeating: .zero, count: featureCount * lanes)
    var solver = DualSolver(classCount: classCount, exampleCount: rows.count, labels: labels)
    var random = SplitMix64(seed: 0x5EED)
    var order = Array(0..<rows.count)
    weights.withUnsafeMutableBufferPointer { weights in
      for _ in 0..<epochs {
        random.shuffle(&order)
        for example in order {
          let row = rows.range(example)
          var scores = [SIMD16<Float>](repeating: .zero, count: lanes)
          var squaredNorm: Float = 0
          for entry in row {
            let value = rows.values[entry]
            squaredNorm += value * value
            let base = Int(rows.features[entry]) * lanes
            for lane in 0..<lanes { scores[lane] += weights[base + lane] * value }
          }
          let step = solver.solve(
            example, scores: scores, curvature: inverseRegularization * squaredNorm)
          for entry in row {
            let value = rows.values[entry] * inverseRegularization
            let base = Int(rows.features[entry]) * lanes
            for lane in 0..<lanes { weights[base + lane] += step[lane] * value }
          }
        }
      }
    }
    return Weights(classCount: classCount, lanes: lanes, values: weights)
  }
}

/// Rows of feature indices and values, one after the other.
struct SparseRows {
  private(set) var features: [Int32] = []
  private(set) var values: [Float] = []
  private var ends: [Int] = []

  var count: Int { ends.count }

  mutating func append(_ row: [(feature: Int, value: Float)]) {
    for (feature, value) in row {
      features.append(Int32(feature))
      values.append(value)
    }
    ends.append(features.count)
  }

  func range(_ row: Int) -> Range<Int> {
    (row == 0 ? 0 : ends[row - 1])..<ends[row]
  }
}
