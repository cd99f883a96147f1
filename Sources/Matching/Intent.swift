/// What a message can be about.
package enum Intent: Hashable, Sendable {
  /// A topic on the condition, by id.
  case topic(String)
  /// Small talk and commands of the conversation: `greeting`, `help`, `why`, `triage` ...
  case smallTalk(String)
  /// Another condition that is named and sent on, by id.
  case nearMiss(String)
  /// Out of scope, by the group of its phrasings or the reason of its decline.
  case outOfScope(String)

  /// The id or group alone.
  package var id: String {
    switch self {
    case .topic(let id), .smallTalk(let id), .nearMiss(let id), .outOfScope(let id): id
    }
  }

  /// Whether the assistant has an answer for it.
  package var isInScope: Bool {
    switch self {
    case .topic, .smallTalk: true
    case .nearMiss, .outOfScope: false
    }
  }

  /// The label of a row of questions: the id, or `none` for everything out of scope.
  package var label: String { isInScope ? id : Intent.outsideLabel }

  /// What labelled questions call everything out of scope.
  package static let outsideLabel = "none"
}
