internal import CLineEditor

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Shows text that is longer than the screen in `$PAGER`.
package enum Pager {
  /// Leaves short text on the screen, passes colour and does not clear the screen.
  private static let usual = "less -FRX"
  /// The same by the environment, so that a lesser `less` is not refused its options; besides, it ends
  /// with the text and says how to go on.
  private static let usualByEnvironment =
    #"LESS="${LESS-} "'-FRX -E -PsSpace goes on, q stops$'; export LESS; exec less"#

  /// The command: `$PAGER`, else the usual one; nil where the user wants none (`PAGER` empty or `cat`).
  package static func command(_ environment: [String: String]) -> String? {
    guard let pager = environment["PAGER"] else { return usual }
    let name = pager.drop { $0 == " " }
    if name.isEmpty || name == "cat" { return nil }
    // Without settings of its own, less would show escape codes as text.
    return name == "less" && environment["LESS"] == nil ? usual : pager
  }

  /// Rows that `text` takes on a screen of that width, escape codes not counted.
  package static func rows(of text: String, columns: Int) -> Int {
    var rows = 0
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    for line in lines {
      let width = DisplayWidth.of(EscapeCodes.removed(from: line))
      rows += max(1, (width + columns - 1) / max(1, columns))
    }
    return rows
  }

  /// Writes `text` to the screen, through the pager where it is longer than the screen and both ends
  /// are terminals. `isEnabled`: false for `--no-pager`.
  package static func show(
    _ text: String, environment: [String: String], isEnabled: Bool = true,
    output: OutputStream = .standardOutput
  ) throws(WriteError) {
    guard isEnabled, isatty(0) == 1, let size = WindowSize.of(output.descriptor),
      rows(of: text, columns: size.columns) >= size.rows, let command = command(environment),
      environment["TERM"] ?? "dumb" != "dumb", isThere(command, environment),
      page(text, through: command)
    else { return try write(text, to: output) }
  }

  /// Writes row by row, so that Ctrl-C stops it on a slow terminal; what was shown stays, and is marked.
  private static func write(_ text: String, to output: OutputStream) throws(WriteError) {
    var rest = text[...]
    while !rest.isEmpty {
      if TerminalSession.takeInterrupt() { return try output.write("(stopped)\n") }
      let end = rest.firstIndex(of: "\n").map(rest.index(after:)) ?? rest.endIndex
      try output.write(String(rest[..<end]))
      rest = rest[end...]
    }
  }

  /// Whether the first word of the command is a program, so that the shell need not complain. A word that
  /// only the shell can read counts as one.
  private static func isThere(_ command: String, _ environment: [String: String]) -> Bool {
    let name = command.drop { $0 == " " }.prefix { $0 != " " }
    let isPath = name.utf8.allSatisfy { byte in
      UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20
        || UInt8(ascii: "-")...UInt8(ascii: "9") ~= byte
    }
    guard isPath else { return true }
    if name.contains("/") { return access(String(name), X_OK) == 0 }
    let folders = (environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":")
    return folders.contains { access("\($0)/\(name)", X_OK) == 0 }
  }

  /// False where the pager fails of its own accord, so that the text may not have been seen.
  private static func page(_ text: String, through command: String) -> Bool {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { return false }
    _ = fcntl(ends[1], F_SETFD, FD_CLOEXEC)
    let before = signal(SIGPIPE, SIG_IGN)
    defer { _ = signal(SIGPIPE, before) }
    let status = TerminalSession.lent { () -> Int32 in
      let process = le_start(
        command == usual ? usualByEnvironment : ShellCommand.replacingShell(command), "", ends[0])
      close(ends[0])
      guard process >= 0 else {
        close(ends[1])
        return 127
      }
      // A reader that leaves early is no error.
      try? OutputStream(descriptor: ends[1]).write(text)
      close(ends[1])
      return le_wait(process)
    }
    // Ctrl-C in the pager is the pager's, and some end with a failure then.
    let isInterrupted = le_guard_take_interrupt()
    return status == 0 || status >= 128 || isInterrupted
  }
}
