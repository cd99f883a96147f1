/// Reads the text of a transcript; every error is reported, not only the first.
///
/// The form is described in `Transcripts/README.md`: prose as in any Markdown document, and the
/// conversation in blocks indented by four spaces, or in fences marked `transcript`.
package struct TranscriptParser {
  private var transcript: Transcript
  private var problems: [SyntaxError] = []
  private var turn: TranscriptTurn?
  private var part = Part.nothing
  private var fence: Fence?

  /// What the line before belonged to.
  private enum Part {
    case nothing, message, phrasings, body, proseAfterTurn
  }

  private struct Fence {
    var mark: String
    var isTranscript: Bool
    var line: Int
  }

  private init(path: String, lines: [String]) {
    transcript = Transcript(path: path, lines: lines)
  }

  /// The transcript as far as it can be read, and everything that is wrong with it.
  package static func parse(
    _ text: String, path: String, vocabulary: Vocabulary? = nil
  ) -> (transcript: Transcript, problems: [SyntaxError]) {
    var parser = TranscriptParser(path: path, lines: SourceLines.split(text))
    for index in parser.transcript.lines.indices { parser.read(index) }
    parser.close()
    var problems = parser.problems
    if let vocabulary { problems += vocabulary.problems(in: parser.transcript) }
    return (parser.transcript, problems.sorted { $0.place < $1.place })
  }

  private mutating func read(_ index: Int) {
    let line = SourceLines.withoutReturn(transcript.lines[index])
    if let open = fence {
      if line.hasPrefix(open.mark), line.dropFirst(open.mark.count).allSatisfy({ $0 == "`" }) {
        fence = nil
        endBlock()
      } else if open.isTranscript {
        readContent(line[...], indent: "", index)
      } else {
        prose(line, index)
      }
      return
    }
    if line.isBlank { return blank(index) }
    if let (indent, content) = Self.indented(line) {
      readContent(content, indent: indent, index)
    } else {
      prose(line, index)
    }
  }

  private static func indented(_ line: String) -> (String, Substring)? {
    if line.hasPrefix("\t") { return ("\t", line.dropFirst()) }
    guard line.hasPrefix("    ") else { return nil }
    return ("    ", line.dropFirst(4))
  }

  private mutating func prose(_ line: String, _ index: Int) {
    endBlock()
    if fence == nil, line.hasPrefix("```") {
      let mark = String(line.prefix { $0 == "`" })
      let words = line.dropFirst(mark.count).split(separator: " ")
      fence = Fence(mark: mark, isTranscript: words.first == "transcript", line: index + 1)
    } else if fence == nil, line.hasPrefix(">") {
      report(.messageNotIndented, index, column: 1)
    } else if fence == nil, transcript.title == nil, line.hasPrefix("#") {
      let title = line.drop { $0 == "#" }.drop { $0 == " " }
      transcript.title = String(title)
    }
  }

  private mutating func endBlock() {
    if turn != nil { part = .proseAfterTurn } else { part = .nothing }
  }

  private mutating func blank(_ index: Int) {
    switch part {
    case .body:
      turn?.reply.lines.append(.init(kind: .blank, text: "", index: index))
    case .message, .phrasings:
      part = .body
    case .nothing, .proseAfterTurn:
      break
    }
  }

  private mutating func readContent(_ content: Substring, indent: String, _ index: Int) {
    if content.isBlank { return blank(index) }
    let start = indent.count + 1
    switch content.first {
    case ">":
      message(Self.afterMark(content), indent: indent, index, column: start)
    case "|":
      phrasing(Self.afterMark(content), index, column: start)
    case "@":
      directive(content, index, column: start)
    default:
      replyLine(content, index, column: start)
    }
  }

  /// The rest of a line after its mark and one space.
  private static func afterMark(_ content: Substring) -> String {
    let rest = content.dropFirst()
    return String(rest.first == " " ? rest.dropFirst() : rest)
  }

  private mutating func message(_ text: String, indent: String, _ index: Int, column: Int) {
    if case .message = part {
      turn?.message += "\n" + text
      turn?.headEnd = index
      return
    }
    close(isFinal: false)
    let place = Place(path: transcript.path, line: index + 1, column: column)
    turn = TranscriptTurn(place: place, message: text, headEnd: index, indent: indent)
    part = .message
  }

  private mutating func phrasing(_ text: String, _ index: Int, column: Int) {
    switch part {
    case .message, .phrasings:
      let place = Place(path: transcript.path, line: index + 1, column: column)
      turn?.phrasings.append(.init(text: text, place: place))
      turn?.headEnd = index
      part = .phrasings
    case .nothing, .body, .proseAfterTurn:
      report(.phrasingWithoutMessage, index, column: column)
    }
  }

  private mutating func replyLine(_ content: Substring, _ index: Int, column: Int) {
    let leading = content.prefix { $0.isWhitespace }.count
    let text = Self.trimmed(content)
    guard turn != nil else { return report(.replyWithoutMessage, index, column: column + leading) }
    if case .proseAfterTurn = part {
      return report(.replyAfterProse, index, column: column + leading)
    }
    part = .body
    var line = ExpectedReply.Line(kind: .text, text: text, index: index)
    if text == "..." {
      line.kind = .anything
    } else if text.hasPrefix("? ") || text == "?" {
      line = .init(kind: .optional, text: Self.trimmed(text.dropFirst()), index: index)
    } else if text.hasPrefix("! ") || text == "!" {
      line = .init(kind: .forbidden, text: Self.trimmed(text.dropFirst()), index: index)
    } else if text.hasPrefix("\\") {
      line.text = String(text.dropFirst())
    }
    if line.kind == .optional || line.kind == .forbidden, line.text.isEmpty {
      report(.emptyMark(text.first ?? "?"), index, column: column + leading)
    }
    turn?.reply.lines.append(line)
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text.drop { $0.isWhitespace }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }

  private mutating func directive(_ content: Substring, _ index: Int, column: Int) {
    let place = Place(path: transcript.path, line: index + 1, column: column)
    let directive = Directive(content, at: place)
    switch directive.read(index: index) {
    case .failure(let problem):
      problems.append(problem)
    case .success(.meaning(let line)):
      guard turn != nil else {
        return problems.append(
          SyntaxError(.meaningWithoutMessage(key: directive.key), at: place))
      }
      turn?.meaning.append(line)
    case .success(.setUp(let step)):
      close(isFinal: false)
      transcript.steps.append(step)
    case .success(.noVariants):
      if turn != nil || !transcript.turns.isEmpty {
        report(.setUpTooLate(key: directive.key), index, column: column)
      }
      transcript.allowsVariants = false
    }
    if turn != nil, part != .proseAfterTurn { part = .body }
  }

  private mutating func report(_ problem: SyntaxError.Problem, _ index: Int, column: Int) {
    let place = Place(path: transcript.path, line: index + 1, column: column)
    problems.append(SyntaxError(problem, at: place))
  }

  /// Ends the turn, if one is open; at the end of the file also the file.
  private mutating func close(isFinal: Bool = true) {
    if var ended = turn {
      while ended.reply.lines.last?.kind == .blank { ended.reply.lines.removeLast() }
      while ended.reply.lines.first?.kind == .blank { ended.reply.lines.removeFirst() }
      if ended.reply.optionalCount > ExpectedReply.optionalLimit {
        problems.append(
          SyntaxError(.tooManyOptional(limit: ExpectedReply.optionalLimit), at: ended.place))
      }
      transcript.steps.append(.turn(ended))
    }
    turn = nil
    part = .nothing
    guard isFinal else { return }
    if let fence { report(.openFence, fence.line - 1, column: 1) }
    let isInclusion = transcript.steps.contains { if case .include = $0 { true } else { false } }
    if transcript.turns.isEmpty, !isInclusion, problems.isEmpty {
      report(.noMessages, 0, column: 1)
    }
  }
}
