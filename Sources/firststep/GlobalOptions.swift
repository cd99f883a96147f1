import ArgumentParser
import Terminal

/// How replies are printed.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json
}

extension ColourChoice: ExpressibleByArgument {}

/// Options that every command takes.
struct GlobalOptions: ParsableArguments {
  @Option(help: "How replies are printed: as text, or as one JSON object a line.")
  var format: OutputFormat = .text

  @Option(
    help: ArgumentHelp(
      "Use the knowledge in this folder instead of what is built in.", valueName: "dir"),
    completion: .directory)
  var knowledge: String?

  @Option(help: "Whether text is coloured.")
  var color: ColourChoice = .auto

  @Option(help: ArgumentHelp("Width of the text in columns, 20 or more.", valueName: "n"))
  var width: Int?

  /// What holds where no option is given.
  static var defaults: GlobalOptions {
    var options = GlobalOptions()
    options.format = .text
    options.knowledge = nil
    options.color = .auto
    options.width = nil
    return options
  }

  func validate() throws {
    if let width, width < 20 {
      throw ValidationError("'--width' takes a number of columns of 20 or more, not \(width)")
    }
  }
}
