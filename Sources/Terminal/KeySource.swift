internal import CLineEditor

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Waits for keys and for what the signal handlers tell.
struct KeySource {
  enum Event {
    case key(Key)
    /// Something happened to the terminal; see `le_guard_take_events`.
    case told
    case end
    case failed(Int32)
  }

  /// How long an Escape waits for the rest of its sequence, in milliseconds. Terminals send a sequence
  /// at once; a slow line may tear it apart.
  static let escapeWait: Int32 = 40

  let descriptor: Int32
  var decoder = KeyDecoder()
  /// Decoded keys that were looked at and not yet taken.
  private var ahead: Key?
  private var isAtEnd = false

  init(descriptor: Int32) {
    self.descriptor = descriptor
  }

  /// Makes `key` the next one again.
  mutating func putBack(_ key: Key) {
    ahead = key
  }

  /// Whether a key can be had without waiting, so that painting can be left for later.
  mutating func hasKey() -> Bool {
    if ahead != nil { return true }
    ahead = decoder.next()
    if ahead != nil { return true }
    return ready(within: 0).input
  }

  mutating func next() -> Event {
    while true {
      if let key = ahead ?? decoder.next() {
        ahead = nil
        return .key(key)
      }
      guard !isAtEnd else { return .end }
      let state = ready(within: decoder.isWaiting ? Self.escapeWait : -1)
      if state.told { return .told }
      guard state.input else {
        if let key = decoder.next(atPause: true) { return .key(key) }
        continue
      }
      var bytes = [UInt8](repeating: 0, count: 4096)
      let count = read(descriptor, &bytes, bytes.count)
      if count > 0 {
        decoder.feed(bytes[..<count])
      } else if count == 0 {
        isAtEnd = true
      } else if errno == EIO {
        // The terminal has gone away.
        isAtEnd = true
      } else if errno != EINTR && errno != EAGAIN {
        return .failed(errno)
      }
    }
  }

  /// Waits for input or for a tale of the signal handlers; `wait` in milliseconds, -1 for ever.
  private func ready(within wait: Int32) -> (input: Bool, told: Bool) {
    var waiting = [
      pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
      pollfd(fd: le_guard_descriptor(), events: Int16(POLLIN), revents: 0),
    ]
    let count = poll(&waiting, 2, wait)
    guard count > 0 else { return (false, false) }
    return (waiting[0].revents != 0, waiting[1].revents & Int16(POLLIN) != 0)
  }
}
