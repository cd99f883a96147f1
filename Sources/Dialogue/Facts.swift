/// What the runner told of themselves, kept for the conversation only.
package struct Facts: Hashable, Codable, Sendable {
  /// Years.
  package var age: Int?
  /// Before, in or after menopause, as far as told.
  package var menopause = false
  package var side: Side?
  /// How long it has hurt, in weeks.
  package var painWeeks: Double?
  package var race: Race?
  /// Ids of the topics that were tried without success.
  package var tried: [String] = []
  /// Pain medicine was taken, so that the pain that is told may be less than it is.
  package var tookPainkiller = false
  /// Something was told that calls for asking before any anti-inflammatory: a blood thinner, an ulcer.
  package var needsMedicineCaution = false
  /// A clinician is said to have allowed running.
  package var isCleared = false

  package init() {}

  package enum Side: String, Codable, Hashable, Sendable {
    case left, right, both
  }

  /// A race that lies ahead.
  package struct Race: Hashable, Codable, Sendable {
    /// What it is, as told: "10k", "marathon"; "race" where nothing more was said.
    package var name: String
    /// When it is, as told: "in 3 weeks", "on Sunday".
    package var when: String?
    /// Days ahead on the day it was told, where they can be counted.
    package var days: Double?

    package init(name: String, when: String?, days: Double?) {
      self.name = name
      self.when = when
      self.days = days
    }
  }

  package var isEmpty: Bool { self == Facts() }
}
