internal import Dialogue

/// What a recording changed and what it left, for a person.
package struct RecordingReport: Sendable {
  package var recordings: [Recording]

  package init(_ recordings: [Recording]) {
    self.recordings = recordings
  }

  /// Whether everything that differs was written.
  package var isComplete: Bool { recordings.allSatisfy(\.isComplete) }

  package var text: String {
    var lines: [String] = []
    for recording in recordings {
      lines += recording.problems.map(\.description)
      for change in recording.changes {
        let place = change.place.lineOnly
        guard let refusal = change.refusal else {
          lines.append("\(place): \(change.grade.wording): recorded")
          continue
        }
        lines.append("\(place): \(change.grade.wording): not recorded; \(refusal)")
        lines.append("  > " + change.message.replacing("\n", with: "\n  > "))
        lines += change.failure.diff.map { $0.text.isEmpty ? "" : "  " + $0.description }
        lines += change.failure.meaning.map { "  @ \($0.expected)  got: \($0.got)" }
      }
    }
    let changes = recordings.flatMap(\.changes)
    let written = changes.count { $0.refusal == nil }
    lines.append(
      "\(recordings.count) transcripts: \(written) replies recorded, "
        + "\(changes.count - written) not recorded")
    return lines.joined(separator: "\n") + "\n"
  }
}
