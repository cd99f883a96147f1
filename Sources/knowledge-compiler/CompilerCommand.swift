import Foundation
import KnowledgeReader

/// What the command line asks for.
enum CompilerCommand {
  case help
  case check(folder: String, options: CheckOptions, format: CheckReport.Format)
  case compile(
    folder: String, options: CheckOptions, outputs: [CompilerOutput], incomplete: Bool,
    cache: CompilerCache?)

  static let usage = """
    usage: knowledge-compiler compile DIR [--output-swift FILE] [--output-blob FILE]
                                          [--allow-stale] [--incomplete] [--today DAY] [--cache FILE]
           knowledge-compiler check DIR [--format text|json] [--allow-stale] [--today DAY]

    compile checks DIR and writes its compiled form; check only checks it.
      --allow-stale  a source past its review date is a warning
      --incomplete   errors are counted, not shown, and do not stop the compilation
      --cache FILE   take over what an earlier run computed, and keep it for the next
      --today DAY    check review dates as if it were DAY (2027-11-21)
    """

  init(arguments: [String]) throws(CompilerError) {
    var rest = arguments[...]
    guard let name = rest.popFirst() else { throw .usage("a command is needed") }
    var folder: String?
    var options = CheckOptions(today: Self.today())
    var outputs: [CompilerOutput] = []
    var format = CheckReport.Format.text
    var isIncomplete = false
    var cache: CompilerCache?
    while let argument = rest.popFirst() {
      func value() throws(CompilerError) -> String {
        guard let value = rest.popFirst() else { throw .usage("\(argument) needs a value") }
        return value
      }
      switch (name, argument) {
      case ("compile", "--output-swift"): outputs.append(.swift(path: try value()))
      case ("compile", "--output-blob"): outputs.append(.blob(path: try value()))
      case ("compile", "--cache"): cache = CompilerCache(path: try value())
      case ("compile", "--incomplete"): isIncomplete = true
      case ("check", "--format"):
        let word = try value()
        guard let known = CheckReport.Format(rawValue: word) else {
          throw .usage("unknown format '\(word)'; valid: text, json")
        }
        format = known
      case (_, "--allow-stale"): options.allowsStaleSources = true
      case (_, "--today"): options.today = try value()
      case (_, _) where argument.hasPrefix("-"): throw .usage("unknown option '\(argument)'")
      default:
        guard folder == nil else { throw .usage("one folder only, not also '\(argument)'") }
        folder = argument
      }
    }
    if ["help", "--help", "-h"].contains(name) {
      self = .help
      return
    }
    guard ["compile", "check"].contains(name) else { throw .usage("unknown command '\(name)'") }
    guard let folder else { throw .usage("a folder is needed") }
    self =
      name == "check"
      ? .check(folder: folder, options: options, format: format)
      : .compile(
        folder: folder, options: options, outputs: outputs, incomplete: isIncomplete, cache: cache)
  }

  /// The day in Greenwich, so that a build gives the same everywhere at the same moment.
  private static func today() -> String {
    String(Date().ISO8601Format().prefix(10))
  }
}
