#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Columns and rows of a terminal.
package struct WindowSize: Hashable, Sendable {
  package var columns: Int
  package var rows: Int

  /// Where the size cannot be had.
  package static let usual = WindowSize(columns: 80, rows: 24)

  package init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
  }

  /// The size of the terminal behind `descriptor`, or nil where there is none.
  package static func of(_ descriptor: Int32) -> WindowSize? {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return WindowSize(
      columns: Int(size.ws_col), rows: size.ws_row > 0 ? Int(size.ws_row) : usual.rows)
  }
}
