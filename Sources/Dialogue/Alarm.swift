internal import Knowledge
internal import Triage

/// Something alarming that the triage table does not list; the raw value is its name in the data.
package enum Alarm: String, Hashable, Codable, Sendable {
  /// Signs that a source names for a clot in the lung.
  case chest, breath, blood, faint
  /// Signs for which no source here says anything.
  case stroke, allergic
  case bladder
  case bothLegs = "both-legs"
  case spreadingNumbness = "spreading-numbness"
  case suicide

  /// The alarm of a mention that counts; one whose name is new here is taken as alarming all the same.
  init?(_ mention: SignMention) {
    guard case .alarm(let name) = mention.sign, mention.state == .present else { return nil }
    self = Alarm(rawValue: name) ?? .bladder
  }

  /// What it calls for at least. Where no source speaks, the more careful of two readings is taken.
  var outcome: Outcome {
    switch self {
    case .chest, .breath, .blood, .faint, .stroke, .allergic, .suicide: .emergency
    case .bladder, .bothLegs, .spreadingNumbness: .urgentCare
    }
  }

  var says: [Sentence] {
    switch self {
    case .chest, .breath, .blood, .faint: Wording.chestAlarm
    case .stroke, .allergic: [Wording.unlistedEmergency]
    case .bladder, .bothLegs, .spreadingNumbness, .suicide: [Wording.unlistedAlarm]
    }
  }
}
