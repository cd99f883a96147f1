internal import CLineEditor

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Lets the user write a text in `$VISUAL`, `$EDITOR` or `vi`.
package enum ExternalEditor {
  package enum Failure: Error, Hashable, Sendable, CustomStringConvertible {
    case temporaryFile(code: Int32)
    case cannotStart(String)
    /// The editor said that the text shall not be used.
    case status(String, Int32)

    package var description: String {
      switch self {
      case .temporaryFile(let code):
        "no temporary file for the editor: \(String(cString: strerror(code)))"
      case .cannotStart(let editor): "cannot start the editor '\(editor)'"
      case .status(let editor, let status):
        "the editor '\(editor)' ended with status \(status); the text stays as it was"
      }
    }
  }

  package static func name(_ environment: [String: String]) -> String {
    for variable in ["VISUAL", "EDITOR"] {
      if let name = environment[variable], !name.isEmpty { return name }
    }
    return "vi"
  }

  /// The text as it is when the editor ends, without a newline at its end. The terminal is the editor's
  /// meanwhile.
  package static func edit(
    _ text: String, environment: [String: String]
  ) throws(Failure) -> String {
    let editor = name(environment)
    var folder = environment["TMPDIR"] ?? ""
    if !folder.hasPrefix("/") { folder = "/tmp" }
    var template = Array("\(folder)/firststep.XXXXXX.txt".utf8CString)
    let descriptor = mkstemps(&template, 4)
    guard descriptor >= 0 else { throw .temporaryFile(code: errno) }
    let path = String(
      decoding: template.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    defer { unlink(path) }
    do throws(WriteError) {
      try OutputStream(descriptor: descriptor).write(text.isEmpty ? "" : text + "\n")
      close(descriptor)
    } catch {
      close(descriptor)
      throw .temporaryFile(code: errno)
    }
    let mode = le_guard_mode()
    le_guard_set(le_mode_original)
    defer { le_guard_set(mode) }
    let process = le_start(ShellCommand.replacingShell(editor) + " \"$1\"", path, -1)
    guard process >= 0 else { throw .cannotStart(editor) }
    let status = le_wait(process)
    // Ctrl-C in the editor is the editor's.
    _ = le_guard_take_interrupt()
    guard status != 127 else { throw .cannotStart(editor) }
    guard status == 0 else { throw .status(editor, status) }
    return try read(path)
  }

  private static func read(_ path: String) throws(Failure) -> String {
    // The editor may have replaced the file by another.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .temporaryFile(code: errno) }
    defer { close(descriptor) }
    var reader = PlainReader(descriptor: descriptor)
    var lines: [String] = []
    do throws(ReadError) {
      while let line = try reader.next() { lines.append(line) }
    } catch {
      throw .temporaryFile(code: error.code)
    }
    while lines.last?.isEmpty == true { lines.removeLast() }
    return KeyDecoder.clean(lines.joined(separator: "\n").utf8)
  }
}

extension LineEditor {
  /// Lets the user go on with the line in the editor.
  func editInEditor() {
    write(painter.leave())
    do throws(ExternalEditor.Failure) {
      let edited = try ExternalEditor.edit(
        fold.unfold(text.string), environment: configuration.environment)
      replace(with: LineText(fold.fold(edited)))
    } catch {
      write("\(error)\r\n")
    }
    size = WindowSize.of(output.descriptor) ?? .usual
  }
}
