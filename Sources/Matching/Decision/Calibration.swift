import Knowledge

/// Turns raw scores into probabilities that hold: fitted on held-out phrasings.
struct Calibration: Sendable {
  /// Sharpness of the softmax over the n-gram scores and over the vector scores.
  var ngramSharpness = 1.0
  var vectorSharpness = 1.0
  /// Part of the vector model in the fused logarithms of the probabilities.
  var vectorWeight = 0.0
  /// Whether the message is out of scope, from `outsideFeatures`.
  var outside = LogisticModel(weights: [0, 1, 0, 0, 0])
  /// Whether the first topic is right, given that there is one, from `rightFeatures`.
  var right = LogisticModel(weights: [0, 1, 0, 0])

  /// Fused probabilities over the classes, the last of which is out of scope.
  func fused(_ raw: RawScores) -> [Double] {
    var ngrams = raw.ngrams.map { Double($0) * ngramSharpness }
    guard let vector = raw.vector else {
      FixedMath.softmax(&ngrams)
      return ngrams
    }
    let ngramShift = Calibration.logSum(ngrams)
    let vectors = vector.map { Double($0) * vectorSharpness }
    let vectorShift = Calibration.logSum(vectors)
    var sums = ngrams
    for index in sums.indices {
      sums[index] =
        (1 - vectorWeight) * (ngrams[index] - ngramShift)
        + vectorWeight * (vectors[index] - vectorShift)
    }
    FixedMath.softmax(&sums)
    return sums
  }

  /// Logarithm of the sum of the exponentials.
  private static func logSum(_ scores: [Double]) -> Double {
    guard let top = scores.max() else { return 0 }
    var sum = 0.0
    for score in scores { sum += FixedMath.exp(score - top) }
    return top + FixedMath.log(sum)
  }

  /// Constant; log odds of out of scope; unknown share; best similarity within and outside.
  static func outsideFeatures(_ probabilities: [Double], _ raw: RawScores) -> [Double] {
    let outside = probabilities.last ?? 0
    return [1, logOdds(outside), raw.unknownShare, raw.similarityInside, raw.similarityOutside]
  }

  /// Constant; log odds of the first topic among topics; its gap to the second; unknown share.
  static func rightFeatures(_ probabilities: [Double], _ raw: RawScores) -> [Double] {
    let inside = probabilities.dropLast()
    let total = max(inside.reduce(0, +), 1e-12)
    var first = 0.0
    var second = 0.0
    for probability in inside {
      if probability > first {
        second = first
        first = probability
      } else if probability > second {
        second = probability
      }
    }
    let gap = FixedMath.log(max(first, 1e-12) / max(second, 1e-12))
    return [1, logOdds(first / total), gap, raw.unknownShare]
  }

  /// Signs of a message being in scope, `MatchResult.signs`.
  static func signs(_ fused: [Double], _ raw: RawScores) -> [Double] {
    func prominence(_ scores: [Float]) -> Double {
      let inside = scores.dropLast().map(Double.init)
      guard let top = inside.max() else { return 0 }
      return top - inside.reduce(0, +) / Double(inside.count)
    }
    return rightFeatures(fused, raw).dropLast() + [
      raw.similarityInside, raw.unknownShare, prominence(raw.ngrams),
      raw.vector.map(prominence) ?? 0,
    ]
  }

  /// The signs where there is nothing to go by.
  static let noSigns: [Double] = [1, logOdds(0), 0, 0, 1, 0, 0]

  static func logOdds(_ probability: Double) -> Double {
    let held = min(max(probability, 1e-6), 1 - 1e-6)
    return FixedMath.log(held / (1 - held))
  }

  func encode(into encoder: inout BlobEncoder) {
    encoder.double(ngramSharpness)
    encoder.double(vectorSharpness)
    encoder.double(vectorWeight)
    encoder.array(outside.weights) { $0.double($1) }
    encoder.array(right.weights) { $0.double($1) }
  }

  init() {}

  init(from decoder: inout BlobDecoder) throws(BlobError) {
    ngramSharpness = try decoder.double()
    vectorSharpness = try decoder.double()
    vectorWeight = try decoder.double()
    outside.weights = try decoder.array { decoder throws(BlobError) in try decoder.double() }
    right.weights = try decoder.array { decoder throws(BlobError) in try decoder.double() }
  }
}

/// What the models say of one message before any calibration.
struct RawScores: Sendable {
  /// One score a class, the last class out of scope.
  var ngrams: [Float]
  /// Nil where there is no sentence vector.
  var vector: [Float]?
  var unknownShare: Double
  /// Similarity to the nearest phrasing that has an answer, and to the nearest that has none.
  var similarityInside: Double
  var similarityOutside: Double
}
