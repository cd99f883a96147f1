/// How much a changed reply matters, from a wording to a milder outcome.
package enum RecordingGrade: Int, Comparable, Hashable, Sendable, CaseIterable {
  /// Nothing was expected of the reply so far.
  case new
  case wording
  /// Other sources or claims are cited.
  case sources
  /// Another topic, kind of reply, question or runner-up.
  case topic
  /// The outcome rests on other rules or slots, or a reply has an outcome that its turn does not
  /// state.
  case reasons
  case harsher
  /// A lower level, no appointment any more, or no outcome at all.
  case milder
  /// The reply breaks a line that only a person may change: `@ says`, `@ never`, `@ not`, `!`.
  case demand

  package static func < (a: RecordingGrade, b: RecordingGrade) -> Bool { a.rawValue < b.rawValue }

  /// "other sources"
  package var wording: String {
    switch self {
    case .new: "new reply"
    case .wording: "wording only"
    case .sources: "other sources"
    case .topic: "other topic"
    case .reasons: "other reasons for the outcome"
    case .harsher: "harsher outcome"
    case .milder: "milder outcome"
    case .demand: "breaks a demand"
    }
  }

  /// Why a change of this grade is not written, or nil if it is.
  package func refusal(isNamed: Bool, acceptsMilder: Bool) -> String? {
    switch self {
    case .new, .wording: nil
    case .sources, .topic, .reasons, .harsher:
      isNamed ? nil : "name the file to accept it"
    case .milder:
      acceptsMilder && isNamed
        ? nil : "name the file and give --accept-milder to accept it"
    case .demand: "change the line by hand if it is no longer meant"
    }
  }
}
