internal import Knowledge

/// Words of the check and of what stands on record after it.
extension Wording {
  static let stoppedAtOnce =
    "Stopped. You have told me nothing of the foot, so I say nothing about a run."
  static let oneBack = "One step back."
  static let firstQuestion = "This is the first question."
  static let thatIsTheQuestion = "That is what these answers decide."
  static let whichOnes = "Which ones?"
  static let notUnderstood = "I did not take that as an answer."
  static let lostWithChoices =
    "Numbers from the list, or \u{201C}none\u{201D}. Say \u{201C}don't know\u{201D} to go on, \u{201C}list\u{201D} to see it again, or \u{201C}stop\u{201D} to end the check."
  static let lostWithoutChoices =
    "A word will do. Say \u{201C}don't know\u{201D} to go on, or \u{201C}stop\u{201D} to end the check."
  static let howMany = "Two lists and at most five short questions, half a minute in all."
  static let soonDone = "Two lists and a few short questions, then it is done."
  static func notWithoutThis(hasList: Bool) -> String {
    "I clear no run without this one. "
      + (hasList ? "Numbers, or \u{201C}none\u{201D}." : "A word will do.")
  }
  static func already(_ outcome: String) -> String {
    "That alone means \(outcome), and no run. What comes next can only make it more urgent."
  }
  static func outcomeStays(_ title: String) -> String {
    "That changes nothing in the outcome; it stays: \(lowered(title))."
  }
  static let forThem = "This is for them; I write nothing of it down for you."

  /// What would make an emergency of a sign, where nothing can be asked back.
  static func emergency(with worse: String) -> String {
    "If it is \(worse): call your local emergency number now."
  }

  /// The danger on record, before anything that could be read as leave to run.
  static func stands(_ signs: [String], outcome: String) -> String {
    signs.isEmpty
      ? "First, what you told me stands: \(lowered(outcome))."
      : "First, what you told me stands: \(list(signs)). For that: \(lowered(outcome))."
  }

  /// The answer to a wish to run against what is on record.
  static func standing(_ signs: [String]) -> [String] {
    let told = signs.isEmpty ? "what you told me" : "You told me of \(list(signs))"
    guard !signs.isEmpty else {
      return [
        "No: \(told) stands.", "Still no; \(told) has not changed.",
        "No run: \(told) comes first.",
      ]
    }
    return [
      "No. \(told), and that stands.", "Still no. \(told), and nothing since changes that.",
      "No run for now. \(told); that comes first.",
    ]
  }

  /// The answer to who plays down what is on record.
  static func hearYou(_ signs: [String]) -> [String] {
    let told = signs.isEmpty ? "What you told me" : "You told me of \(list(signs)), and that"
    return ["I hear you. \(told) still stands.", "As before: \(lowered(told)) still stands."]
  }

  /// Goodbye or thanks after a danger sign: the point once more.
  static func parting(_ outcome: String, isGoodbye: Bool) -> String {
    isGoodbye
      ? "Before you go, what you told me stands: \(lowered(outcome)), and no run. Goodbye."
      : "What you told me still stands: \(lowered(outcome)), and no run."
  }

  static func youTold(_ signs: [String]) -> String { "You told me of \(list(signs))." }
  static func youLeftOpen(_ labels: [String]) -> String { "You left open: \(list(labels))." }
  static let nothingAgainst = "Of what you told me nothing speaks against it."
  static let youToldAlarm = "What you told me is alarming, whatever the heel does."
}
