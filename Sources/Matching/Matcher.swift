package import Knowledge
import Language
package import SentenceEncoder

/// Finds what a message is about, with reasons. A value; the same message always gives the same
/// result.
package struct Matcher: Sendable {
  let model: MatcherModel
  /// Keeps the bytes of the model in memory.
  private let blob: Blob?
  private let encoder: SentenceEncoder?
  /// Results by message; nil where they are not kept.
  private var remembered: Kept<String, MatchResult>?

  /// Reads the sections that `MatcherTraining` wrote; nothing is copied but small tables.
  package init(
    _ blob: Blob, encoder: SentenceEncoder? = SentenceEncoder()
  ) throws(BlobError) {
    model = try MatcherModel(blob)
    self.blob = blob
    self.encoder = encoder
  }

  /// For training and tests: a model whose sections own their memory.
  init(_ model: MatcherModel, encoder: SentenceEncoder?) {
    self.model = model
    blob = nil
    self.encoder = encoder
  }

  /// The same matcher, but it matches no message twice and keeps all results in memory: for tools that
  /// play the same messages over and over.
  package func remembering() -> Matcher {
    var matcher = self
    matcher.remembered = Kept()
    return matcher
  }

  /// A message, or a part of one, with all that the models say of it.
  struct Judgement {
    var reading: Reading
    var terms: [NGramModel.Term]
    var scored: Scorer.Scored
    var assessment: Assessment
    var outcome: Assessment.Outcome
    /// Nil where no encoder was used.
    var vector: SentenceVector?
  }

  /// What the message is about, and what decided. The nearest phrasings and the weights of the
  /// words are worked out only where they are asked for, or needed to decline. A message that is one
  /// of the phrasings never goes through the encoder: the vector of the phrasing is at hand.
  package func match(_ message: String, explaining: Bool = false) -> MatchResult {
    guard let remembered, !explaining else { return matched(message, explaining: explaining) }
    return remembered.value(for: message) { matched(message, explaining: false) }
  }

  private func matched(_ message: String, explaining: Bool) -> MatchResult {
    let tokens = Tokenizer.tokens(in: message)
    let reading = Reading(message, tokens: tokens, model.words)
    guard !reading.words.isEmpty else { return empty }
    let exact = exactPhrasing(message, reading)
    let whole = judge(
      reading, exact.flatMap { model.vectors?.phrasings[$0] } ?? vector(of: reading))
    let assessment = whole.assessment
    var result = MatchResult(
      stage: .scored, decision: .ask([]), confidence: assessment.confidence,
      outside: assessment.outside,
      candidates: assessment.best(5).map {
        .init(intent: intent(ofClass: $0), probability: assessment.probabilities[$0])
      },
      evidence: [], tokens: [], repairs: whole.reading.repairs,
      unknownShare: whole.scored.raw.unknownShare, thresholds: model.thresholds)
    result.vector = whole.vector
    result.signs = Calibration.signs(model.calibration.fused(whole.scored.raw), whole.scored.raw)
    if explaining {
      result.evidence = evidence(whole.scored)
      result.tokens = tokenWeights(
        whole.reading, whole.terms, class: assessment.best(1).first ?? 0)
    }
    if let exact {
      decideExactly(exact, whole, &result)
    } else if let parts = split(message, tokens, whole) {
      result.stage = .split
      result.confidence = parts.confidence
      result.decision = .answer(parts.topics)
      result.parts = parts.parts
    } else {
      result.decision = decision(whole)
    }
    if case .answer(let topics) = result.decision, result.stage != .split {
      result.nearest = topics.compactMap { nearest(to: whole.vector, in: $0) }
      result.parts = topics.compactMap { topic in
        exact.flatMap { partAsked(by: $0, in: topic) } ?? part(of: whole, in: topic)
      }
    }
    return result
  }

  /// Scores some tokens of a message; nil where there is no word among them.
  func judge(_ message: String, _ tokens: [Token], encoding: Bool = true) -> Judgement? {
    let reading = Reading(message, tokens: tokens, model.words)
    guard !reading.words.isEmpty else { return nil }
    return judge(reading, encoding ? vector(of: reading) : nil)
  }

  private func judge(_ reading: Reading, _ vector: SentenceVector?) -> Judgement {
    let terms = model.ngrams.terms(of: reading.grams)
    let scored = Scorer(model).score(reading, terms, vector)
    let assessment = Assessment(scored.raw, model.calibration)
    return Judgement(
      reading: reading, terms: terms, scored: scored, assessment: assessment,
      outcome: assessment.outcome(model.thresholds), vector: vector)
  }

  /// What the encoder makes of a reading; nil without an encoder, or for a model without vectors.
  private func vector(of reading: Reading) -> SentenceVector? {
    model.vectors == nil ? nil : encoder.map { SentenceVector($0.encode(reading.text)) }
  }

  /// Nil for the class of everything out of scope.
  func intent(ofClass index: Int) -> Intent? {
    index < model.classes.count ? model.intents[model.classes[index]] : nil
  }

  /// The phrasing that has the words of the message, as they are or repaired.
  private func exactPhrasing(_ message: String, _ reading: Reading) -> Int? {
    model.phrases.phrasing(withKey: Phrase.key(message))
      ?? model.phrases.phrasing(withKey: Phrase.key(reading.text))
  }

  private var empty: MatchResult {
    MatchResult(
      stage: .empty, decision: .decline(.init(nearMiss: nil, group: nil, nearest: [])),
      confidence: 0, outside: 1, candidates: [], evidence: [], tokens: [], repairs: [],
      unknownShare: 0, thresholds: model.thresholds, signs: Calibration.noSigns)
  }
}
