internal import Knowledge
internal import Triage

/// Why the last reply says what it says.
extension Conversation {
  /// What the last reply rests on: what was understood, the claims, how sure, the runner-up.
  func why(in state: inout ConversationState) -> Reply {
    guard let last = state.last else {
      var reply = smallTalk("why", in: &state)
      reply.kind = .smalltalk
      return reply
    }
    if last.outcome != nil { return whyOutcome(last, in: state) }
    var builder = ReplyBuilder(knowledge)
    let titles = last.topics.map(title)
    if !titles.isEmpty, !last.message.isEmpty {
      builder.add(.paragraph(Wording.understood(last.message, as: titles)))
    }
    let grounds = last.claims.prefix(6).compactMap(knowledge.claim)
    if !grounds.isEmpty {
      builder.add(.paragraph(Wording.restsOn))
      let points = grounds.map { claim in
        let name = knowledge.source(of: claim).map { $0.shortName + ": " } ?? ""
        return builder.cited(Sentence(text: name + claim.says, claims: [claim.id]))
      }
      builder.add(.list(points))
    }
    if let confidence = last.confidence {
      builder.add(
        .paragraph(Wording.sureness(confidence, runnerUp: last.alternatives.first.map(title))))
    }
    var reply = Reply(kind: .answer)
    reply.topics = ["why"] + last.topics.filter { knowledge.topic($0) != nil }
    reply.blocks = builder.blocks
    reply.citations = builder.citations
    return reply
  }

  /// Why an outcome was given: what was told, and what the rules that decided say. Their ids are for
  /// programs.
  private func whyOutcome(
    _ last: ConversationState.LastReply, in state: ConversationState
  ) -> Reply {
    var builder = ReplyBuilder(knowledge)
    let values = state.check.values
    let report = table.report(values, traits: traits(of: state.facts))
    if let alarm = gravestAlarm(in: state), alarm.outcome > report.outcome.outcome {
      builder.add(.paragraph(Wording.youToldAlarm))
      builder.paragraph(alarm.says)
    } else {
      builder.add(.paragraph(told(in: report, values)))
      for basis in report.basis { builder.paragraph(basis.says) }
    }
    var reply = Reply(kind: .answer)
    reply.topics = ["why"]
    reply.rules = last.rules
    reply.blocks = builder.blocks
    reply.citations = builder.citations
    return reply
  }

  /// What was told, or left open, that the deciding rules rest on.
  private func told(in report: TriageReport, _ values: SlotValues) -> String {
    var signs: [String] = []
    var open: [String] = report.outcome.unknownFloors.compactMap { table.definition(of: $0)?.label }
    for place in report.outcome.deciding {
      for condition in table.rules[place].conditions {
        guard let definition = table.definition(of: condition.slot) else { continue }
        if values[condition.slot] == .unknown {
          open.append(definition.label)
        } else if let value = values.number(of: condition.slot), value > 0 {
          signs.append(definition.values[value].means)
        }
      }
    }
    var sentences: [String] = []
    if !signs.isEmpty { sentences.append(Wording.youTold(signs.uniqued())) }
    if !open.isEmpty { sentences.append(Wording.youLeftOpen(open.uniqued())) }
    return sentences.isEmpty ? Wording.nothingAgainst : sentences.joined(separator: " ")
  }

  /// Whether the last reply stands on one of the two documents, and on what else; nil where it stands on
  /// nothing.
  func origin(isBlog: Bool, in state: inout ConversationState) -> Reply? {
    guard let last = state.last, last.kind == .answer else { return nil }
    guard !last.claims.isEmpty else { return plain(Wording.ownReading) }
    let claims = last.claims.compactMap(knowledge.claim)
    let asked = isBlog ? "blog" : "healthline"
    let names = claims.compactMap { knowledge.source(of: $0)?.shortName }.uniqued()
    var builder = ReplyBuilder(knowledge)
    builder.paragraph([
      Sentence(
        text: Wording.origin(isFrom: claims.contains { $0.source == asked }, names),
        claims: claims.map(\.id))
    ])
    var reply = Reply(kind: .answer)
    reply.topics = ["sources"] + last.topics.filter { knowledge.topic($0) != nil }
    reply.blocks = builder.blocks
    reply.citations = builder.citations
    return reply
  }

  /// What would make the outcome on record milder, and what must hold before a run; nil where no outcome
  /// was given.
  func whatWouldChange(in state: inout ConversationState) -> Reply? {
    guard state.outcome != nil else { return nil }
    if let standing = standing(in: state), standing.outcome >= .urgentCare {
      return reply(toWishAgainst: standing, in: &state)
    }
    let report = table.report(state.check.values, traits: traits(of: state.facts))
    var builder = ReplyBuilder(knowledge)
    var lines = [LabelledLine(label: "Milder", text: builder.cited(report.milder))]
    if !report.gates.isEmpty {
      lines.append(
        LabelledLine(label: "Before you run again", text: builder.cited(report.gates)))
    }
    builder.add(.labelled(lines))
    var reply = Reply(kind: .answer)
    reply.topics = ["triage"]
    reply.blocks = builder.blocks
    reply.citations = builder.citations
    return reply
  }
}
