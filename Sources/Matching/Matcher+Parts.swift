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
}
