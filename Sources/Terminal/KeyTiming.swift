/// How long the work for each key took: from the key to the screen, waiting not counted.
package struct KeyTiming: Sendable {
  /// Nothing is measured unless this is set.
  package var isOn = false
  package private(set) var durations: [Duration] = []
  private var begin: ContinuousClock.Instant?

  package init() {}

  mutating func start() {
    if isOn, begin == nil { begin = .now }
  }

  mutating func pause() {
    guard let begin else { return }
    durations.append(begin.duration(to: .now))
    self.begin = nil
  }

  /// Durations in microseconds: the middle one, the one that 95 of 100 stay within, and the longest.
  package struct Summary: Sendable {
    package let count: Int
    package let middle: Int
    package let most: Int
    package let longest: Int
  }

  /// All keys but the first `skipped`, which have made the text; nil where nothing else was measured.
  package func summary(skipping skipped: Int = 0) -> Summary? {
    let sorted = durations.dropFirst(skipped).sorted()
    guard let last = sorted.last else { return nil }
    return Summary(
      count: sorted.count, middle: Self.microseconds(sorted[sorted.count / 2]),
      most: Self.microseconds(sorted[sorted.count * 95 / 100]), longest: Self.microseconds(last))
  }

  private static func microseconds(_ duration: Duration) -> Int {
    Int(duration.components.seconds) * 1_000_000
      + Int(duration.components.attoseconds / 1_000_000_000_000)
  }
}
