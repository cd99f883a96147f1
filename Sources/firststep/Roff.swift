/// Text for man(7).
struct Roff {
  private(set) var text = ""

  mutating func line(_ line: String) { text += line + "\n" }

  mutating func section(_ title: String) { line(".SH \"" + title.uppercased() + "\"") }

  mutating func subsection(_ title: String) { line(".SS \"" + Self.escaped(title) + "\"") }

  mutating func paragraph(_ text: String) {
    line(".PP")
    body(text)
  }

  /// A term under which its explanation follows: names in bold, the value in italics.
  mutating func term(_ names: [String], value: String?) {
    line(".TP")
    let bold = names.map { "\\fB" + Self.escaped($0) + "\\fR" }.joined(separator: ", ")
    line(bold + (value.map { " \\fI" + Self.escaped($0) + "\\fR" } ?? ""))
  }

  mutating func body(_ text: String) {
    let escaped = Self.escaped(text)
    // A point or an apostrophe at the start of a line would be a request.
    line(escaped.first == "." || escaped.first == "'" ? "\\&" + escaped : escaped)
  }

  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for character in text {
      switch character {
      case "\\": escaped += "\\e"
      case "-": escaped += "\\-"
      case "\u{201C}": escaped += "\\(lq"
      case "\u{201D}": escaped += "\\(rq"
      case "\"": escaped += "\\(dq"
      case "\n": escaped += " "
      default: escaped.append(character)
      }
    }
    return escaped
  }
}
