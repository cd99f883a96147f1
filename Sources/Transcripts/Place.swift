/// Where something stands in a transcript; lines and columns count from 1, columns in characters.
package struct Place: Hashable, Sendable, Comparable, CustomStringConvertible {
  package var path: String
  package var line: Int
  package var column: Int

  package init(path: String, line: Int, column: Int = 1) {
    self.path = path
    self.line = line
    self.column = column
  }

  package var description: String { "\(path):\(line):\(column)" }

  /// "path:line", where a column says nothing.
  package var lineOnly: String { "\(path):\(line)" }

  package static func < (a: Place, b: Place) -> Bool {
    (a.path, a.line, a.column) < (b.path, b.line, b.column)
  }
}
