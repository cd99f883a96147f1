import Dialogue
import Knowledge
import Presentation
import Terminal

/// What is known of the place that replies go to.
struct Screen {
  let options: GlobalOptions
  let isTerminal: Bool
  /// Whether text is laid out plainly, and why.
  private(set) var plain: PlainDecision
  private(set) var colour: ColourDecision
  let environment: [String: String]
  let out = OutputStream.standardOutput

  /// `plain`: asked for by an option.
  init(_ options: GlobalOptions, plain isAsked: Bool = false) {
    environment = ProcessEnvironment.current
    self.options = options
    isTerminal = out.isTerminal
    plain = PlainDecision(
      option: isAsked, environment: environment, inputIsTerminal: true,
      outputIsTerminal: isTerminal)
    colour = ColourDecision(
      choice: options.color, environment: environment, isTerminal: isTerminal,
      isPlain: isAsked || plain.isPlain && isTerminal, isPlainAsked: isAsked)
  }

  /// No escape codes and no drawing: a pipe, `TERM=dumb`, or asked for.
  var isPlain: Bool { plain.isPlain }

  /// Plain from here on, whatever was decided before.
  mutating func goPlain() {
    self = Screen(options, plain: true)
  }

  /// Columns for text at this moment.
  var width: Int {
    if let width = options.width { return width }
    if let columns = WindowSize.of(out.descriptor)?.columns { return columns }
    return environment["COLUMNS"].flatMap { Int($0) } ?? WindowSize.usual.columns
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
