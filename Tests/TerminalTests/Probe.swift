import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The small program that reads lines with the editor (`Tests/LineEditorProbe`), and a folder for it.
final class Probe {
  let folder: String
  var arguments: [String] = []
  var environment: [String: String]

  var historyPath: String { folder + "/state/history" }

  /// Unless `locale` says otherwise, vi is tried where the locale has no letters beyond ASCII.
  init(mode: String = "emacs", locale: String? = nil, settings: String = "") throws {
    var template = Array("/tmp/line-editor-tests.XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw CannotPrepare(code: errno) }
    folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    environment = [
      "HOME": folder, "TERM": "xterm-256color",
      "LC_ALL": locale ?? (mode == "vi" ? "C" : "C.UTF-8"), "PATH": "/usr/bin:/bin",
    ]
    arguments = ["--history", historyPath]
    let lines = (mode == "vi" ? "bind -v\n" : "") + settings
    if !lines.isEmpty { write(lines, to: ".editrc") }
  }

  deinit {
    removeAll(in: folder)
  }

  struct CannotPrepare: Error {
    var code: Int32
  }

  static var path: String { path(of: "line-editor-probe") }

  /// Where SwiftPM puts executables: beside the test bundle.
  static func path(of program: String) -> String {
    var buffer = [CChar](repeating: 0, count: 4096)
    #if canImport(Glibc)
      let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
      let own = String(
        decoding: buffer[..<max(0, count)].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    #else
      let own = CommandLine.arguments[0]
    #endif
    var parts = own.split(separator: "/")
    while let last = parts.last {
      parts.removeLast()
      let candidate = "/" + parts.joined(separator: "/") + "/" + program
      if access(candidate, X_OK) == 0 { return candidate }
      if last == ".build" { break }
    }
    return program
  }

  /// Starts it and waits for the prompt.
  func start(columns: Int = 80, rows: Int = 24, prompt: String = "> ") throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(
      Self.path, arguments, environment: environment, columns: columns, rows: rows)
    terminal.wait("the prompt") { $0.takesPastes && $0.cursorLine.hasPrefix(prompt) }
    return terminal
  }

  // MARK: - Files

  func path(_ name: String) -> String { folder + "/" + name }

  func write(_ text: String, to name: String, mode: mode_t = 0o600) {
    let descriptor = open(path(name), O_WRONLY | O_CREAT | O_TRUNC, mode)
    let bytes = Array(text.utf8)
    _ = Glibc.write(descriptor, bytes, bytes.count)
    close(descriptor)
  }

  func read(_ name: String) -> String? {
    guard let file = fopen(path(name), "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      if count == 0 { return String(decoding: bytes, as: UTF8.self) }
      bytes += buffer[..<count]
    }
  }

  func mode(_ name: String) -> mode_t? {
    var facts = stat()
    return stat(path(name), &facts) == 0 ? facts.st_mode & 0o777 : nil
  }

  func names(in name: String) -> [String] {
    guard let directory = opendir(path(name)) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let text = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if text != "." && text != ".." { names.append(text) }
    }
    return names.sorted()
  }

  private func removeAll(in folder: String) {
    let relative = String(folder.dropFirst(self.folder.count + 1))
    for name in names(in: relative.isEmpty ? "." : relative) {
      let whole = folder + "/" + name
      if unlink(whole) != 0 {
        chmod(whole, 0o700)
        removeAll(in: whole)
      }
    }
    rmdir(folder)
  }
}
