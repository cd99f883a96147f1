internal import Yams

/// Parses one YAML file.
package enum YAMLFile {
  /// The root of the file, or nil after an error when it is broken or empty.
  package static func parse(_ text: String, path: String, log: DiagnosticLog) -> YAMLCursor? {
    do {
      guard let root = try Yams.compose(yaml: text) else {
        log.error(.brokenYAML, at: Place(path: path), "the file is empty")
        return nil
      }
      return YAMLCursor(root, path: path, log: log)
    } catch let error as YamlError {
      let (line, column, problem) = facts(of: error)
      log.error(
        .brokenYAML, at: Place(path: path, line: line, column: column), "broken YAML: \(problem)",
        hint: "put text that holds ': ' or ' #', or that begins with a special sign, in \"…\"")
    } catch {
      log.error(.brokenYAML, at: Place(path: path), "broken YAML: \(error)")
    }
    return nil
  }

  /// Position and wording of a parser's error.
  private static func facts(of error: YamlError) -> (line: Int?, column: Int?, problem: String) {
    switch error {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      let place = (mark.line, mark.column)
      return (place.0, place.1, context.map { "\($0.text): \(problem)" } ?? problem)
    case .reader(let problem, _, _, _):
      return (nil, nil, problem)
    case .duplicatedKeysInMapping(let duplicates, let context):
      let names = duplicates.sorted().joined(separator: ", ")
      return (context.mark.line, context.mark.column, "the same key twice: \(names)")
    default:
      return (nil, nil, "\(error)")
    }
  }
}
