internal import CLineEditor

/// The terminal while a conversation goes on: its modes are kept, and given back on every way out.
package enum TerminalSession {
  /// Whether Ctrl-C was pressed since the last line was read; clears it.
  ///
  /// Ask after each part of a long answer, and stop there.
  package static func takeInterrupt() -> Bool { le_guard_take_interrupt() }

  package static var isInterrupted: Bool { le_guard_is_interrupted() }

  /// Runs `body` with the terminal as the program found it, for another program that uses it.
  package static func lent<Value, Failure: Error>(
    _ body: () throws(Failure) -> Value
  ) throws(Failure) -> Value {
    let mode = le_guard_mode()
    le_guard_set(le_mode_original)
    defer { le_guard_set(mode) }
    return try body()
  }
}
