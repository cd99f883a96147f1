/// Transcripts that are known to fail, each with its reason; the list can only shrink.
///
/// A line is `theme/name.md: reason`; empty lines and lines that begin with `#` do not count.
package struct KnownFailures: Hashable, Sendable {
  package struct Entry: Hashable, Sendable {
    package var path: String
    package var reason: String
    package var place: Place
  }

  package private(set) var entries: [Entry] = []

  package init() {}

  /// Reads the list; a line without a reason, or with a path that is there already, is reported.
  package static func parse(
    _ text: String, path: String
  ) -> (list: KnownFailures, problems: [Problem]) {
    var list = KnownFailures()
    var problems: [Problem] = []
    for (index, line) in SourceLines.split(text).enumerated() {
      let line = SourceLines.withoutReturn(line)
      guard let first = line.first(where: { !$0.isWhitespace }), first != "#" else { continue }
      let place = Place(path: path, line: index + 1)
      let sides = line.split(separator: ":", maxSplits: 1).map { side in
        side.split(separator: " ").joined(separator: " ")
      }
      guard sides.count == 2, !sides[1].isEmpty else {
        problems.append(Problem(place: place, what: .noReason(line)))
        continue
      }
      if list.entries.contains(where: { $0.path == sides[0] }) {
        problems.append(Problem(place: place, what: .twice(sides[0])))
      }
      list.entries.append(Entry(path: sides[0], reason: sides[1], place: place))
    }
    return (list, problems)
  }

  package struct Problem: Hashable, Sendable, CustomStringConvertible {
    package enum What: Hashable, Sendable {
      case noReason(String)
      case twice(String)
      case noSuchFile(String)
    }

    package var place: Place
    package var what: What

    package var description: String {
      switch what {
      case .noReason(let line): "\(place): error: no reason: write 'path: reason', not '\(line)'"
      case .twice(let path): "\(place): error: '\(path)' is on the list already"
      case .noSuchFile(let path): "\(place): error: there is no transcript '\(path)'"
      }
    }
  }

  /// The reason why the file at a path may fail; entries name the end of the path.
  package func reason(for path: String) -> String? {
    entries.first { Self.ends(path, with: $0.path) }?.reason
  }

  /// Entries whose file is not among the given ones; to be asked only where all are there.
  package func problems(amongAll paths: [String]) -> [Problem] {
    entries.compactMap { entry in
      paths.contains { Self.ends($0, with: entry.path) }
        ? nil : Problem(place: entry.place, what: .noSuchFile(entry.path))
    }
  }

  private static func ends(_ path: String, with end: String) -> Bool {
    path == end || path.hasSuffix("/" + end)
  }
}
