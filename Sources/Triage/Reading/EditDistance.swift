/// Damerau-Levenshtein distance in its restricted form (optimal string alignment): insertions,
/// deletions, substitutions and swaps of neighbours, no letter touched twice.
enum EditDistance {
  /// The distance of two words if it is at most `limit`, else nil. Words over 32 bytes are too far.
  static func within(
    _ limit: Int, _ first: [UInt8], _ second: UnsafeRawBufferPointer
  ) -> Int? {
    let rows = first.count
    let columns = second.count
    guard abs(rows - columns) <= limit, rows <= 32, columns <= 32 else { return nil }
    return withUnsafeTemporaryAllocation(of: Int.self, capacity: 3 * 33) { cells in
      var before = 0
      var last = 33
      var current = 66
      for column in 0...columns { cells[last + column] = column }
      for row in 0..<rows {
        cells[current] = row + 1
        var least = row + 1
        for column in 0..<columns {
          let substitution = cells[last + column] + (first[row] == second[column] ? 0 : 1)
          var cost = min(substitution, cells[last + column + 1] + 1, cells[current + column] + 1)
          if row > 0, column > 0, first[row] == second[column - 1], first[row - 1] == second[column]
          {
            cost = min(cost, cells[before + column - 1] + 1)
          }
          cells[current + column + 1] = cost
          least = min(least, cost)
        }
        if least > limit { return nil }
        (before, last, current) = (last, current, before)
      }
      let distance = cells[last + columns]
      return distance <= limit ? distance : nil
    }
  }
}
