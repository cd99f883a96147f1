/// Writes JSON with keys in a fixed order, which the encoders of Foundation do not promise.
///
/// It only writes; reading is left to a library.
package struct JSONText: Sendable {
  package private(set) var text = ""
  private var needsComma = false

  package init() {}

  package mutating func object(_ body: (inout JSONText) -> Void) {
    container("{", "}", body)
  }

  package mutating func array(_ body: (inout JSONText) -> Void) {
    container("[", "]", body)
  }

  package mutating func array(_ strings: [String]) {
    array { json in
      for string in strings { json.value(string) }
    }
  }

  package mutating func key(_ name: String) {
    separate()
    quote(name)
    text += ":"
    needsComma = false
  }

  package mutating func value(_ string: String?) {
    separate()
    if let string { quote(string) } else { text += "null" }
    needsComma = true
  }

  package mutating func value(_ number: Int) {
    raw(String(number))
  }

  package mutating func value(_ flag: Bool) {
    raw(flag ? "true" : "false")
  }

  /// Writes at most four decimals; what is not finite becomes `null`.
  package mutating func value(_ number: Double?) {
    guard let number, number.isFinite else { return raw("null") }
    let rounded = (number * 10_000).rounded() / 10_000
    raw(rounded == rounded.rounded() ? String(Int(rounded)) : String(rounded))
  }

  private mutating func raw(_ token: String) {
    separate()
    text += token
    needsComma = true
  }

  private mutating func container(
    _ open: String, _ close: String, _ body: (inout JSONText) -> Void
  ) {
    separate()
    text += open
    needsComma = false
    body(&self)
    text += close
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { text += "," }
    needsComma = false
  }

  private mutating func quote(_ string: String) {
    text += "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case let control where control.value < 0x20 || (0x7F...0x9F).contains(control.value):
        let hex = String(control.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}
