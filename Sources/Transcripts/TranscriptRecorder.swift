internal import Dialogue

/// What recording one file would change, and what it did change.
package struct Recording: Hashable, Sendable {
  package var path: String
  package var problems: [SyntaxError] = []
  package var changes: [Change] = []
  /// The file with every accepted change; nil where none is.
  package var text: String?

  package struct Change: Hashable, Sendable {
    package var place: Place
    package var message: String
    package var grade: RecordingGrade
    /// Why it was not written; nil if it was.
    package var refusal: String?
    package var failure: TurnFailure
  }

  package init(path: String) {
    self.path = path
  }

  package var isComplete: Bool {
    problems.isEmpty && changes.allSatisfy { $0.refusal == nil }
  }
}

/// Writes new replies into transcripts, as far as their grade allows.
///
/// Prose, wildcards, phrasings and set-up stay as they are. It never changes `@ says`, `@ never`,
/// `@ not` and forbidden lines.
package struct TranscriptRecorder: Sendable {
  package var runner: TranscriptRunner
  /// The files were named one by one, and not by their folder.
  package var isNamed: Bool
  package var acceptsMilder: Bool
  /// Write words and missing meaning lines also where a turn has `@` lines only.
  package var fills: Bool

  package init(
    _ runner: TranscriptRunner, isNamed: Bool, acceptsMilder: Bool = false, fills: Bool = false
  ) {
    self.runner = runner
    self.isNamed = isNamed
    self.acceptsMilder = acceptsMilder
    self.fills = fills
  }

  /// Whether recording is allowed at all: not where `CI` is set, nor where tests run.
  ///
  /// `value` looks up a variable of the environment. `FIRSTSTEP_RECORD=never` is for test runs.
  package static func refusal(_ value: (String) -> String?) -> String? {
    if let ci = value("CI"), !["", "0", "false"].contains(ci) {
      return "CI is set: record on your own machine, read the change and commit it"
    }
    if value("FIRSTSTEP_RECORD") == "never" {
      return "FIRSTSTEP_RECORD is 'never': tests do not record"
    }
    return nil
  }

  /// What the file becomes; nothing is written.
  package func record(_ transcript: Transcript, problems: [SyntaxError] = []) -> Recording {
    var recording = Recording(path: transcript.path)
    let result = runner.run(transcript, problems: problems)
    recording.problems = result.problems
    guard result.problems.isEmpty else { return recording }
    var edits = LineEdits(transcript.lines)
    let own = transcript.turns.filter { $0.place.path == transcript.path }
    for turn in own {
      if fills, turn.reply.isEmpty, turn.expectsSomething,
        !result.failures.contains(where: { $0.place == turn.place }),
        let played = result.played.first(where: { $0.place == turn.place })
      {
        recording.changes.append(Self.fill(turn, played.answer, into: &edits))
        continue
      }
      guard let failure = result.failures.first(where: { $0.place == turn.place }),
        let played = result.played.first(where: { $0.place == turn.place })
      else { continue }
      let grade = failure.grade
      let refusal = grade.refusal(isNamed: isNamed, acceptsMilder: acceptsMilder)
      recording.changes.append(
        .init(
          place: turn.place, message: turn.message, grade: grade, refusal: refusal,
          failure: failure))
      if refusal == nil { Self.write(turn, failure, played.answer, into: &edits) }
    }
    for failure in result.failures where !own.contains(where: { $0.place == failure.place }) {
      recording.changes.append(
        .init(
          place: failure.place, message: failure.message, grade: .demand,
          refusal: "another phrasing, or an included file: change it by hand", failure: failure))
    }
    if edits.hasChanges { recording.text = edits.text }
    return recording
  }

  /// Writes the words of the reply under a turn whose meaning is as stated, and what that leaves open.
  private static func fill(
    _ turn: TranscriptTurn, _ answer: TranscriptSubject.Answer, into edits: inout LineEdits
  ) -> Recording.Change {
    let stated = Set(turn.meaning.map(\.key))
    let open = MeaningLine.written(for: answer).filter { line in
      !stated.contains(String(line.prefix { $0 != ":" && $0 != " " }))
    }
    edits.insert(
      ReplyLines.literal(answer.reply.text) + open.map { "@ " + $0 }, after: turn.headEnd,
      indent: turn.indent)
    var failure = TurnFailure(place: turn.place, message: turn.message, reply: answer.reply)
    failure.isUnrecorded = true
    failure.grade = .new
    return .init(
      place: turn.place, message: turn.message, grade: .new, refusal: nil, failure: failure)
  }

  private static func write(
    _ turn: TranscriptTurn, _ failure: TurnFailure, _ answer: TranscriptSubject.Answer,
    into edits: inout LineEdits
  ) {
    if failure.isUnrecorded {
      var lines = ReplyLines.literal(answer.reply.text)
      lines += MeaningLine.written(for: answer).map { "@ " + $0 }
      edits.insert(lines, after: turn.headEnd, indent: turn.indent)
      return
    }
    if !failure.diff.isEmpty {
      let lines = ReplyLines.merged(turn.reply, with: answer.reply.text)
      edits.remove(turn.reply.lines.map(\.index))
      edits.insert(
        lines, after: turn.reply.lines.first.map { $0.index - 1 } ?? turn.headEnd,
        indent: turn.indent)
    }
    let differing = Set(failure.meaning.map(\.place))
    for line in turn.meaning where differing.contains(line.place) {
      if let written = line.rewritten(for: answer) {
        edits.replace(line.index, with: turn.indent + "@ " + written)
      }
    }
  }
}

/// Changes to the lines of a file, made at once.
struct LineEdits {
  private let lines: [String]
  private var replaced: [Int: String] = [:]
  private var removed: Set<Int> = []
  /// New lines by the line after which they stand; -1 is the beginning.
  private var inserted: [Int: [String]] = [:]

  init(_ lines: [String]) {
    self.lines = lines
  }

  var hasChanges: Bool { text != SourceLines.join(lines) }

  mutating func remove(_ indices: [Int]) { removed.formUnion(indices) }

  mutating func replace(_ index: Int, with line: String) { replaced[index] = line }

  mutating func insert(_ new: [String], after index: Int, indent: String) {
    inserted[index, default: []] += new.map { $0.isEmpty ? "" : indent + $0 }
  }

  var text: String {
    let lineEnd = lines.first?.utf8.last == UInt8(ascii: "\r") ? "\r" : ""
    var result = (inserted[-1] ?? []).map { $0 + lineEnd }
    for (index, line) in lines.enumerated() {
      if let new = replaced[index] {
        result.append(new + lineEnd)
      } else if !removed.contains(index) {
        result.append(line)
      }
      result += (inserted[index] ?? []).map { $0 + lineEnd }
    }
    return SourceLines.join(result)
  }
}
