/// Finds the valid name that a mistyped one was probably meant to be.
package enum NearestName {
  /// The candidate with the fewest edits, when these are at most a third of its length (at least
  /// one); the first in order where several are equally near.
  package static func of(_ name: String, in candidates: some Sequence<String>) -> String? {
    let wanted = Array(name.lowercased().unicodeScalars)
    var best: (name: String, edits: Int)?
    for candidate in candidates {
      let scalars = Array(candidate.lowercased().unicodeScalars)
      let limit = max(1, max(scalars.count, wanted.count) / 3)
      guard abs(scalars.count - wanted.count) <= limit else { continue }
      let edits = distance(wanted, scalars)
      guard edits <= limit else { continue }
      if best.map({ (edits, candidate) < ($0.edits, $0.name) }) ?? true {
        best = (candidate, edits)
      }
    }
    return best?.name
  }

  /// A hint that names the nearest candidate, or lists all when they are few.
  package static func hint(for name: String, in candidates: some Collection<String>) -> String? {
    if let nearest = of(name, in: candidates) { return "did you mean '\(nearest)'?" }
    guard !candidates.isEmpty, candidates.count <= 30 else { return nil }
    return "valid: " + candidates.sorted().joined(separator: ", ")
  }

  /// Optimal string alignment distance: insertions, deletions, replacements, swaps of neighbours.
  private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var beforePrevious: [Int] = []
    var previous = Array(0...right.count)
    for (row, scalar) in left.enumerated() {
      var current = [row + 1]
      for (column, other) in right.enumerated() {
        var edits = min(
          previous[column] + (scalar == other ? 0 : 1), previous[column + 1] + 1,
          current[column] + 1)
        if row > 0, column > 0, scalar == right[column - 1], left[row - 1] == other {
          edits = min(edits, beforePrevious[column - 1] + 1)
        }
        current.append(edits)
      }
      (beforePrevious, previous) = (previous, current)
    }
    return previous[right.count]
  }
}
