/// Finds transcripts, reads them, and puts included ones in their place.
package struct TranscriptLoader: Sendable {
  package var vocabulary: Vocabulary?
  private let readFile: @Sendable (String) throws(FileProblem) -> String

  package init(
    vocabulary: Vocabulary? = nil,
    readFile: @escaping @Sendable (String) throws(FileProblem) -> String = FileSystem.read
  ) {
    self.vocabulary = vocabulary
    self.readFile = readFile
  }

  /// The transcripts below each path: files that end in `.md`, without `README.md` and without
  /// those that begin with `_`, which are there to be included. A file that is named is taken
  /// whatever its name.
  package static func paths(in roots: [String]) throws(FileProblem) -> [String] {
    var paths: [String] = []
    for root in roots {
      paths += try FileSystem.files(under: root) { name in
        name.hasSuffix(".md") && name != "README.md" && !name.hasPrefix("_")
      }
    }
    var seen: Set<String> = []
    return paths.filter { seen.insert($0).inserted }
  }

  /// The transcript at a path with its included openings, or what is wrong with them.
  package func load(_ path: String) -> (transcript: Transcript, problems: [SyntaxError]) {
    load(path, within: [], from: Place(path: path, line: 1))
  }

  private func load(
    _ path: String, within stack: [String], from place: Place
  ) -> (transcript: Transcript, problems: [SyntaxError]) {
    let text: String
    do {
      text = try readFile(path)
    } catch {
      let problem: SyntaxError.Problem =
        error.code == 0 ? .notUTF8 : .cannotRead(path: path, reason: error.reason)
      let place = error.code == 0 ? Place(path: path, line: 1) : place
      return (Transcript(path: path, lines: []), [SyntaxError(problem, at: place)])
    }
    var (transcript, problems) = TranscriptParser.parse(text, path: path, vocabulary: vocabulary)
    var steps: [Transcript.Step] = []
    for step in transcript.steps {
      guard case .include(let name, let place) = step else {
        steps.append(step)
        continue
      }
      let target = Self.resolved(name, beside: path)
      if target == path || stack.contains(target) {
        problems.append(SyntaxError(.includesItself(path: target), at: place))
        continue
      }
      let included = load(target, within: stack + [path], from: place)
      problems += included.problems
      steps += included.transcript.steps
    }
    transcript.steps = steps
    return (transcript, problems)
  }

  /// A path relative to the folder of the file that names it, without `..`.
  static func resolved(_ name: String, beside path: String) -> String {
    guard !name.hasPrefix("/") else { return name }
    var parts = path.split(separator: "/", omittingEmptySubsequences: false).dropLast().map(
      String.init)
    for part in name.split(separator: "/") {
      if part == "..", let last = parts.last, last != "..", !last.isEmpty {
        parts.removeLast()
      } else if part != "." {
        parts.append(String(part))
      }
    }
    return parts.joined(separator: "/")
  }
}
