/// Collects findings, so that one run shows all of them and none stops the others.
package final class DiagnosticLog {
  package private(set) var diagnostics: [Diagnostic] = []

  package init() {}

  package func report(_ diagnostic: Diagnostic) {
    diagnostics.append(diagnostic)
  }

  package func error(
    _ code: DiagnosticCode, at place: Place, _ message: String, hint: String? = nil
  ) {
    report(Diagnostic(.error, code, at: place, message, hint: hint))
  }

  package func warning(
    _ code: DiagnosticCode, at place: Place, _ message: String, hint: String? = nil
  ) {
    report(Diagnostic(.warning, code, at: place, message, hint: hint))
  }

  /// Everything found, ordered by place, each finding once.
  package var sorted: [Diagnostic] {
    var seen: Set<Diagnostic> = []
    return diagnostics.filter { seen.insert($0).inserted }
      .sorted {
        ($0.place, $0.code.rawValue, $0.message) < ($1.place, $1.code.rawValue, $1.message)
      }
  }
}
