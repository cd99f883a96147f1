import Terminal

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

private final class Message {
  let text: String
  let delay: UInt32

  init(_ text: String, delay: UInt32) {
    self.text = text
    self.delay = delay
  }
}

/// Posts from another thread, some time later.
func post(_ text: String, afterMilliseconds delay: UInt32) {
  let message = Unmanaged.passRetained(Message(text, delay: delay)).toOpaque()
  var thread = pthread_t()
  pthread_create(&thread, nil, wait, message)
}

private func wait(_ message: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  guard let message else { return nil }
  let kept = Unmanaged<Message>.fromOpaque(message).takeRetainedValue()
  usleep(kept.delay * 1_000)
  LineEditor.post(kept.text)
  return nil
}
