internal import Synchronization

/// What is worked out once for each key, when it is first asked for, and kept; safe between threads.
package final class Kept<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private let values = Mutex<[Key: Value]>([:])
  /// Keys beyond so many are worked out afresh, so that no stream of noise fills the memory.
  private let limit: Int

  package init(limit: Int = .max) {
    self.limit = limit
  }

  /// `make` must give the same for the same key; two threads may call it at once.
  package func value(for key: Key, _ make: () -> Value) -> Value {
    if let known = values.withLock({ $0[key] }) { return known }
    let made = make()
    values.withLock { values in
      if values.count < limit { values[key] = made }
    }
    return made
  }
}
