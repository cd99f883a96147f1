extension Reply {
  /// The reply as plain text: `[1]` marks, no list of sources, not wrapped, no escape codes.
  package var text: String {
    blocks.map(\.plainText).filter { !$0.isEmpty }.joined(separator: "\n\n")
  }
}

extension Block {
  /// The block as plain text in the order in which it would be read aloud.
  package var plainText: String {
    switch self {
    case .paragraph(let text), .heading(let text), .note(let text): text
    case .outcome(_, let title): title
    case .labelled(let lines): lines.map { "\($0.label): \($0.text)" }.joined(separator: "\n")
    case .list(let points): points.map { "- \($0)" }.joined(separator: "\n")
    case .choices(let choices):
      choices.enumerated().map { "\($0.offset + 1) \($0.element)" }.joined(separator: "\n")
    case .related(let titles):
      titles.isEmpty ? "" : "Related: " + titles.joined(separator: " · ")
    }
  }
}
