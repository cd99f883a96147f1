import Language
internal import Yams

/// A node of a YAML file, with readers that report what does not fit and go on.
///
/// Every reader returns something usable after it has reported, so that one run finds all mistakes.
/// Values are read leniently: numbers count as strings where a string is wanted.
package struct YAMLCursor {
  let node: Node
  /// Path of the file as it is shown.
  package let path: String
  package let log: DiagnosticLog

  init(_ node: Node, path: String, log: DiagnosticLog) {
    self.node = node
    self.path = path
    self.log = log
  }

  /// Where the node begins.
  package var place: Place {
    Place(path: path, line: node.mark?.line, column: node.mark?.column)
  }

  package var isNull: Bool {
    guard case .scalar(let scalar) = node, scalar.style == .plain else { return false }
    return ["", "~", "null", "Null", "NULL"].contains(scalar.string)
  }

  package func error(_ code: DiagnosticCode, _ message: String, hint: String? = nil) {
    log.error(code, at: place, message, hint: hint)
  }

  package func warning(_ code: DiagnosticCode, _ message: String, hint: String? = nil) {
    log.warning(code, at: place, message, hint: hint)
  }

  /// The text of a scalar, blanks at the ends removed; nil after an error for anything else.
  package func string() -> String? {
    guard case .scalar(let scalar) = node, !isNull else {
      error(.wrongKind, "expected text, found \(kindName)")
      return nil
    }
    return scalar.string.trimmingBlanks
  }

  /// The text of a scalar together with its place.
  package func placedString() -> Placed<String>? {
    string().map { Placed($0, at: place) }
  }

  package func int() -> Int? {
    guard case .scalar(let scalar) = node, let value = Int(scalar.string) else {
      error(.wrongKind, "expected a whole number, found \(kindName)")
      return nil
    }
    return value
  }

  package func double() -> Double? {
    guard case .scalar(let scalar) = node, let value = Double(scalar.string) else {
      error(.wrongKind, "expected a number, found \(kindName)")
      return nil
    }
    return value
  }

  package func bool() -> Bool? {
    if case .scalar(let scalar) = node {
      switch scalar.string {
      case "true", "True", "yes": return true
      case "false", "False", "no": return false
      default: break
      }
    }
    error(.wrongKind, "expected true or false, found \(kindName)")
    return nil
  }

  /// The case of an enum whose raw values are the valid words.
  package func value<Value>(
    of type: Value.Type, what: String
  ) -> Value? where Value: RawRepresentable & CaseIterable, Value.RawValue == String {
    guard let text = string() else { return nil }
    if let value = Value(rawValue: text) { return value }
    error(
      .badValue, "unknown \(what) '\(text)'",
      hint: NearestName.hint(for: text, in: Value.allCases.map(\.rawValue)))
    return nil
  }

  /// The elements of a list; none after an error for anything else.
  package func list() -> [YAMLCursor] {
    guard case .sequence(let sequence) = node else {
      error(.wrongKind, "expected a list, found \(kindName)")
      return []
    }
    return sequence.map { YAMLCursor($0, path: path, log: log) }
  }

  package func strings() -> [String] {
    list().compactMap { $0.string() }
  }

  package func placedStrings() -> [Placed<String>] {
    list().compactMap { $0.placedString() }
  }

  /// The entries of a mapping, in the order of the file, when its keys are names of its own and
  /// not known beforehand; none after an error for anything else.
  package func entries() -> [(key: Placed<String>, value: YAMLCursor)] {
    guard case .mapping(let mapping) = node else {
      error(.wrongKind, "expected keys and values, found \(kindName)")
      return []
    }
    return mapping.compactMap { key, value in
      YAMLCursor(key, path: path, log: log).placedString()
        .map { ($0, YAMLCursor(value, path: path, log: log)) }
    }
  }

  /// The mapping at this node, where only `keys` are valid; each other key is an error. `what`
  /// says what is read ("claim"). nil after an error for anything but a mapping.
  package func mapping(_ what: String, keys: [String]) -> YAMLMapping? {
    guard case .mapping(let mapping) = node else {
      error(.wrongKind, "expected a \(what) with keys and values, found \(kindName)")
      return nil
    }
    var values: [String: YAMLCursor] = [:]
    for (key, value) in mapping {
      let key = YAMLCursor(key, path: path, log: log)
      guard let name = key.string() else { continue }
      guard keys.contains(name) else {
        key.error(
          .unknownKey, "unknown key '\(name)' in a \(what)",
          hint: NearestName.hint(for: name, in: keys))
        continue
      }
      values[name] = YAMLCursor(value, path: path, log: log)
    }
    return YAMLMapping(cursor: self, what: what, values: values)
  }

  /// What the node is, for messages.
  private var kindName: String {
    switch node {
    case .scalar(let scalar): isNull ? "nothing" : "'\(scalar.string.prefix(30))'"
    case .mapping: "keys and values"
    case .sequence: "a list"
    case .alias: "an alias"
    }
  }
}

extension String {
  /// The text without blanks and line ends at its ends.
  var trimmingBlanks: String {
    let isBlank: (Character) -> Bool = { $0.isWhitespace }
    guard let first = firstIndex(where: { !isBlank($0) }),
      let last = lastIndex(where: { !isBlank($0) })
    else { return "" }
    return String(self[first...last])
  }
}
