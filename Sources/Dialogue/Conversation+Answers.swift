internal import Knowledge

/// Answering from the topics.
extension Conversation {
  /// What a topic is asked for.
  struct Request {
    var topic: String
    /// A part, difference or gap that answers just what was asked.
    var narrower: Understanding.Narrower?
    var aspects: [Aspect] = []
    /// Knows what the topic has for just the words of the message.
    var finder: PartFinder?
  }

  /// Answers one or two requests in order.
  func answer(
    _ requests: [Request], alternatives: [String], confidence: Double?, repairs: [Repair],
    to turn: Turn, in state: inout ConversationState
  ) -> Reply {
    let standing = standing(in: state)
    if let standing, requests.allSatisfy({ Self.permitting.contains($0.topic) }) {
      return reply(toWishAgainst: standing, in: &state)
    }
    var answer = TopicAnswer(knowledge)
    answer.isOpenQuestion = turn.asksOpenly
    let isNew = requests.allSatisfy { request in
      !state.focus.contains { $0.topic == request.topic }
    }
    if let aspects = requests.first?.aspects, !aspects.isEmpty { state.askedAspects = aspects }
    for request in requests {
      guard let topic = knowledge.topic(request.topic) else { continue }
      if requests.count > 1 { answer.builder.add(.heading(topic.title)) }
      add(request, topic, to: &answer, isOnly: requests.count == 1, in: &state)
      addCautions(on: topic, to: &answer, in: &state)
      addNotes(on: topic, to: &answer, in: state)
    }
    if isNew, requests.count == 1, standing?.outcome ?? .runEasy < .urgentCare,
      let topic = knowledge.topic(requests[0].topic)
    {
      answer.related(topic)
    }
    var reply = Reply(kind: .answer)
    reply.topics = requests.map(\.topic)
    reply.blocks = answer.builder.blocks
    reply.citations = answer.builder.citations
    reply.alternatives = alternatives
    reply.confidence = confidence
    reply.repairs = repairs
    record(answer, of: requests.map(\.topic), reply: reply, turn, in: &state)
    return reply
  }

  /// Adds what must go with a topic's advice in every case, where it was not said, and notes the
  /// guards whose words were told.
  func addCautions(
    on topic: Topic, to answer: inout TopicAnswer, in state: inout ConversationState
  ) {
    for item in table.guards where item.always {
      let claims = Set(item.says.flatMap(\.claims))
      let gaps = Set(item.says.flatMap(\.gaps))
      let isTold =
        claims.isEmpty
        ? !gaps.isDisjoint(with: answer.builder.gaps) : claims.isSubset(of: answer.builder.claims)
      if !isTold {
        guard item.topics.contains(topic.id) else { continue }
        answer.builder.paragraph(item.says)
      }
      state.record.guards.append(item.id)
    }
  }

  private func add(
    _ request: Request, _ topic: Topic, to answer: inout TopicAnswer, isOnly: Bool,
    in state: inout ConversationState
  ) {
    let standing = standing(in: state)
    // The first says what is most particular to the case.
    if standing?.outcome != .emergency, let item = guards(on: topic.id, in: state).first {
      answer.builder.paragraph(item.says)
      state.record.guards.append(item.id)
      return
    }
    if let standing,
      standing.outcome >= .urgentCare
        || Self.aboutRunning.union(Self.selfCare).contains(topic.id)
    {
      answer.builder.add(
        .paragraph(Wording.stands(standing.signs, outcome: short(of: standing.outcome))))
      if Self.permitting.contains(topic.id) || standing.outcome == .emergency { return }
      // Off the feet and painless is all that is left of it.
      if ["cross-training", "keep-fitness"].contains(topic.id),
        let advice = table.advice.first(where: {
          $0.section == .instead && $0.outcomes.contains(standing.outcome)
        })
      {
        return answer.builder.paragraph(advice.says)
      }
      if mustWait(topic.id, standing) { return answer.builder.paragraph([Wording.untilSeen]) }
    }
    switch request.narrower {
    case .part(let id):
      if let part = topic.parts.first(where: { $0.id == id }) {
        return add(part, of: topic, to: &answer, in: state)
      }
    case .difference(let id):
      if let difference = knowledge.difference(id) { return answer.difference(difference) }
    case .gap(let id):
      if let gap = knowledge.gap(id) { return answer.gap(gap) }
    case nil: break
    }
    let asked = request.finder?.content.map(\.stem) ?? []
    defer { state.asked[topic.id, default: []] += asked }
    guard state.told[topic.id] != nil else { return answer.short(topic) }
    if addNarrower(request, topic, to: &answer, in: state) { return }
    answer.briefly(topic, after: Wording.asBefore)
    if untold(topic, in: state).first != nil {
      answer.builder.add(.paragraph(Wording.moreOffer))
    }
  }

  /// Answers another question on a topic that was told: a part of it, the sentence that has the word
  /// asked for, or that there is none; false where the same was asked before.
  private func addNarrower(
    _ request: Request, _ topic: Topic, to answer: inout TopicAnswer, in state: ConversationState
  ) -> Bool {
    guard let finder = request.finder else { return false }
    let before = state.asked[topic.id] ?? []
    if finder.content.isEmpty {
      guard let part = part(of: topic, for: request.aspects) else {
        return addUnsaid(of: topic, request, to: &answer)
      }
      guard state.told[TopicAnswer.key(part, topic)] == nil else { return false }
      answer.part(part, of: topic)
      return true
    }
    guard finder.content.contains(where: { !before.contains($0.stem) }) else { return false }
    let finding = finder.best { state.told[TopicAnswer.key($0, topic)] != nil }
    if let finding, finding.isNamed, case .part(let id) = finding.narrower,
      let part = topic.part(id)
    {
      answer.part(part, of: topic)
      return true
    }
    return !finder.asksInGeneral && addUnsaid(of: topic, request, to: &answer)
  }

  private func add(
    _ part: Part, of topic: Topic, to answer: inout TopicAnswer, in state: ConversationState
  ) {
    guard state.told[TopicAnswer.key(part, topic)] != nil, part.sentences.count > 1 else {
      return answer.part(part, of: topic)
    }
    var shorter = part
    shorter.sentences = Array(part.sentences.prefix(1))
    answer.builder.add(
      .paragraph(Wording.asBefore + " " + answer.builder.cited(shorter.sentences)))
    answer.markTold(part, of: topic)
  }

  /// Adds what the topic says for this very runner: their age, menopause, a race, where it was not told.
  private func addNotes(
    on topic: Topic, to answer: inout TopicAnswer, in state: ConversationState
  ) {
    var wanted: [Aspect] = []
    if state.facts.menopause, topic.id != "menopause" { wanted.append(.menopause) }
    if let age = state.facts.age, age >= Self.mastersAge, topic.id != "masters" {
      wanted.append(.age)
    }
    if state.facts.race != nil, topic.id != "racing" { wanted.append(.race) }
    for aspect in wanted {
      let part = topic.parts.first { part in
        part.aspects.first == aspect && state.told[TopicAnswer.key(part, topic)] == nil
          && !answer.told.contains(TopicAnswer.key(part, topic))
      }
      if let part { return answer.part(part, of: topic, titled: true) }
    }
  }

  /// Age in years from which the notes for masters are offered. The sources name none for "masters";
  /// 40 is where the age band that AAOS lists as a risk begins (claim E1-2).
  static let mastersAge = 40

  /// Parts of the topic that were not told yet, in the order of the topic.
  func untold(_ topic: Topic, in state: ConversationState) -> [Part] {
    topic.parts.filter { state.told[TopicAnswer.key($0, topic)] == nil }
  }

  /// The part of a topic that answers the first of the aspects it has a part for.
  func part(of topic: Topic, for aspects: [Aspect]) -> Part? {
    for aspect in aspects {
      if let part = topic.parts.first(where: { $0.aspects.contains(aspect) }) { return part }
    }
    return nil
  }

  /// Puts what was told on record, so that later messages can refer to it.
  func record(
    _ answer: TopicAnswer, of topics: [String], reply: Reply, _ turn: Turn,
    in state: inout ConversationState
  ) {
    for key in answer.told { state.told[key] = state.turn }
    if let id = answer.told.last(where: { knowledge.difference($0) != nil }) {
      state.difference = .init(id: id, side: "healthline", turn: state.turn)
    }
    let part = answer.told.last { $0.contains("/") }
    for topic in topics.reversed() where knowledge.topic(topic) != nil {
      state.focus.removeAll { $0.topic == topic }
      state.focus.insert(.init(topic: topic, part: part, turn: state.turn), at: 0)
    }
    state.focus = Array(state.focus.prefix(Self.focusDepth))
    state.last = .init(
      kind: reply.kind, topics: reply.topics, part: part, claims: answer.builder.claims,
      rules: reply.rules, outcome: reply.outcome, differs: answer.differs, message: turn.message,
      text: reply.text, confidence: reply.confidence, alternatives: reply.alternatives)
  }

  /// How many topics stay in focus.
  static let focusDepth = 4
}
