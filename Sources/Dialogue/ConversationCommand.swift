/// What a line that begins with `/` asks of the conversation.
package enum ConversationCommand: String, CaseIterable, Sendable {
  case help, triage, topics, sources, why, more, facts, forget

  /// What it does, in a few words.
  package var summary: String {
    switch self {
    case .help: "what I can do"
    case .triage: "the check before a run"
    case .topics: "what I can talk about; with a name, all of that topic"
    case .sources: "what the last reply stands on"
    case .why: "why I said that"
    case .more: "the rest of the topic"
    case .facts: "what you have told me"
    case .forget: "forget everything, or a fact: /forget age"
    }
  }
}
