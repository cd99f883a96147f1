import Knowledge
import Language

extension Matcher {
  /// The part, gap or difference of a topic that a message is about, or nil where the topic's short
  /// answer serves better. For a follow-up ("and how often?") with the topic from the context.
  package func part(for message: String, in topic: String) -> PartMatch? {
    judge(message, Tokenizer.tokens(in: message)).flatMap { part(of: $0, in: topic) }
  }

  /// The part whose own question a phrasing is.
  func partAsked(by phrasing: Int, in topic: String) -> PartMatch? {
    guard let index = model.phrases.owner(phrasing), index < model.parts.owners.count else {
      return nil
    }
    return PartMatch(reference: model.parts.owners[index].reference, topic: topic, score: 1)
  }

  /// The phrasing of a topic that is most like a message, with what it asks for; nil without vectors.
  package func nearest(to message: String, in topic: String) -> NearestQuestion? {
    judge(message, Tokenizer.tokens(in: message)).flatMap { nearest(to: $0, in: topic) }
  }

  func nearest(to judgement: Judgement, in topic: String) -> NearestQuestion? {
    guard let vector = judgement.vector, let vectors = model.vectors else { return nil }
    let query = VectorTable.Query(vector)
    var best: (phrasing: Int, similarity: Float)?
    func look(_ phrasing: Int) {
      let similarity = vectors.phrasings.similarity(phrasing, query)
      if similarity > best?.similarity ?? 0 { best = (phrasing, similarity) }
    }
    if let intent = model.intents.firstIndex(of: .topic(topic)) {
      model.ranges[intent].forEach(look)
    }
    // Questions of gaps and differences stand under the first of their topics only.
    for (owner, questions) in zip(model.parts.owners, model.parts.questions)
    where owner.topics.dropFirst().contains(topic) { questions.forEach(look) }
    return best.map { best in
      let owner = model.phrases.owner(best.phrasing).map { model.parts.owners[$0] }
      return NearestQuestion(
        topic: topic, reference: owner.flatMap { $0.topics.contains(topic) ? $0.reference : nil },
        similarity: Double(best.similarity))
    }
  }

  func part(of judgement: Judgement, in topic: String) -> PartMatch? {
    guard let vector = judgement.vector, let vectors = model.vectors else { return nil }
    let query = VectorTable.Query(vector)
    let best = model.parts.best(
      in: topic, asked: AspectWords.aspects(of: judgement.reading.words.map(\.text)),
      model: model.partCalibration
    ) { vectors.phrasings.similarity($0, query) }
    guard let best, best.score >= PartScorer.threshold else { return nil }
    return best
  }

  /// The questions that the parts, gaps and differences of a topic answer, as people put them.
  package func questions(in topic: String) -> [(reference: PartReference, texts: [String])] {
    zip(model.parts.owners, model.parts.questions).compactMap { owner, questions in
      guard owner.topics.contains(topic) else { return nil }
      return (owner.reference, questions.map(model.phrases.text))
    }
  }

  /// The concept of the domain that a term of one to three words stands for: "trainers" is "shoe".
  package func concept(of term: String) -> String? { model.words.concept(of: term) }
}
