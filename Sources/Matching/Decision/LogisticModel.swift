/// Logistic regression with a handful of features.
package struct LogisticModel: Hashable, Sendable {
  var weights: [Double]

  package func probability(_ features: [Double]) -> Double {
    var sum = 0.0
    for (weight, feature) in zip(weights, features) { sum += weight * feature }
    return 1 / (1 + FixedMath.exp(-max(-500, min(500, sum))))
  }

  /// Fits by Newton's method to outcomes from 0 to 1, with a light penalty on all weights but the first (the constant).
  package static func fit(
    _ rows: [[Double]], _ outcomes: [Double], penalty: Double = 1, rounds: Int = 25
  ) -> LogisticModel {
    let width = rows.first?.count ?? 1
    var model = LogisticModel(weights: Array(repeating: 0, count: width))
    guard !rows.isEmpty else { return model }
    for _ in 0..<rounds {
      var gradient = [Double](repeating: 0, count: width)
      var curvature = [[Double]](
        repeating: [Double](repeating: 0, count: width), count: width)
      for (row, outcome) in zip(rows, outcomes) {
        let probability = model.probability(row)
        let error = outcome - probability
        let spread = max(probability * (1 - probability), 1e-9)
        for i in 0..<width {
          gradient[i] += error * row[i]
          for j in 0...i { curvature[i][j] += spread * row[i] * row[j] }
        }
      }
      for i in 0..<width {
        let strength = i == 0 ? 1e-6 : penalty
        gradient[i] -= strength * model.weights[i]
        curvature[i][i] += strength
        for j in 0..<i { curvature[j][i] = curvature[i][j] }
      }
      let step = solve(curvature, gradient)
      var largest = 0.0
      for i in 0..<width {
        model.weights[i] += step[i]
        largest = max(largest, abs(step[i]))
      }
      if largest < 1e-9 { break }
    }
    return model
  }

  /// Solves a small symmetric positive definite system by elimination.
  private static func solve(_ matrix: [[Double]], _ right: [Double]) -> [Double] {
    var a = matrix
    var b = right
    let count = b.count
    for pivot in 0..<count {
      for row in (pivot + 1)..<max(count, pivot + 1) {
        let factor = a[row][pivot] / a[pivot][pivot]
        for column in pivot..<count { a[row][column] -= factor * a[pivot][column] }
        b[row] -= factor * b[pivot]
      }
    }
    for row in stride(from: count - 1, through: 0, by: -1) {
      for column in (row + 1)..<max(count, row + 1) { b[row] -= a[row][column] * b[column] }
      b[row] /= a[row][row]
    }
    return b
  }
}
