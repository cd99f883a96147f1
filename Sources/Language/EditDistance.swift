/// Edits between two words: insertions, deletions, replacements and swaps of neighbours, each one
/// (optimal string alignment after Damerau 1964, doi:10.1145/363958.363994).
package enum EditDistance {
  /// The distance where it is at most `limit`, else nil. Works on bytes; words are at most 63 long.
  package static func between(
    _ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>, limit: Int
  ) -> Int? {
    guard abs(left.count - right.count) <= limit, right.count < 64, left.count < 64 else {
      return nil
    }
    return withUnsafeTemporaryAllocation(of: Int.self, capacity: 3 * 64) { rows in
      for column in 0...right.count { rows[column] = column }
      var (before, previous, current) = (128, 0, 64)
      for row in 0..<left.count {
        rows[current] = row + 1
        var least = row + 1
        for column in 0..<right.count {
          var edits = min(
            rows[previous + column] + (left[row] == right[column] ? 0 : 1),
            rows[previous + column + 1] + 1, rows[current + column] + 1)
          if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
            edits = min(edits, rows[before + column - 1] + 1)
          }
          rows[current + column + 1] = edits
          least = min(least, edits)
        }
        if least > limit { return nil }
        (before, previous, current) = (previous, current, before)
      }
      let distance = rows[previous + right.count]
      return distance <= limit ? distance : nil
    }
  }

  /// The distance of two texts where it is at most `limit`, else nil.
  package static func between(_ left: String, _ right: String, limit: Int) -> Int? {
    var left = left
    var right = right
    return left.withUTF8 { left in
      right.withUTF8 { right in between(left, right, limit: limit) }
    }
  }
}
