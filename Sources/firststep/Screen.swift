import Dialogue
import Knowledge
import Presentation
import Terminal

/// What is known of the place that replies go to.
struct Screen {
  let options: GlobalOptions
  let isTerminal: Bool
  /// No escape codes and no drawing: a pipe, `TERM=dumb`, or asked for.
  var isPlain: Bool
  let colour: ColourDecision
  let environment: [String: String]
  let out = OutputStream.standardOutput

  init(_ options: GlobalOptions, plain: Bool = false) {
    environment = ProcessEnvironment.current
    self.options = options
    isTerminal = out.isTerminal
    let term = environment["TERM"] ?? "dumb"
    isPlain =
      plain || !isTerminal || term == "dumb" || term.isEmpty
      || !(environment["ACCESSIBLE"] ?? "").isEmpty
    colour = ColourDecision(
      choice: options.color, environment: environment, isTerminal: isTerminal,
      isPlain: isPlain && isTerminal)
  }

  /// Columns for text at this moment.
  var width: Int {
    if let width = options.width { return width }
    if let columns = WindowSize.of(out.descriptor)?.columns { return columns }
    return environment["COLUMNS"].flatMap { Int($0) } ?? 80
  }

  func layout(_ knowledge: KnowledgeBase) -> ReplyLayout {
    ReplyLayout(
      style: Style(colour: colour.isOn, links: colour.isOn && isTerminal && !isPlain),
      width: width, drawsRules: !isPlain || colour.isOn, knowledge: knowledge)
  }

  /// Prints a reply as the options ask.
  func show(_ reply: Reply, knowledge: KnowledgeBase) throws {
    switch options.format {
    case .json: try out.write(reply.json + "\n")
    case .text:
      let lines = layout(knowledge).lines(reply)
      try out.write(lines.joined(separator: "\n") + "\n")
    }
  }
}
