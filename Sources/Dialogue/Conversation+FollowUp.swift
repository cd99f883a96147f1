internal import Knowledge
internal import Language
internal import Matching

/// Messages that only mean something after what was said before: "how long?", "and in the pool?".
extension Conversation {
  /// The reply to a follow-up; nil where the message stands on its own or nothing is in focus.
  func reply(
    toFollowUp turn: Turn, _ understanding: Understanding, in state: inout ConversationState
  ) -> Reply? {
    guard let focus = state.focus.first, state.turn - focus.turn <= Self.focusTurns,
      turn.words.count <= Self.longestFollowUp
    else { return nil }
    // Of several topics told at once the one that has what is asked.
    let told = state.focus.filter { $0.turn == focus.turn }.compactMap { knowledge.topic($0.topic) }
    guard let topic = told.first(where: { part(of: $0, for: turn.aspects) != nil }) ?? told.first
    else { return nil }
    // A question on the sources themselves is about no topic.
    if let entry = asked.best(for: turn.tokens, topics: []), entry.topics.isEmpty { return nil }
    // Leave to run is a matter for the check.
    if wishesToRun(turn) { return nil }
    // Whether to rest the foot comes before whatever was spoken of, once it is urgent.
    if case .answer(let topics) = understanding.decision, let first = topics.first,
      Self.aboutRunning.contains(first), standing(in: state)?.outcome ?? .runEasy >= .urgentCare
    {
      return nil
    }
    if let move = turn.move, move.id == "what-about", let rest = move.rest.first {
      let about = Turn(rest, acts: acts)
      if about.hasContent, let reply = carried(to: about, topic, turn, in: &state) { return reply }
    }
    if case .answer(let topics) = understanding.decision, topics.count > 1 { return nil }
    let finder = finder(on: topic, for: turn, understanding)
    guard belongs(turn, understanding, to: topic, finder) else { return nil }
    let request = Request(
      topic: topic.id, narrower: narrower(on: topic, turn, finder, in: state),
      aspects: turn.aspects,
      finder: finder)
    if request.narrower == nil, let reply = unsaid(of: topic, request, turn, in: &state) {
      return reply
    }
    return answer(
      [request], alternatives: understanding.alternatives, confidence: nil,
      repairs: understanding.repairs, to: turn, in: &state)
  }

  /// Aspects that say when or what else, and so are about something that was spoken of.
  private static let beside: Set<Aspect> = [.instead, .noHelp, .beforeRun, .afterRun]
  /// Turns after which a topic is no longer what a bare "how long?" is about.
  static let focusTurns = 6
  /// Words of the longest message that may be taken as a follow-up only.
  static let longestFollowUp = 12
  /// From this similarity on, a follow-up is taken for the nearest question on its topic.
  private static let likely = 0.55
  /// Words of a message that is too short to be unclear about anything but the topic in focus.
  private static let shortMessage = 8
  /// A reading as sure as this is a question of its own, whatever it lacks.
  private static let surely = 0.93
  /// A reading as sure as this is a question of its own.
  static let ownQuestion = 0.8

  /// Whether a message is about the topic in focus rather than something of its own.
  private func belongs(
    _ turn: Turn, _ understanding: Understanding, to topic: Topic, _ finder: PartFinder
  ) -> Bool {
    let finding = finder.best()
    let confidence = understanding.confidence ?? 0
    let likelihood =
      understanding.candidates.first { $0.id == topic.id }?.probability ?? 0
    switch understanding.decision {
    case .answer(let topics):
      guard let first = topics.first, first != topic.id else { return !turn.hasContent }
      guard knowledge.topic(first) != nil else {
        return !turn.aspects.isEmpty && !turn.hasContent
          && (turn.words.count <= 3 || confidence < Self.ownQuestion)
      }
      // "What can I do about it", "and for the pain instead": of all topics the one just spoken of.
      if turn.namesNothingNew {
        if !turn.hasContent, turn.pointsBack, turn.aspects.allSatisfy({ $0 == .how }) {
          return true
        }
        if turn.words.contains("before"), turn.words.contains("after"),
          part(of: topic, for: turn.aspects) != nil
        {
          return true
        }
        if confidence < Self.surely && !Self.beside.isDisjoint(with: turn.aspects)
          || confidence < Self.ownQuestion && turn.pointsBack,
          part(of: topic, for: turn.aspects) != nil || finding?.hasReason ?? false
        {
          return true
        }
      }
      if place(of: first, in: turn) != nil { return false }
      if turn.isBare,
        turn.words.count <= 4
          || (turn.words.count <= 5 || confidence < Self.surely)
            && part(of: topic, for: turn.aspects) != nil
      {
        return true
      }
      if turn.words.count <= Self.shortMessage,
        isNearer(finder, than: first, for: turn, understanding)
      {
        return true
      }
      if !turn.hasContent, !turn.aspects.isEmpty, turn.words.count <= 3 { return true }
      if confidence >= Self.ownQuestion {
        guard let finding, finding.hasReason else { return false }
        return finding.likeness >= 0.85
          || (turn.pointsBack && finding.likeness >= 0.6 && confidence < Self.surely)
      }
      if !turn.hasContent, !turn.aspects.isEmpty || turn.pointsBack { return true }
      return finding?.hasReason ?? false || (turn.pointsBack && likelihood >= 0.1)
    case .ask(let topics):
      let first = understanding.candidates.first
      if first?.probability ?? 0 >= 0.5, first?.id != topic.id, likelihood < 0.05,
        turn.words.count > 5, !(turn.namesNothingNew && turn.pointsBack),
        !(finding.map { $0.hasReason && $0.isNamed } ?? false)
      {
        return false
      }
      if topics.contains(topic.id) || !turn.hasContent || turn.isBare { return true }
      if finding?.hasReason ?? false { return true }
      if !turn.namesNothingNew, topics.contains(where: { place(of: $0, in: turn) != nil }) {
        return false
      }
      // A word or two, or what points back, is about what was just spoken of, not a matter of choice.
      if turn.words.count <= 3 || turn.namesNothingNew && turn.pointsBack { return true }
      return turn.words.count <= Self.shortMessage
        && (likelihood >= 0.05 || turn.pointsBack || finding?.similarity ?? 0 >= Self.likely)
    case .decline(_, let nearMiss, let reason):
      if turn.isBare || !turn.hasContent && !turn.aspects.isEmpty { return true }
      if nearMiss != nil { return false }
      guard reason == nil || reason == "unclear" || reason == "off-topic" else { return false }
      if let finding, finding.hasReason, finding.isNamed { return true }
      // "Is that safe on skin": better told what is not said of it than turned away.
      if turn.pointsBack, turn.isQuestion, !turn.aspects.isEmpty,
        turn.words.count <= Self.shortMessage
      {
        return true
      }
      return likelihood >= 0.1 && turn.pointsBack
    }
  }

  /// Whether a short message that names no topic is put about as nearly like a question on the topic in
  /// focus as like one on another: "before or after the run?".
  private func isNearer(
    _ finder: PartFinder, than other: String, for turn: Turn, _ understanding: Understanding
  ) -> Bool {
    let own = understanding.nearest[other]?.similarity ?? 1
    guard own < Self.sameQuestion, understanding.confidence ?? 1 < Self.surely else { return false }
    guard finder.similarity >= own - Self.slack else { return false }
    return turn.pointsBack || finder.best()?.hasReason ?? false
  }

  /// How much less a message may be like a question on the topic in focus than like one on another.
  private static let slack = 0.1
  /// From this similarity on, a message is a question on record itself.
  private static let sameQuestion = 0.9

  /// "And ice?": the aspect of the last question carried to a new topic; nil where it names none.
  func carried(
    to about: Turn, _ topic: Topic, _ turn: Turn, in state: inout ConversationState
  ) -> Reply? {
    let understanding = understand(about)
    guard case .answer(let topics) = understanding.decision, let first = topics.first,
      let next = knowledge.topic(first), next.id != topic.id
    else { return nil }
    let carried = about.aspects.isEmpty ? state.askedAspects : about.aspects
    let finder = finder(on: next, for: about, understanding)
    guard finder.content.isEmpty, let part = part(of: next, for: carried) else { return nil }
    let request = Request(topic: next.id, narrower: .part(part.id), aspects: carried)
    return answer(
      [request], alternatives: understanding.alternatives,
      confidence: understanding.confidence, repairs: understanding.repairs, to: turn, in: &state)
  }

  /// What the topic has for just the words of a message, or for the aspects it names.
  private func narrower(
    on topic: Topic, _ turn: Turn, _ finder: PartFinder, in state: ConversationState
  ) -> Understanding.Narrower? {
    if let finding = finder.best(), finding.hasReason || finding.similarity >= Self.likely {
      // What was told already is not told again where another part fits as well.
      if case .part(let id) = finding.narrower, let part = topic.part(id),
        state.told[TopicAnswer.key(part, topic)] != nil,
        let other = finder.best(besides: { state.told[TopicAnswer.key($0, topic)] != nil }),
        other.hasReason
      {
        return other.narrower
      }
      return finding.narrower
    }
    guard finder.content.isEmpty else { return nil }
    return part(of: topic, for: turn.aspects).map { .part($0.id) }
  }

  /// The honest word that the sources do not say what was asked, with what they say instead; nil where
  /// nothing narrower was asked.
  func unsaid(
    of topic: Topic, _ request: Request, _ turn: Turn, in state: inout ConversationState
  ) -> Reply? {
    guard guards(on: topic.id, in: state).isEmpty,
      standing(in: state) == nil || !Self.aboutRunning.union(Self.selfCare).contains(topic.id)
    else { return nil }
    var answer = TopicAnswer(knowledge)
    guard addUnsaid(of: topic, request, to: &answer) else { return nil }
    var reply = Reply(kind: .answer)
    reply.topics = [topic.id]
    reply.blocks = answer.builder.blocks
    reply.citations = answer.builder.citations
    record(answer, of: [topic.id], reply: reply, turn, in: &state)
    return reply
  }

  /// Adds the sentence that has the word that was asked for, or says that there is none; false where no
  /// word and no aspect was asked for.
  func addUnsaid(of topic: Topic, _ request: Request, to answer: inout TopicAnswer) -> Bool {
    if let finder = request.finder, !finder.content.isEmpty {
      if let sentence = finder.sentence() {
        answer.builder.paragraph([sentence.withoutYes])
        answer.markTold(topic)
        return true
      }
      answer.briefly(topic, after: Wording.silentOn(finder.things))
      return true
    }
    // What the topic is about anyway is no aspect that it could be silent on.
    let asked = request.aspects.first { aspect in
      (PartFinder.telling.contains(aspect) || aspect == .which)
        && !(request.finder?.isOwn(aspect) ?? false)
    }
    guard let asked else { return false }
    answer.briefly(topic, after: Wording.notCovered(Wording.question(asked)))
    return true
  }
}

extension Sentence {
  /// The sentence without a "Yes" or "No" at its head, which would answer another question.
  var withoutYes: Sentence {
    for head in ["Yes, ", "No, ", "Yes: ", "No: ", "Yes. ", "No. "] where text.hasPrefix(head) {
      var sentence = self
      let rest = text.dropFirst(head.count)
      sentence.text = rest.prefix(1).uppercased() + rest.dropFirst()
      return sentence
    }
    return self
  }
}
