import CPseudoTerminal
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A program on a pseudo-terminal, and the screen that it writes to.
///
/// Nothing is timed: a test waits for what it wants to see, and gives up when nothing came for about a
/// minute (`TEST_PATIENCE` seconds). Looks are counted, not the clock: a machine that stood still
/// meanwhile fails no test.
final class PseudoTerminal {
  static let patience = getenv("TEST_PATIENCE").flatMap { Int(String(cString: $0)) } ?? 60
  /// Looks of 50 milliseconds.
  private static let looks = patience * 20

  private(set) var screen: ScreenEmulator
  /// All that the program has written.
  private(set) var written: [UInt8] = []
  let process: Int32
  private let descriptor: Int32
  private let modesBefore: termios
  private var status: Int32?

  struct CannotStart: Error {
    var program: String
    var code: Int32
  }

  init(
    _ program: String, _ arguments: [String] = [], environment: [String: String] = [:],
    columns: Int = 80, rows: Int = 24
  ) throws {
    let words = CStrings([program] + arguments)
    let variables = CStrings(environment.map { "\($0.key)=\($0.value)" }.sorted())
    var descriptor: Int32 = -1
    var modes = termios()
    process = pt_start(
      program, words.pointers, variables.pointers, Int32(columns), Int32(rows), &descriptor, &modes)
    guard process > 0 else { throw CannotStart(program: program, code: errno) }
    self.descriptor = descriptor
    modesBefore = modes
    screen = ScreenEmulator(columns: columns, rows: rows)
    _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
  }

  deinit {
    if status == nil { kill(process, SIGKILL) }
    close(descriptor)
  }

  func joinEmoji(_ joins: Bool) { screen.joinsEmoji = joins }

  // MARK: - Doing

  func type(_ keys: String) {
    type(bytes: Array(keys.utf8))
  }

  func type(bytes: [UInt8]) {
    var rest = bytes[...]
    var vain = 0
    while !rest.isEmpty, vain < Self.looks {
      let part = Array(rest.prefix(1_000))
      let count = write(descriptor, part, part.count)
      if count > 0 { rest = rest.dropFirst(count) } else if !read(within: 50) { vain += 1 }
    }
  }

  func resize(columns: Int, rows: Int) {
    read(within: 0)
    screen.resize(columns: columns, rows: rows)
    pt_resize(descriptor, Int32(columns), Int32(rows))
  }

  func send(signal number: Int32) { kill(process, number) }

  // MARK: - Waiting

  /// Reads until `condition` holds; records an issue with the screen where it does not.
  @discardableResult
  func wait(
    _ what: String, sourceLocation: SourceLocation = #_sourceLocation,
    until condition: (ScreenEmulator) -> Bool
  ) -> Bool {
    var vain = 0
    while true {
      if condition(screen) { return true }
      if vain > Self.looks || (hasEnded && !read(within: 0)) {
        if condition(screen) { return true }
        let shown = screen.text.joined(separator: "\n")
        Issue.record(
          "waited for \(what); the cursor is in '\(screen.cursorLine)' of\n\(shown)",
          sourceLocation: sourceLocation)
        return false
      }
      if !read(within: 50) { vain += 1 }
    }
  }

  @discardableResult
  func wait(
    forText text: String, sourceLocation: SourceLocation = #_sourceLocation
  ) -> Bool {
    wait("'\(text)'", sourceLocation: sourceLocation) { screen in
      screen.unwrappedText.contains { $0.contains(text) }
    }
  }

  @discardableResult
  func wait(
    forCursor line: String, sourceLocation: SourceLocation = #_sourceLocation
  ) -> Bool {
    wait("the cursor in '\(line)'", sourceLocation: sourceLocation) { $0.cursorLine == line }
  }

  /// Waits until the screen ends in these rows; a part of a row may come later than the rest.
  @discardableResult
  func wait(
    forRows rows: [String], sourceLocation: SourceLocation = #_sourceLocation
  ) -> Bool {
    wait("the rows \(rows)", sourceLocation: sourceLocation) {
      $0.text.suffix(rows.count).elementsEqual(rows)
    }
  }

  /// The exit status, 128 plus the number of the signal that ended it, or nil after long waiting.
  func waitForExit() -> Int32? {
    var vain = 0
    while !hasEnded && vain < Self.looks {
      if !read(within: 50) { vain += 1 }
    }
    while read(within: 0) {}
    return status
  }

  private var hasEnded: Bool {
    if status == nil {
      let code = pt_poll_exit(process)
      if code >= 0 { status = code }
    }
    return status != nil
  }

  /// Reads what there is; false where there was nothing.
  @discardableResult
  private func read(within milliseconds: Int32) -> Bool {
    var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    guard poll(&waiting, 1, milliseconds) > 0 else { return false }
    var bytes = [UInt8](repeating: 0, count: 65_536)
    let count = Glibc.read(descriptor, &bytes, bytes.count)
    guard count > 0 else {
      // The other side is closed; do not turn in circles until the program has ended.
      if milliseconds > 0 { usleep(UInt32(milliseconds) * 500) }
      return false
    }
    written += bytes[..<count]
    screen.feed(bytes[..<count])
    return true
  }

  // MARK: - Modes

  /// What differs between the modes of the terminal now and before the program was started.
  var changedModes: [String] {
    var now = termios()
    guard tcgetattr(descriptor, &now) == 0 else { return ["cannot be read"] }
    var changed: [String] = []
    if now.c_iflag != modesBefore.c_iflag { changed.append("input") }
    if now.c_oflag != modesBefore.c_oflag { changed.append("output") }
    if now.c_cflag != modesBefore.c_cflag { changed.append("control") }
    if now.c_lflag != modesBefore.c_lflag { changed.append("local") }
    let characters = withUnsafeBytes(of: now.c_cc) { Array($0) }
    if characters != withUnsafeBytes(of: modesBefore.c_cc, { Array($0) }) {
      changed.append("characters")
    }
    if screen.takesPastes { changed.append("bracketed paste") }
    return changed
  }
}

/// Strings for C, ended by NULL; freed with the object.
private final class CStrings {
  let pointers: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>
  private let count: Int

  init(_ strings: [String]) {
    count = strings.count
    pointers = .allocate(capacity: count + 1)
    for (index, string) in strings.enumerated() { pointers[index] = strdup(string) }
    pointers[count] = nil
  }

  deinit {
    for index in 0..<count { free(pointers[index]) }
    pointers.deallocate()
  }
}
