import Knowledge

/// Something narrower than a topic that has questions of its own.
package enum PartReference: Hashable, Sendable {
  /// A part of a topic, by the ids of both.
  case part(topic: String, id: String)
  case gap(String)
  case difference(String)
}

/// The part, gap or difference that a message is about, more narrowly than its topic.
package struct PartMatch: Hashable, Sendable {
  package var reference: PartReference
  /// The topic under which it was looked for.
  package var topic: String
  /// Probability that the message is about it, fitted on held-out questions.
  package var score: Double
}

/// A question on record with how much a message is like it.
package struct QuestionLikeness: Hashable, Sendable {
  package var text: String
  /// 0 to 1, where 1 is the same.
  package var similarity: Double
}

/// The questions on record on one topic that are most like a message.
package struct NearestQuestion: Hashable, Sendable {
  package var topic: String
  /// What the nearest of all asks for; nil for the topic as a whole.
  package var reference: PartReference?
  package var best: QuestionLikeness
  /// The nearest of those that ask for the topic as a whole.
  package var general: QuestionLikeness?
  /// The nearest question of each part, gap and difference.
  package var narrower: [PartReference: QuestionLikeness] = [:]

  package var similarity: Double { best.similarity }
}

/// A reference with where it belongs and what it answers.
struct PartOwner: Hashable, Sendable {
  var reference: PartReference
  var topics: [String]
  var aspects: Set<Aspect>

  func encode(into encoder: inout BlobEncoder) {
    switch reference {
    case .part(let topic, let id):
      encoder.number(0)
      encoder.text(topic)
      encoder.text(id)
    case .gap(let id):
      encoder.number(1)
      encoder.text(id)
    case .difference(let id):
      encoder.number(2)
      encoder.text(id)
    }
    encoder.texts(topics)
    encoder.texts(Aspect.allCases.filter(aspects.contains).map(\.rawValue))
  }

  init(reference: PartReference, topics: [String], aspects: Set<Aspect>) {
    self.reference = reference
    self.topics = topics
    self.aspects = aspects
  }

  init(from decoder: inout BlobDecoder) throws(BlobError) {
    switch try decoder.number() {
    case 0: reference = .part(topic: try decoder.text(), id: try decoder.text())
    case 1: reference = .gap(try decoder.text())
    default: reference = .difference(try decoder.text())
    }
    topics = try decoder.texts()
    aspects = Set(try decoder.texts().compactMap(Aspect.init(rawValue:)))
  }
}
