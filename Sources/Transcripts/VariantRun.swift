internal import Dialogue

/// Runs transcripts again with changed messages, and compares topic and outcome of every reply.
package struct VariantRun: Sendable {
  package var runner: TranscriptRunner

  package init(_ runner: TranscriptRunner) {
    self.runner = runner
  }

  /// A changed message that changed what the reply is about.
  package struct Failure: Hashable, Sendable {
    package var place: Place
    package var variant: Variant
    package var message: String
    package var changed: String
    /// Topic and outcome without the change.
    package var expected: String
    package var got: String
  }

  /// What the variants of one transcript gave.
  package struct Result: Hashable, Sendable {
    package var path: String
    /// Variants that change at least one message.
    package var count = 0
    /// The first turn that went another way, for each variant that broke.
    package var failures: [Failure] = []
  }

  package func run(
    _ paths: [String], loader: TranscriptLoader, workers: Int = Workers.cores
  ) -> [Result] {
    Workers.map(paths, workers: workers) { path in
      let (transcript, problems) = loader.load(path)
      return problems.isEmpty ? run(transcript) : Result(path: path)
    }
  }

  package func run(_ transcript: Transcript) -> Result {
    var result = Result(path: transcript.path)
    guard transcript.allowsVariants else { return result }
    let original = runner.run(transcript.withoutPhrasings).played
    for variant in Variant.allCases {
      let changed = transcript.withoutPhrasings.mapMessages(variant.applied)
      guard changed != transcript.withoutPhrasings else { continue }
      result.count += 1
      let played = runner.run(changed).played
      for (before, after) in zip(original, played)
      where Self.essence(before.reply) != Self.essence(after.reply) {
        result.failures.append(
          Failure(
            place: before.place, variant: variant, message: before.message,
            changed: after.message, expected: Self.essence(before.reply),
            got: Self.essence(after.reply)))
        break
      }
    }
    return result
  }

  /// "ice", "triage cross-train": what must stay.
  private static func essence(_ reply: Reply) -> String {
    (reply.topics.first ?? "none") + (reply.outcome.map { " " + $0 } ?? "")
  }
}

extension Transcript {
  fileprivate var withoutPhrasings: Transcript {
    var copy = self
    copy.mapTurns { $0.phrasings = [] }
    return copy
  }

  fileprivate func mapMessages(_ change: (String) -> String) -> Transcript {
    var copy = self
    copy.mapTurns { $0.message = change($0.message) }
    return copy
  }

  private mutating func mapTurns(_ change: (inout TranscriptTurn) -> Void) {
    for place in steps.indices {
      guard case .turn(var turn) = steps[place] else { continue }
      change(&turn)
      steps[place] = .turn(turn)
    }
  }
}

/// The share of variants that mean the same, and those that do not.
package struct VariantReport: Sendable {
  package var results: [VariantRun.Result]

  package init(_ results: [VariantRun.Result]) {
    self.results = results
  }

  package var count: Int { results.reduce(0) { $0 + $1.count } }
  package var failures: [VariantRun.Failure] { results.flatMap(\.failures) }

  /// 0 to 1; 1 where there are none.
  package var rate: Double {
    count == 0 ? 1 : Double(count - failures.count) / Double(count)
  }

  package func isPassed(bar: Double) -> Bool { rate >= bar }

  package var text: String {
    var lines: [String] = []
    for failure in failures {
      lines.append(
        "\(failure.place.lineOnly): \(failure.variant.rawValue): \(failure.got), "
          + "not \(failure.expected)")
      lines.append("  > " + failure.message.replacing("\n", with: "\n  > "))
      lines.append("  > " + failure.changed.replacing("\n", with: "\n  > "))
    }
    for variant in Variant.allCases {
      let broken = failures.count { $0.variant == variant }
      if broken > 0 { lines.append("\(variant.rawValue): \(broken) differ") }
    }
    let tenths = Int((rate * 1000).rounded(.down))
    lines.append(
      "\(count) variants, \(failures.count) mean something else: "
        + "\(tenths / 10).\(tenths % 10) % hold")
    return lines.joined(separator: "\n") + "\n"
  }
}
