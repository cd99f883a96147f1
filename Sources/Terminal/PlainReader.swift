#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Why a line could not be read.
package struct ReadError: Error, Equatable {
  /// Error number of the system (`errno`).
  package var code: Int32
}

/// Reads lines from a pipe, a file or a terminal without drawing anything.
///
/// Invalid UTF-8 is repaired with U+FFFD, a carriage return before the newline is dropped, and the last
/// line counts without a newline. A line longer than `longestLine` bytes is cut there; the rest of it is
/// skipped, so that one line of input stays one turn.
package struct PlainReader: ~Copyable {
  package static let longestLine = 8 << 20

  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private var start = 0
  private var isAtEnd = false

  package init(descriptor: Int32 = 0) {
    self.descriptor = descriptor
  }

  /// The next line without its newline, or nil at the end of the input.
  package mutating func next() throws(ReadError) -> String? {
    var line: [UInt8] = []
    while true {
      if start == buffer.count {
        guard try fill() else { break }
      }
      let newline = buffer[start...].firstIndex(of: UInt8(ascii: "\n"))
      let end = newline ?? buffer.count
      let room = max(0, Self.longestLine - line.count)
      line += buffer[start..<min(end, start + room)]
      guard newline != nil else {
        start = buffer.count
        continue
      }
      start = end + 1
      return text(line)
    }
    return line.isEmpty ? nil : text(line)
  }

  private func text(_ line: [UInt8]) -> String {
    let body = line.last == UInt8(ascii: "\r") ? line.dropLast() : line[...]
    return String(decoding: body, as: UTF8.self)
  }

  /// Reads more bytes; false at the end of the input.
  private mutating func fill() throws(ReadError) -> Bool {
    guard !isAtEnd else { return false }
    start = 0
    while true {
      var count = 0
      buffer = [UInt8](unsafeUninitializedCapacity: 65_536) { bytes, initialised in
        count = read(descriptor, bytes.baseAddress, bytes.count)
        initialised = max(0, count)
      }
      if count > 0 { return true }
      if count == 0 {
        isAtEnd = true
        return false
      }
      let code = errno
      if code == EINTR { continue }
      throw ReadError(code: code)
    }
  }
}
