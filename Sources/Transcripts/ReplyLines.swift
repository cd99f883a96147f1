/// Text of replies as lines of a transcript file, without their indentation.
enum ReplyLines {
  /// Columns of text; with the indentation a line has eighty.
  static let width = 76

  /// A reply word for word.
  static func literal(_ text: String) -> [String] {
    ReplyText.wrapped(text, width: width).map(escaped)
  }

  /// Puts a backslash before what would be read as a mark.
  static func escaped(_ line: String) -> String {
    guard let first = line.first else { return line }
    let isMark = ">|@\\".contains(first) || line == "..." || line == "?" || line == "!"
    return isMark || line.hasPrefix("? ") || line.hasPrefix("! ") ? "\\" + line : line
  }

  /// The expected lines changed as little as the new reply demands: wildcards stay where they
  /// still stand for something, sentences that still hold keep their form.
  ///
  /// Falls back to the reply word for word where keeping wildcards does not give a reply that is
  /// accepted. Forbidden lines stay.
  static func merged(_ reply: ExpectedReply, with text: String) -> [String] {
    let forbidden = reply.forbidden.map { "! " + $0.text }
    guard reply.comparesWhole else { return forbidden }
    var page = Page()
    for step in ReplyAlignment(reply, text).steps {
      switch step {
      case .same(let expected, let actual):
        let opener = actual.first
        page.add(
          expected.text, opensBlock: opener?.opensBlock ?? expected.opensBlock,
          opensLine: opener?.opensLine ?? false, isOptional: expected.isOptional)
      case .absorbed(let expected, let actual):
        page.addAnything(opensBlock: expected.opensBlock || actual.first?.opensBlock ?? false)
      case .replaced(let expected, let actual):
        page.add(
          keepingWildcards(expected.text, for: actual.text), opensBlock: actual.opensBlock,
          opensLine: actual.opensLine, isOptional: expected.isOptional)
      case .missing(let expected):
        guard expected.isOptional else { continue }
        page.add(expected.text, opensBlock: expected.opensBlock, opensLine: true, isOptional: true)
      case .extra(let actual):
        page.add(
          actual.text, opensBlock: actual.opensBlock, opensLine: actual.opensLine,
          isOptional: false)
      }
    }
    let lines = page.finished
    return (isAccepted(lines, text) ? lines : literal(text)) + forbidden
  }

  private static func isAccepted(_ lines: [String], _ text: String) -> Bool {
    let file = (["> a"] + lines).map { "    " + $0 }.joined(separator: "\n")
    let turn = TranscriptParser.parse(file, path: "").transcript.turns.first
    return turn?.reply.accepts(text) ?? false
  }

  /// As many words of the new sentence before and after `[..]` as the old one had.
  private static func keepingWildcards(_ old: String, for new: String) -> String {
    let old = old.split(separator: " ")
    let new = new.split(separator: " ")
    guard let first = old.firstIndex(where: { $0.contains("[..]") }),
      let last = old.lastIndex(where: { $0.contains("[..]") })
    else { return new.joined(separator: " ") }
    let after = old.count - last - 1
    guard first + after < new.count else { return new.joined(separator: " ") }
    return (new.prefix(first) + ["[..]"] + new.suffix(after)).joined(separator: " ")
  }

  /// Lines in the making.
  private struct Page {
    private var lines: [String] = []
    private var words = ""
    private var isOptional = false

    var finished: [String] {
      var page = self
      page.flush()
      return page.lines
    }

    mutating func add(_ text: String, opensBlock: Bool, opensLine: Bool, isOptional: Bool) {
      if opensBlock || opensLine || isOptional != self.isOptional { flush() }
      if opensBlock, !lines.isEmpty, lines.last != "" { lines.append("") }
      self.isOptional = isOptional
      words += (words.isEmpty ? "" : " ") + text
    }

    mutating func addAnything(opensBlock: Bool) {
      flush()
      if opensBlock, !lines.isEmpty, lines.last != "", lines.last != "..." { lines.append("") }
      if lines.last != "..." { lines.append("...") }
    }

    private mutating func flush() {
      guard !words.isEmpty else { return }
      let wrapped = ReplyText.wrapped(words, width: isOptional ? width - 2 : width)
      lines += wrapped.map { isOptional ? "? " + $0 : escaped($0) }
      words = ""
    }
  }
}
