internal import Dialogue
internal import Knowledge

/// Runs transcripts again with changed messages, and compares topic and outcome of every reply.
package struct VariantRun: Sendable {
  package var runner: TranscriptRunner
  /// Another seed chooses other words, letters and fillers.
  package var seed: UInt64

  package init(_ runner: TranscriptRunner, seed: UInt64 = 0) {
    self.runner = runner
    self.seed = seed
  }

  /// A changed message that changed what the reply is about.
  package struct Failure: Hashable, Sendable {
    /// The first turn that went another way.
    package var place: Place
    package var variant: Variant
    /// Where the message stands that was changed last before.
    package var changedPlace: Place
    package var message: String
    package var changed: String
    /// Topic and outcome without the change.
    package var expected: String
    package var got: String
    /// The outcome without the change was to see a clinician, or more urgent, and it is a milder one.
    package var isMilder: Bool
  }

  /// What the variants of one transcript gave.
  package struct Result: Hashable, Sendable {
    package var path: String
    /// Variants that change at least one message.
    package var tried: [Variant] = []
    /// Replies compared whose outcome was to see a clinician, or more urgent.
    package var grave = 0
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
    for (variant, changed) in changed(transcript.withoutPhrasings) {
      result.tried.append(variant)
      let played = runner.run(changed).played
      var last: (before: PlayedTurn, after: PlayedTurn)?
      for (before, after) in zip(original, played) {
        if before.message != after.message { last = (before, after) }
        let outcome = Self.outcome(before.reply)
        if outcome >= .restSeeClinician { result.grave += 1 }
        guard Self.essence(before.reply) != Self.essence(after.reply) else { continue }
        result.failures.append(
          Failure(
            place: before.place, variant: variant,
            changedPlace: last?.before.place ?? before.place,
            message: last?.before.message ?? before.message,
            changed: last?.after.message ?? after.message,
            expected: Self.essence(before.reply), got: Self.essence(after.reply),
            isMilder: outcome >= .restSeeClinician && Self.outcome(after.reply) < outcome))
        break
      }
    }
    return result
  }

  /// Every change that makes a difference: of all messages at once, or of one at a time.
  private func changed(_ transcript: Transcript) -> [(Variant, Transcript)] {
    var all: [(Variant, Transcript)] = []
    for variant in Variant.allCases {
      let choices: [Int?] = variant.isSingle ? Array(transcript.turns.indices) : [nil]
      for only in choices {
        let changed = transcript.mapMessages { message, place in
          only ?? place == place ? variant.applied(to: message, seed: seed) : message
        }
        if changed != transcript { all.append((variant, changed)) }
      }
    }
    return all
  }

  /// The outcome of a reply; without one there is nothing against running.
  private static func outcome(_ reply: Reply) -> Outcome {
    reply.outcome.flatMap(Outcome.init(id:)) ?? .runEasy
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

  /// The messages changed, each with its number from 0.
  fileprivate func mapMessages(_ change: (String, Int) -> String) -> Transcript {
    var copy = self
    var place = 0
    copy.mapTurns { turn in
      turn.message = change(turn.message, place)
      place += 1
    }
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

  package var count: Int { results.reduce(0) { $0 + $1.tried.count } }
  package var failures: [VariantRun.Failure] { results.flatMap(\.failures) }

  /// 0 to 1; 1 where there are none.
  package var rate: Double {
    count == 0 ? 1 : Double(count - failures.count) / Double(count)
  }

  /// Changes that made a reply milder that sent to a clinician or for help.
  package var milder: Int { failures.count(where: \.isMilder) }

  /// Whether the share holds, and no reply that sends to a clinician becomes milder.
  package func isPassed(bar: Double) -> Bool { rate >= bar && milder == 0 }

  package var text: String {
    var lines: [String] = []
    for failure in failures {
      lines.append(
        "\(failure.place.lineOnly): \(failure.variant.rawValue): \(failure.got), "
          + "not \(failure.expected)")
      if failure.changedPlace != failure.place {
        lines.append("  after a change in line \(failure.changedPlace.line)")
      }
      lines.append("  > " + failure.message.replacing("\n", with: "\n  > "))
      lines.append("  > " + failure.changed.replacing("\n", with: "\n  > "))
    }
    for variant in Variant.allCases {
      let tried = results.reduce(0) { $0 + $1.tried.count { $0 == variant } }
      let broken = failures.count { $0.variant == variant }
      if broken > 0 { lines.append("\(variant.rawValue): \(tried - broken) of \(tried) hold") }
    }
    let tenths = Int((rate * 1000).rounded(.down))
    lines.append(
      "\(count) variants, \(failures.count) mean something else: "
        + "\(tenths / 10).\(tenths % 10) % hold")
    let grave = results.reduce(0) { $0 + $1.grave }
    lines.append(
      "\(grave) replies that send to a clinician or for help, \(milder) come out milder")
    return lines.joined(separator: "\n") + "\n"
  }
}
