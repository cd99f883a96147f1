internal import Knowledge
internal import Language

extension Conversation {
  /// The reply to a line that begins with `/`; nil for any other line.
  func reply(toCommandIn turn: Turn, in state: inout ConversationState) -> Reply? {
    guard turn.message.hasPrefix("/") else { return nil }
    let words = turn.message.dropFirst().split(whereSeparator: \.isWhitespace).map(String.init)
    let name = words.first?.lowercased() ?? ""
    let rest = words.dropFirst().joined(separator: " ")
    guard let command = ConversationCommand(rawValue: name) else {
      return unknownCommand(name)
    }
    state.record.commands.append(command.rawValue)
    switch command {
    case .help: return help(in: &state)
    case .triage: return startCheck(turn, in: &state)
    case .topics: return overview(of: rest)
    case .sources: return sourcesOfLast(in: &state)
    case .why: return why(in: &state)
    case .more: return more(to: turn, in: &state)
    case .facts: return recall(in: &state)
    case .forget: return rest.isEmpty ? forgetAll(in: &state) : forgetFact(rest, in: &state)
    }
  }

  /// What can be asked, and the commands.
  private func help(in state: inout ConversationState) -> Reply {
    var reply = smallTalk("help", in: &state)
    reply.blocks.append(
      .labelled(
        ConversationCommand.allCases.map {
          LabelledLine(label: "/" + $0.rawValue, text: $0.summary)
        }))
    return reply
  }

  /// The topics by theme, or everything on one.
  private func overview(of id: String) -> Reply {
    if id.isEmpty {
      var reply = Reply(kind: .smalltalk)
      reply.topics = ["help"]
      reply.blocks = [
        .paragraph(Wording.everything),
        .list(Self.themes.map { Wording.theme($0.name, $0.topics.map(title)) }),
      ]
      return reply
    }
    if let reply = everything(on: id) { return reply }
    var reply = Reply(kind: .unknown)
    let nearest = NearestName.of(id, in: knowledge.topics.map(\.id))
    reply.blocks = [.paragraph(Wording.noTopic(id, nearest: nearest))]
    reply.alternatives = nearest.map { [$0] } ?? []
    return reply
  }

  private func unknownCommand(_ name: String) -> Reply {
    var reply = Reply(kind: .unknown)
    let nearest = NearestName.of(name, in: ConversationCommand.allCases.map(\.rawValue))
    reply.blocks = [.paragraph(Wording.noCommand(name, nearest: nearest))]
    return reply
  }
}
