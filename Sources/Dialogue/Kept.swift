internal import Synchronization

/// What is worked out once for each key, when it is first asked for, and kept; safe between threads.
final class Kept<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private let values = Mutex<[Key: Value]>([:])
  /// Keys beyond so many are worked out afresh, so that no stream of noise fills the memory.
  private let limit: Int

  init(limit: Int = .max) {
    self.limit = limit
  }

  func value(for key: Key, _ make: () -> Value) -> Value {
    values.withLock { values in
      if let known = values[key] { return known }
      let made = make()
      if values.count < limit { values[key] = made }
      return made
    }
  }
}
