/// A mapping whose keys are known, read key by key.
///
/// A key that is needed and missing (or null) is reported at the mapping; the reader then returns
/// an empty value and goes on. Keys that may be missing have `optional` in their reader's name, and
/// lists that may be missing are simply empty.
package struct YAMLMapping {
  package let cursor: YAMLCursor
  /// What the mapping is, for messages: "claim".
  package let what: String
  private let values: [String: YAMLCursor]

  init(cursor: YAMLCursor, what: String, values: [String: YAMLCursor]) {
    self.cursor = cursor
    self.what = what
    self.values = values
  }

  package var place: Place { cursor.place }
  package var log: DiagnosticLog { cursor.log }

  /// The node at a key, or nil where the key is missing or its value is null.
  package func optional(_ key: String) -> YAMLCursor? {
    guard let value = values[key], !value.isNull else { return nil }
    return value
  }

  /// The node at a key that must be there; nil after an error where it is not.
  package func required(_ key: String) -> YAMLCursor? {
    if let value = optional(key) { return value }
    (values[key] ?? cursor).error(.missingKey, "a \(what) needs '\(key)'")
    return nil
  }

  /// Text that must be there and not be empty; "" after an error where it is not.
  package func string(_ key: String) -> String {
    placedString(key)?.value ?? ""
  }

  package func optionalString(_ key: String) -> String? {
    optional(key)?.string()
  }

  /// Text that must be there and not be empty, with its place.
  package func placedString(_ key: String) -> Placed<String>? {
    guard let text = required(key)?.placedString() else { return nil }
    if text.value.isEmpty {
      log.error(.missingKey, at: text.place, "'\(key)' of a \(what) is empty")
    }
    return text
  }

  /// A list of texts; empty where the key is missing.
  package func strings(_ key: String) -> [String] {
    optional(key)?.strings() ?? []
  }

  package func placedStrings(_ key: String) -> [Placed<String>] {
    optional(key)?.placedStrings() ?? []
  }

  /// A list of texts that must be there and hold at least one.
  package func requiredStrings(_ key: String) -> [String] {
    guard let value = required(key) else { return [] }
    let strings = value.strings()
    if strings.isEmpty { value.error(.missingKey, "'\(key)' of a \(what) is empty") }
    return strings
  }

  /// The elements of a list; empty where the key is missing.
  package func list(_ key: String) -> [YAMLCursor] {
    optional(key)?.list() ?? []
  }

  /// The elements of a list that must be there and hold at least one.
  package func requiredList(_ key: String) -> [YAMLCursor] {
    guard let value = required(key) else { return [] }
    let list = value.list()
    if list.isEmpty { value.error(.missingKey, "'\(key)' of a \(what) is empty") }
    return list
  }

  package func optionalInt(_ key: String) -> Int? {
    optional(key)?.int()
  }

  package func int(_ key: String) -> Int? {
    required(key)?.int()
  }

  package func bool(_ key: String, default value: Bool) -> Bool {
    optional(key)?.bool() ?? value
  }

  /// The case of an enum whose raw values are the valid words; nil after an error.
  package func value<Value>(
    _ key: String, of type: Value.Type
  ) -> Value? where Value: RawRepresentable & CaseIterable, Value.RawValue == String {
    required(key)?.value(of: type, what: key)
  }

  /// The cases of an enum named in a list; unknown words are reported and left out.
  package func values<Value>(
    _ key: String, of type: Value.Type, what: String
  ) -> [Value] where Value: RawRepresentable & CaseIterable, Value.RawValue == String {
    list(key).compactMap { $0.value(of: type, what: what) }
  }
}
