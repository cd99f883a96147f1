internal import Knowledge

extension Conversation {
  /// Everything on one topic: the short answer, every part, what the documents differ on.
  package func everything(on id: String) -> Reply? {
    guard let topic = knowledge.topic(id) else { return nil }
    var answer = TopicAnswer(knowledge)
    answer.builder.add(.heading(topic.title))
    answer.short(topic)
    for part in topic.parts { answer.part(part, of: topic, titled: true) }
    for difference in topic.differs.compactMap(knowledge.difference) {
      answer.builder.add(.heading(Wording.sourcesDiffer(difference.question)))
      answer.difference(difference)
    }
    answer.related(topic)
    var reply = Reply(kind: .answer)
    reply.topics = [id]
    reply.blocks = answer.builder.blocks
    reply.citations = answer.builder.citations
    return reply
  }
}
