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

  /// The middle and the longest duration in microseconds; nil where nothing was measured.
  package var summary: (count: Int, middle: Int, longest: Int)? {
    let sorted = durations.sorted()
    guard let last = sorted.last else { return nil }
    return (sorted.count, Self.microseconds(sorted[sorted.count / 2]), Self.microseconds(last))
  }

  private static func microseconds(_ duration: Duration) -> Int {
    Int(duration.components.seconds) * 1_000_000
      + Int(duration.components.attoseconds / 1_000_000_000_000)
  }
}
