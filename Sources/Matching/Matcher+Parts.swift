import Knowledge
import Language

extension Matcher {
  /// The part whose own question a phrasing is.
  func partAsked(by phrasing: Int, in topic: String) -> PartMatch? {
    guard let index = model.phrases.owner(phrasing), index < model.parts.owners.count else {
      return nil
    }
    return PartMatch(reference: model.parts.owners[index].reference, topic: topic, score: 1)
  }

  /// The phrasing of a topic that is most like a message, with what it asks for; nil without vectors.
  package func nearest(to vector: SentenceVector?, in topic: String) -> NearestQuestion? {
    guard let vector, let vectors = model.vectors else { return nil }
    let query = VectorTable.Query(vector)
    // By the place of what a question asks for; -1 for the topic as a whole.
    var found: [Int: (phrasing: Int, similarity: Float)] = [:]
    func look(_ phrasing: Int) {
      let similarity = vectors.phrasings.similarity(phrasing, query)
      let owner = model.phrases.owner(phrasing).flatMap { owner in
        model.parts.owners[owner].topics.contains(topic) ? owner : nil
      }
      if similarity > found[owner ?? -1]?.similarity ?? 0 {
        found[owner ?? -1] = (phrasing, similarity)
      }
    }
    if let intent = model.intents.firstIndex(of: .topic(topic)) {
      model.ranges[intent].forEach(look)
    }
    // Questions of gaps and differences stand under the first of their topics only.
    for (owner, questions) in zip(model.parts.owners, model.parts.questions)
    where owner.topics.dropFirst().contains(topic) { questions.forEach(look) }
    func likeness(_ entry: (phrasing: Int, similarity: Float)) -> QuestionLikeness {
      QuestionLikeness(
        text: model.phrases.text(entry.phrasing), similarity: Double(entry.similarity))
    }
    let best = found.max { ($0.value.similarity, $1.key) < ($1.value.similarity, $0.key) }
    guard let best else { return nil }
    var nearest = NearestQuestion(
      topic: topic, reference: best.key < 0 ? nil : model.parts.owners[best.key].reference,
      best: likeness(best.value), general: found[-1].map(likeness))
    for (owner, entry) in found where owner >= 0 {
      nearest.narrower[model.parts.owners[owner].reference] = likeness(entry)
    }
    return nearest
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

  /// The questions on record that ask for a topic as a whole.
  package func generalQuestions(in topic: String) -> [String] {
    guard let intent = model.intents.firstIndex(of: .topic(topic)) else { return [] }
    return model.ranges[intent].filter { model.phrases.owner($0) == nil }.map(model.phrases.text)
  }

  /// The concept of the domain that a term of one to three words stands for: "trainers" is "shoe".
  package func concept(of term: String) -> String? { model.words.concept(of: term) }
}
