/// Text as lines and back, to the byte.
enum SourceLines {
  /// Lines without their newline; a carriage return stays, so that joining gives the text back.
  static func split(_ text: String) -> [String] {
    var lines: [String] = []
    let bytes = text.utf8
    var start = bytes.startIndex
    for place in bytes.indices where bytes[place] == UInt8(ascii: "\n") {
      lines.append(String(text[start..<place]))
      start = bytes.index(after: place)
    }
    lines.append(String(text[start...]))
    return lines
  }

  static func join(_ lines: [String]) -> String {
    lines.joined(separator: "\n")
  }

  /// The line without the carriage return that it may end in.
  static func withoutReturn(_ line: String) -> String {
    line.utf8.last == UInt8(ascii: "\r") ? String(line.unicodeScalars.dropLast()) : line
  }
}
