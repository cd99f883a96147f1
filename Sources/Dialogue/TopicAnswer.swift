internal import Knowledge

/// Turns topics, parts, differences and gaps into the blocks of a reply.
///
/// It also says what was told, so that the conversation need not say it again.
struct TopicAnswer {
  var builder: ReplyBuilder
  private let knowledge: KnowledgeBase
  /// Whether "how" or "which" was asked, so that a "Yes" at the head would answer another question.
  var isOpenQuestion = false
  /// Keys of what was told: "ice", "ice/how-long", "D4", "L8".
  private(set) var told: [String] = []
  private(set) var differs: [String] = []

  init(_ knowledge: KnowledgeBase) {
    self.knowledge = knowledge
    builder = ReplyBuilder(knowledge)
  }

  /// The short answer.
  mutating func short(_ topic: Topic) {
    builder.paragraph(fitting(topic.answer))
    told.append(topic.id)
    differs += topic.differs
  }

  /// The first sentence of the short answer, after a few words that say why it is so short.
  mutating func briefly(_ topic: Topic, after lead: String) {
    builder.add(.paragraph(lead + " " + builder.cited(topic.answer.prefix(1).map(\.withoutYes))))
    told.append(topic.id)
    differs += topic.differs
  }

  mutating func part(_ part: Part, of topic: Topic, titled: Bool = false) {
    if titled { builder.add(.heading(part.title)) }
    builder.paragraph(fitting(part.sentences))
    told.append(Self.key(part, topic))
    differs += topic.differs
  }

  private func fitting(_ sentences: [Sentence]) -> [Sentence] {
    guard isOpenQuestion else { return sentences }
    return sentences.prefix(1).map(\.withoutYes) + sentences.dropFirst()
  }

  /// Notes that the short answer was told in other words.
  mutating func markTold(_ topic: Topic) {
    told.append(topic.id)
    differs += topic.differs
  }

  /// Notes that the part was told in other words.
  mutating func markTold(_ part: Part, of topic: Topic) {
    told.append(Self.key(part, topic))
    differs += topic.differs
  }

  mutating func difference(_ difference: Difference) {
    builder.paragraph(difference.blog)
    builder.paragraph(difference.healthline)
    builder.paragraph(difference.meanwhile)
    told.append(difference.id)
    differs.append(difference.id)
  }

  /// Notes that the difference was told in other words.
  mutating func markTold(_ difference: Difference) {
    told.append(difference.id)
    differs.append(difference.id)
  }

  mutating func gap(_ gap: Gap) {
    builder.paragraph(gap.says)
    builder.state(gap: gap.id)
    told.append(gap.id)
  }

  mutating func related(_ topic: Topic) {
    let titles = topic.seeAlso.prefix(3).compactMap { knowledge.topic($0)?.title }
    if !titles.isEmpty { builder.add(.related(titles)) }
  }

  static func key(_ part: Part, _ topic: Topic) -> String { topic.id + "/" + part.id }
}
