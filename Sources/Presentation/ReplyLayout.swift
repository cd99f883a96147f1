package import Dialogue
package import Knowledge
package import Terminal

/// Lays a reply out as lines: wrapped, indented, decorated where the style allows.
///
/// It decides looks only; every word comes from the reply and the knowledge.
package struct ReplyLayout: Sendable {
  /// The widest text that is still easy to read.
  package static let widestText = 76

  package var style: Style
  /// Columns for text, at most `widestText`.
  package var width: Int
  /// Whether lines are drawn for the eye; without them the same words come in the same order.
  package var drawsRules: Bool
  private let sources: [String: Source]

  package init(style: Style, width: Int, drawsRules: Bool, knowledge: KnowledgeBase) {
    self.style = style
    self.width = min(max(width, 20), Self.widestText)
    self.drawsRules = drawsRules
    sources = Dictionary(knowledge.sources.map { ($0.id, $0) }) { first, _ in first }
  }

  /// Lines of the whole reply with its list of sources, without a blank line at either end.
  package func lines(_ reply: Reply) -> [String] {
    var groups: [[String]] = []
    var closing: [[String]] = []
    for block in reply.blocks {
      switch block {
      case .note, .related: closing.append(lines(block))
      default: groups.append(lines(block))
      }
    }
    groups.append(citationLines(reply.citations))
    groups += closing
    if !reply.repairs.isEmpty {
      let repairs = reply.repairs.map { "\u{201C}\($0.from)\u{201D} as \u{201C}\($0.to)\u{201D}" }
      groups.insert(painted("Read " + repairs.joined(separator: ", ") + ".", .dim), at: 0)
    }
    return Array(groups.filter { !$0.isEmpty }.joined(separator: [""]))
  }

  private func lines(_ block: Block) -> [String] {
    switch block {
    case .paragraph(let text):
      Wrapping(width: width).lines(text).map(dimmingMarks)
    case .heading(let text):
      painted(text, .strong)
    case .outcome(let level, let title):
      [outcomeLine(level: level, title: title)]
    case .labelled(let lines):
      labelledLines(lines)
    case .list(let points):
      points.flatMap { item("\u{2022}", $0, column: 4) }
    case .choices(let choices):
      choices.enumerated().flatMap { item(String($0.offset + 1), $0.element, column: 5) }
    case .note(let text):
      painted(text, .dim)
    case .related(let titles):
      titles.isEmpty ? [] : painted("Related: " + titles.joined(separator: " \u{00B7} "), .dim)
    }
  }

  private func painted(_ text: String, _ ink: Ink) -> [String] {
    Wrapping(width: width).lines(text).map { style.paint($0, ink) }
  }

  private func item(_ marker: String, _ text: String, column: Int) -> [String] {
    let room = max(2, column - 2 - DisplayWidth.of(marker))
    let first = "  " + marker + String(repeating: " ", count: room)
    let hanging = String(repeating: " ", count: DisplayWidth.of(first))
    return Wrapping(width: width, firstIndent: first, hangingIndent: hanging).lines(text)
      .map(dimmingMarks)
  }

  /// Labels in a column of their own, or above their text where the line is narrow.
  private func labelledLines(_ lines: [LabelledLine]) -> [String] {
    let widest = lines.map { DisplayWidth.of($0.label) }.max() ?? 0
    let column = widest + 4
    guard drawsRules, width >= column + 24 else {
      return lines.flatMap { Wrapping(width: width).lines("\($0.label): \($0.text)") }
        .map(dimmingMarks)
    }
    return lines.flatMap { line in
      let padding = String(repeating: " ", count: column - 2 - DisplayWidth.of(line.label))
      let wrapping = Wrapping(
        width: width, firstIndent: "  " + line.label + padding,
        hangingIndent: String(repeating: " ", count: column))
      var wrapped = wrapping.lines(line.text).map(dimmingMarks)
      if style.colour, let first = wrapped.first {
        wrapped[0] = "  " + style.paint(line.label, .strong) + first.dropFirst(2 + line.label.count)
      }
      return wrapped
    }
  }

  private func outcomeLine(level: Int, title: String) -> String {
    guard drawsRules else { return "Outcome: \(title)" }
    let ink: Ink = level <= 0 ? .good : level <= 2 ? .caution : .danger
    let rest = max(2, width - 4 - DisplayWidth.of(title))
    let rule = "\u{2500}\u{2500} \(title) " + String(repeating: "\u{2500}", count: rest)
    return style.paint(rule, ink)
  }

  /// One line for each number: document, section, speaker.
  private func citationLines(_ citations: [Citation]) -> [String] {
    var seen: Set<Int> = []
    return citations.filter { seen.insert($0.number).inserted }.flatMap(citationLines)
  }

  private func citationLines(_ citation: Citation) -> [String] {
    let source = sources[citation.source]
    var text = source?.shortName ?? citation.source
    text += ": " + citation.locator
    // A speaker without credentials adds nothing to the name of the document.
    if let speaker = citation.speaker, speaker.contains(", ") { text += " (\(speaker))" }
    let marker = "[\(citation.number)] "
    let wrapping = Wrapping(
      width: width, firstIndent: "  " + marker,
      hangingIndent: String(repeating: " ", count: 2 + marker.count))
    return wrapping.lines(text).map { line in
      let body = line.drop { $0 == " " }
      let indent = String(repeating: " ", count: line.count - body.count)
      guard let address = source?.link else { return indent + style.paint(String(body), .dim) }
      let link = style.link(String(body), to: address, id: "source-\(citation.number)")
      return indent + style.paint(link, .dim)
    }
  }

  /// Marks such as `[1]` or `[1, 2]` are dim, so that the sentence stands out.
  private func dimmingMarks(_ line: String) -> String {
    guard style.colour, line.contains("[") else { return line }
    return line.replacing(/\[\d+(?:, \d+)*\]/) { style.paint(String($0.output), .dim) }
  }
}

extension Source {
  /// The best address to open: the publisher's page, else the DOI, else PubMed.
  package var link: String? {
    if let address { return address }
    if let doi { return "https://doi.org/" + doi }
    return pubmed.map { "https://pubmed.ncbi.nlm.nih.gov/\($0)/" }
  }
}
