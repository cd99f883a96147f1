/// Something that is wrong with a knowledge folder, and where.
package struct Diagnostic: Hashable, Sendable {
  package enum Severity: String, Sendable {
    case error, warning
  }

  package var severity: Severity
  package var code: DiagnosticCode
  package var place: Place
  /// What is wrong, in one line without a full stop.
  package var message: String
  /// What to do about it, or the nearest valid name; nil where there is nothing to add.
  package var hint: String?

  package init(
    _ severity: Severity, _ code: DiagnosticCode, at place: Place, _ message: String,
    hint: String? = nil
  ) {
    self.severity = severity
    self.code = code
    self.place = place
    self.message = message
    self.hint = hint
  }
}

extension Diagnostic: CustomStringConvertible {
  /// `path:line:column: error: message [K101]`, as compilers print it and build tools read it.
  package var description: String {
    "\(place): \(severity.rawValue): \(message) [\(code.rawValue)]"
  }
}

/// A position in a file of the knowledge folder.
package struct Place: Hashable, Sendable {
  /// Path of the file as a person at the terminal can open it.
  package var path: String
  /// From 1; nil where the whole file is meant.
  package var line: Int?
  /// From 1, in Unicode scalars.
  package var column: Int?

  package init(path: String, line: Int? = nil, column: Int? = nil) {
    self.path = path
    self.line = line
    self.column = column
  }
}

extension Place: Comparable {
  package static func < (left: Place, right: Place) -> Bool {
    (left.path, left.line ?? 0, left.column ?? 0) < (right.path, right.line ?? 0, right.column ?? 0)
  }
}

extension Place: CustomStringConvertible {
  package var description: String {
    var text = path
    if let line { text += ":\(line)" }
    if line != nil, let column { text += ":\(column)" }
    return text
  }
}

/// A value together with the place where it is written.
package struct Placed<Value: Hashable & Sendable>: Hashable, Sendable {
  package var value: Value
  package var place: Place

  package init(_ value: Value, at place: Place) {
    self.value = value
    self.place = place
  }
}
