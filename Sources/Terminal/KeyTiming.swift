#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// How much work each key makes: from the key to the screen, in time of the processor, so that neither
/// waiting nor what else the machine does is counted.
package struct KeyTiming: Sendable {
  /// Nothing is measured unless this is set.
  package var isOn = false
  /// Microseconds for each key.
  private var times: [Int] = []
  private var begin: clock_t?

  package init() {}

  mutating func start() {
    if isOn, begin == nil { begin = clock() }
  }

  mutating func pause() {
    guard let begin else { return }
    times.append(Int(clock() - begin) * 1_000_000 / Int(CLOCKS_PER_SEC))
    self.begin = nil
  }

  /// Microseconds: the middle one, the one that 95 of 100 stay within, and the longest.
  package struct Summary: Sendable {
    package let count: Int
    package let middle: Int
    package let most: Int
    package let longest: Int
  }

  /// All keys but the first `skipped`, which have made the text; nil where nothing else was measured.
  package func summary(skipping skipped: Int = 0) -> Summary? {
    let sorted = times.dropFirst(skipped).sorted()
    guard let last = sorted.last else { return nil }
    return Summary(
      count: sorted.count, middle: sorted[sorted.count / 2], most: sorted[sorted.count * 95 / 100],
      longest: last)
  }
}
