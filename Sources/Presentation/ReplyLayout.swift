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
    // All labels of a reply stand in one column.
    let labels = reply.blocks.flatMap(\.labels)
    let column = 4 + (labels.map { DisplayWidth.of($0) }.max() ?? 0)
    for block in reply.blocks {
      switch block {
      case .note, .related: closing.append(lines(block, column))
      default: groups.append(lines(block, column))
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

  /// `column`: where the text behind a label begins.
  private func lines(_ block: Block, _ column: Int) -> [String] {
    switch block {
    case .paragraph(let text):
      Wrapping(width: width).lines(tied(text)).map(dimmingMarks)
    case .heading(let text):
      painted(text, .strong)
    case .outcome(let level, let title):
      outcomeLines(level: level, title: title)
    case .labelled(let lines):
      labelledLines(lines, column)
    case .list(let points):
      points.flatMap { item("\u{2022}", $0) }
    case .choices(let choices):
      choices.enumerated().flatMap { item(String($0.offset + 1), $0.element) }
    case .note(let text):
      painted(text, .dim)
    case .related(let titles):
      titles.isEmpty
        ? []
        : painted("Related: " + titles.joined(separator: "\(Wrapping.tie)\u{00B7} "), .dim)
    }
  }

  private func painted(_ text: String, _ ink: Ink) -> [String] {
    Wrapping(width: width).lines(text).map { style.paint($0, ink) }
  }

  /// A point of a list; numbers end in the same column.
  private func item(_ marker: String, _ text: String) -> [String] {
    let first = blanks(3 - DisplayWidth.of(marker)) + marker + "  "
    return Wrapping(width: width, firstIndent: first, hangingIndent: blanks(DisplayWidth.of(first)))
      .lines(tied(text)).map(dimmingMarks)
  }

  /// Labels in a column of their own, or before their text where the line is narrow.
  private func labelledLines(_ lines: [LabelledLine], _ column: Int) -> [String] {
    guard drawsRules else {
      return lines.flatMap { Wrapping(width: width).lines(tied("\($0.label): \($0.text)")) }
    }
    let hasColumn = width >= column + 24
    return lines.flatMap { line in
      let label = "  " + line.label + (hasColumn ? "" : ":")
      let padding = hasColumn ? column - DisplayWidth.of(label) : 1
      // A label may be wider than a narrow line, so it is wrapped with its text there.
      let wrapping = Wrapping(
        width: width, firstIndent: hasColumn ? label + blanks(padding) : "  ",
        hangingIndent: blanks(hasColumn ? column : 4))
      let text = tied(line.text)
      var wrapped = wrapping.lines(hasColumn ? text : "\(line.label): \(text)").map(dimmingMarks)
      if style.colour, let first = wrapped.first, first.hasPrefix(label) {
        wrapped[0] = style.paint(label, .strong) + first.dropFirst(label.count)
      }
      return wrapped
    }
  }

  private func blanks(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }

  /// The title in a rule across the text; where it is too long for that, over several lines.
  private func outcomeLines(level: Int, title: String) -> [String] {
    guard drawsRules else { return Wrapping(width: width).lines("Outcome: \(title)") }
    let ink: Ink = level <= 0 ? .good : level <= 2 ? .caution : .danger
    let start = "\u{2500}\u{2500} "
    let rest = width - 4 - DisplayWidth.of(title)
    let lines =
      rest >= 2
      ? [start + title + " " + String(repeating: "\u{2500}", count: rest)]
      : Wrapping(width: width, firstIndent: start, hangingIndent: blanks(3)).lines(title)
    return lines.map { style.paint($0, ink) }
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
    // Numbers end in the same column.
    let mark = "[\(citation.number)]"
    let marker = blanks(5 - mark.count) + mark + " "
    let wrapping = Wrapping(
      width: width, firstIndent: marker, hangingIndent: blanks(marker.count))
    return wrapping.lines(text).map { line in
      let body = line.drop { $0 == " " }
      let indent = String(repeating: " ", count: line.count - body.count)
      guard let address = source?.link else { return indent + style.paint(String(body), .dim) }
      let link = style.link(String(body), to: address, id: "source-\(citation.number)")
      return indent + style.paint(link, .dim)
    }
  }

  /// Marks such as `[1, 2]` tied to the word before them and not torn, so that none begins a line.
  private func tied(_ text: String) -> String {
    guard text.contains("[") else { return text }
    var scalars = Array(text.unicodeScalars)
    var start: Int?
    for index in scalars.indices {
      switch scalars[index] {
      case "[": start = index
      case "]":
        for place in max(0, (start ?? index) - 1)..<index where scalars[place] == " " {
          scalars[place] = Wrapping.tie
        }
        start = nil
      case "0"..."9", ",", " ": break
      default: start = nil
      }
    }
    var tied = String.UnicodeScalarView()
    tied.append(contentsOf: scalars)
    return String(tied)
  }

  /// Marks such as `[1]` or `[1, 2]` are dim, so that the sentence stands out.
  private func dimmingMarks(_ line: String) -> String {
    guard style.colour, line.contains("[") else { return line }
    return line.replacing(/\[\d+(?:, \d+)*\]/) { style.paint(String($0.output), .dim) }
  }
}

extension Block {
  fileprivate var labels: [String] {
    if case .labelled(let lines) = self { lines.map(\.label) } else { [] }
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
