/// Coverage as a table, with what is missing and where it is defined.
package struct CoverageReport: Sendable {
  package var coverage: Coverage
  package var finder: DefinitionFinder
  /// Columns that must be whole.
  package var required: [Coverage.Column]

  package init(
    _ coverage: Coverage, finder: DefinitionFinder, required: [Coverage.Column] = []
  ) {
    self.coverage = coverage
    self.finder = finder
    self.required = required
  }

  package var isPassed: Bool { required.allSatisfy { coverage.unreached($0).isEmpty } }

  /// The table, the names that no transcript reaches, and a transcript for each unreached rule.
  package func text(withStubs: Bool) -> String {
    var lines: [String] = []
    for column in Coverage.Column.allCases {
      let (reached, all) = coverage.counts(column)
      let name = column.rawValue + String(repeating: " ", count: 12 - column.rawValue.count)
      let share = all == 0 ? "none known" : "\(reached) of \(all), \(reached * 100 / all) %"
      lines.append(name + share)
    }
    for column in Coverage.Column.allCases {
      let missing = coverage.unreached(column)
      guard !missing.isEmpty else { continue }
      lines += ["", "\(column.rawValue) that no transcript reaches:"]
      for id in missing {
        let place = finder.place(of: id, in: column)
        lines.append("  " + (place.map { "\($0.lineOnly): " } ?? "") + id)
      }
    }
    if withStubs {
      for rule in coverage.unreached(.rules) {
        if let stub = coverage.stub(forRule: rule) { lines += ["", "---", "", stub] }
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// One object with a member for each column.
  package var json: String {
    let columns = Coverage.Column.allCases.map { column in
      let (reached, all) = coverage.counts(column)
      let missing = coverage.unreached(column).map { id in
        let place = finder.place(of: id, in: column).map { "\"\($0.lineOnly)\"" } ?? "null"
        return "{\"id\":\"\(id)\",\"place\":\(place)}"
      }
      return "\"\(column.rawValue)\":{\"all\":\(all),\"reached\":\(reached),\"unreached\":["
        + missing.joined(separator: ",") + "]}"
    }
    return "{" + columns.joined(separator: ",") + "}"
  }
}
