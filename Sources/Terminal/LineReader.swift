/// Where the lines of a conversation come from.
package protocol LineReader: AnyObject {
  /// The next line without its newline, or nil at the end of the input or when the user leaves.
  func readLine() throws(ReadError) -> String?
}

/// Reads lines as they come, without drawing; the prompt, if any, goes to standard error.
package final class PlainLineReader: LineReader {
  private var reader: PlainReader
  private let prompt: String?
  private let history: History?

  /// `prompt`: nil for a pipe; for a terminal in plain mode a word or a sign.
  package init(descriptor: Int32 = 0, prompt: String? = nil, history: History? = nil) {
    reader = PlainReader(descriptor: descriptor)
    self.prompt = prompt
    self.history = history
  }

  package func readLine() throws(ReadError) -> String? {
    if let prompt { try? OutputStream.standardError.write(prompt) }
    guard let line = try reader.next() else {
      if prompt != nil { try? OutputStream.standardError.write("\n") }
      return nil
    }
    history?.add(line)
    return line
  }
}

/// Gives lines that are known beforehand; for tests.
package final class ScriptedReader: LineReader {
  private var lines: ArraySlice<String>

  package init(_ lines: [String]) {
    self.lines = lines[...]
  }

  package func readLine() -> String? {
    lines.popFirst()
  }
}
