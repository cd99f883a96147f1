/// A number of something in a message: "3-4 miles", "six out of ten", "a couple of weeks", "10k".
package struct Quantity: Hashable, Sendable {
  package enum Unit: String, CaseIterable, Hashable, Sendable {
    case seconds, minutes, hours, days, weeks, months, years
    case kilometres, miles, metres
    case percent
    /// On the scale of pain: "6/10", "six out of ten".
    case outOfTen = "out-of-ten"
    case times, steps
  }

  /// What a word before the number makes of it.
  package enum Qualifier: String, Hashable, Sendable {
    case exactly, about
    case atLeast = "at-least"
    case atMost = "at-most"
  }

  package var lower: Double
  /// Equal to `lower` unless a range was given.
  package var upper: Double
  /// Nil for a bare number: "about a four".
  package var unit: Unit?
  package var qualifier: Qualifier
  /// Indices of its tokens, qualifier and unit included.
  package var tokens: Range<Int>

  package init(
    lower: Double, upper: Double, unit: Unit?, qualifier: Qualifier, tokens: Range<Int>
  ) {
    self.lower = lower
    self.upper = upper
    self.unit = unit
    self.qualifier = qualifier
    self.tokens = tokens
  }

  /// Both ends in days (a month is 30.4 days), or nil where it is no span of time.
  package var days: ClosedRange<Double>? {
    scaled { unit in
      switch unit {
      case .seconds: 1.0 / 86_400
      case .minutes: 1.0 / 1440
      case .hours: 1.0 / 24
      case .days: 1
      case .weeks: 7
      case .months: 30.4
      case .years: 365
      default: nil
      }
    }
  }

  /// Both ends in minutes, or nil where it is no span of time.
  package var minutes: ClosedRange<Double>? {
    days.map { ($0.lowerBound * 1440)...($0.upperBound * 1440) }
  }

  /// Both ends in kilometres, or nil where it is no distance.
  package var kilometres: ClosedRange<Double>? {
    scaled { unit in
      switch unit {
      case .kilometres: 1
      case .miles: 1.609344
      case .metres: 0.001
      default: nil
      }
    }
  }

  private func scaled(_ factor: (Unit) -> Double?) -> ClosedRange<Double>? {
    guard let unit, let factor = factor(unit) else { return nil }
    return (lower * factor)...(max(lower, upper) * factor)
  }
}
