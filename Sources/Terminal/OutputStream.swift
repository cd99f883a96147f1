#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Why text could not be written.
package enum WriteError: Error, Equatable {
  /// The reader of the pipe has gone away; not a failure of ours.
  case closedPipe
  /// Error number of the system (`errno`).
  case system(Int32)
}

/// Writes text to a descriptor, whole or with an error.
///
/// The process must ignore `SIGPIPE` (`ignoreClosedPipes`), else a closed pipe kills it.
package struct OutputStream: Sendable {
  package static let standardOutput = OutputStream(descriptor: 1)
  package static let standardError = OutputStream(descriptor: 2)

  package let descriptor: Int32

  package init(descriptor: Int32) {
    self.descriptor = descriptor
  }

  package static func ignoreClosedPipes() {
    signal(SIGPIPE, SIG_IGN)
  }

  /// Whether the descriptor is a terminal.
  package var isTerminal: Bool { isatty(descriptor) == 1 }

  package func write(_ text: String) throws(WriteError) {
    var text = text
    var failure: WriteError?
    text.withUTF8 { failure = write($0) }
    if let failure { throw failure }
  }

  package func write(bytes: [UInt8]) throws(WriteError) {
    if let failure = bytes.withUnsafeBufferPointer(write) { throw failure }
  }

  private func write(_ bytes: UnsafeBufferPointer<UInt8>) -> WriteError? {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = Self.write(descriptor, UnsafeBufferPointer(rebasing: rest))
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if count < 0 && errno == EAGAIN {
        // A terminal that was left without blocking by another program.
        var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        poll(&waiting, 1, -1)
      } else if count < 0 && errno != EINTR {
        return errno == EPIPE ? .closedPipe : .system(errno)
      }
    }
    return nil
  }

  private static func write(_ descriptor: Int32, _ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    #if canImport(Glibc)
      Glibc.write(descriptor, bytes.baseAddress, bytes.count)
    #else
      Darwin.write(descriptor, bytes.baseAddress, bytes.count)
    #endif
  }
}
