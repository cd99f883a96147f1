internal import Dialogue

/// The results of a run, for a person or for a program.
package struct RunReport: Sendable {
  package enum Format: String, CaseIterable, Sendable {
    case text, tap, junit
  }

  package var results: [TranscriptResult]
  /// Errors in the list of known failures.
  package var listProblems: [KnownFailures.Problem]

  package init(_ results: [TranscriptResult], listProblems: [KnownFailures.Problem] = []) {
    self.results = results
    self.listProblems = listProblems
  }

  /// Whether nothing differs, nothing is wrong with the files and no known failure is fixed.
  package var isPassed: Bool { listProblems.isEmpty && results.allSatisfy(\.isAccepted) }

  package func rendered(as format: Format) -> String {
    switch format {
    case .text: text
    case .tap: tap
    case .junit: junit
    }
  }

  func count(_ status: TranscriptResult.Status) -> Int { results.count { $0.status == status } }

  /// The command that writes the new reply into the file, or what to do where none does.
  static func acceptance(of failure: TurnFailure) -> String {
    let command = "firststep transcript record \(failure.place.path)"
    return switch failure.grade {
    case .demand: failure.grade.refusal(isNamed: true, acceptsMilder: true) ?? command
    case .milder: command + " --accept-milder"
    default: command
    }
  }
}

extension RunReport {
  /// What failed, at length, and one line that counts.
  package var text: String {
    var lines: [String] = listProblems.map(\.description)
    for result in results {
      switch result.status {
      case .passed: continue
      case .known:
        lines.append("known \(result.path): \(result.knownFailure ?? "")")
      case .fixed:
        lines.append(
          "\(result.path): error: passes now; take it off the list of known failures")
      case .failed:
        lines += result.problems.map(\.description)
        for failure in result.failures { lines += Self.lines(of: failure, in: result) + [""] }
      }
    }
    lines.append(summary)
    return lines.joined(separator: "\n") + "\n"
  }

  package var summary: String {
    let turns = results.reduce(0) { $0 + $1.turnCount }
    var parts = ["\(count(.passed)) passed"]
    if count(.failed) > 0 { parts.append("\(count(.failed)) failed") }
    if count(.known) > 0 { parts.append("\(count(.known)) known to fail") }
    if count(.fixed) > 0 { parts.append("\(count(.fixed)) no longer failing") }
    return "\(results.count) transcripts, \(turns) turns: " + parts.joined(separator: ", ")
  }

  /// One failure: place, what was said, the words, the meaning, why, and how to accept it.
  package static func lines(of failure: TurnFailure, in result: TranscriptResult) -> [String] {
    var lines = ["\(failure.place.lineOnly): the reply is not as expected"]
    let said = failure.message.split(separator: "\n", omittingEmptySubsequences: false)
    lines += said.map { "  > \($0)" }
    if failure.isUnrecorded {
      lines.append("  nothing is expected of this reply; write '...' to accept any. It is:")
      lines += ReplyText.wrapped(failure.reply.text, width: 76).map { "  + \($0)" }
    }
    lines += failure.diff.map { $0.text.isEmpty ? "" : "  " + $0.description }
    for meaning in failure.meaning {
      lines.append("  @ \(meaning.expected)  got: \(meaning.got)  (\(meaning.place.lineOnly))")
    }
    if !failure.why.isEmpty {
      let why = failure.why.split(separator: "\n", omittingEmptySubsequences: false)
      lines += why.enumerated().map { ($0.offset == 0 ? "  why: " : "       ") + $0.element }
    }
    lines.append("  \(failure.grade.wording); to accept it: \(acceptance(of: failure))")
    return lines
  }
}
