/// A line of the comparison of an expected with an actual reply.
package struct DiffLine: Hashable, Sendable {
  package enum Mark: String, Hashable, Sendable {
    case same = " "
    case expected = "-"
    case actual = "+"
    case forbidden = "!"
  }

  package var mark: Mark
  package var text: String

  package init(_ mark: Mark, _ text: String) {
    self.mark = mark
    self.text = text
  }

  /// "- the words that were expected"
  package var description: String {
    text.isEmpty ? mark.rawValue : "\(mark.rawValue) \(text)"
  }

  /// A sentence a line, empty lines between blocks.
  package static func compare(_ reply: ExpectedReply, with text: String) -> [DiffLine] {
    var lines: [DiffLine] = []
    func add(_ mark: Mark, _ text: String, opensBlock: Bool) {
      if opensBlock, !lines.isEmpty, lines.last?.text != "" { lines.append(DiffLine(.same, "")) }
      lines.append(DiffLine(mark, text))
    }
    for step in ReplyAlignment(reply, text).steps {
      switch step {
      case .same(let expected, let actual):
        let opensBlock = actual.first?.opensBlock ?? false
        if expected.opensBlock != opensBlock, !lines.isEmpty {
          lines.append(DiffLine(opensBlock ? .actual : .expected, "(new block)"))
        }
        add(.same, expected.text, opensBlock: opensBlock)
      case .absorbed(let expected, _):
        add(.same, expected.text, opensBlock: expected.opensBlock)
      case .replaced(let expected, let actual):
        add(.expected, expected.text, opensBlock: expected.opensBlock)
        add(.actual, actual.text, opensBlock: false)
      case .missing(let expected):
        guard !expected.isOptional else { continue }
        add(.expected, expected.text, opensBlock: expected.opensBlock)
      case .extra(let actual):
        add(.actual, actual.text, opensBlock: actual.opensBlock)
      }
    }
    for line in reply.forbiddenFound(in: text) {
      lines.append(DiffLine(.forbidden, "must not be there: " + line.text))
    }
    return lines
  }
}
