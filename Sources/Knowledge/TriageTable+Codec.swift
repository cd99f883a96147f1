// How the table stands in compiled knowledge: the fields in the order of their types.

extension TriageTable: BlobCodable {
  /// Name of its section.
  package static let section = "triage"

  package func encode(into encoder: inout BlobEncoder) {
    encoder.array(slots)
    encoder.array(rules)
    encoder.array(outcomes)
    encoder.array(questions)
    encoder.array(advice)
    encoder.array(guards)
    encoder.array(gates) { $0.triageSentence($1) }
  }

  package init(from decoder: inout BlobDecoder) throws(BlobError) {
    self.init()
    slots = try decoder.array()
    rules = try decoder.array()
    outcomes = try decoder.array()
    questions = try decoder.array()
    advice = try decoder.array()
    guards = try decoder.array()
    gates = try decoder.triageSentences()
    reindex()
  }

  /// Reads the table from compiled knowledge; nil where there is none.
  package init?(blob: Blob) throws(BlobError) {
    guard let bytes = blob.section(TriageTable.section) else { return nil }
    var decoder = BlobDecoder(bytes)
    try self.init(from: &decoder)
  }

  /// The bytes of its section.
  package var compiled: [UInt8] {
    var encoder = BlobEncoder()
    encode(into: &encoder)
    return encoder.bytes
  }
}

extension SlotDefinition: BlobCodable {
  package func encode(into encoder: inout BlobEncoder) {
    encoder.number(slot.rawValue)
    encoder.text(label)
    encoder.array(values)
    encoder.text(question)
    encoder.array(why) { $0.triageSentence($1) }
    encoder.number(unknown.value)
    encoder.optional(unknown.floor) { $0.verdict($1) }
    encoder.optional(unknown.says) { $0.triageSentence($1) }
    encoder.optional(dangerFrom) { $0.number($1) }
    encoder.text(harmless)
  }

  package init(from decoder: inout BlobDecoder) throws(BlobError) {
    slot = try decoder.slot()
    label = try decoder.text()
    values = try decoder.array()
    question = try decoder.text()
    why = try decoder.triageSentences()
    unknown = UnknownTreatment(value: try decoder.number())
    unknown.floor = try decoder.bool() ? try decoder.verdict() : nil
    unknown.says = try decoder.bool() ? try decoder.triageSentence() : nil
    dangerFrom = try decoder.bool() ? try decoder.number() : nil
    harmless = try decoder.text()
  }
}

extension SlotValueDefinition: BlobCodable {
  package func encode(into encoder: inout BlobEncoder) {
    encoder.text(word)
    encoder.text(means)
    encoder.bool(scores != nil)
    if let scores {
      encoder.number(scores.lowerBound)
      encoder.number(scores.upperBound)
    }
    encoder.texts(says)
  }

  package init(from decoder: inout BlobDecoder) throws(BlobError) {
    word = try decoder.text()
    means = try decoder.text()
    if try decoder.bool() {
      let low = try decoder.number()
      let high = try decoder.number()
      guard low <= high else { throw .badValue("scores", at: decoder.position) }
      scores = low...high
    }
    says = try decoder.texts()
  }
}

extension SlotCondition: BlobCodable {
  package func encode(into encoder: inout BlobEncoder) {
    encoder.number(slot.rawValue)
    encoder.number(atLeast)
    encoder.optional(atMost) { $0.number($1) }
  }

  package init(from decoder: inout BlobDecoder) throws(BlobError) {
    slot = try decoder.slot()
    atLeast = try decoder.number()
    atMost = try decoder.bool() ? try decoder.number() : nil
  }
}

extension TriageRule: BlobCodable {
  package func encode(into encoder: inout BlobEncoder) {
    encoder.text(id)
    encoder.text(kind.rawValue)
    encoder.array(conditions)
    encoder.verdict(verdict)
    encoder.bool(overrides)
    encoder.bool(corroborates)
    encoder.text(means)
    encoder.texts(support)
    encoder.array(says) { $0.triageSentence($1) }
  }

  package init(from decoder: inout BlobDecoder) throws(BlobError) {
    id = try decoder.text()
    kind = try decoder.raw(Kind.self)
    conditions = try decoder.array()
    verdict = try decoder.verdict()
    overrides = try decoder.bool()
    corroborates = try decoder.bool()
    means = try decoder.text()
    support = try decoder.texts()
    says = try decoder.triageSentences()
  }
}

extension OutcomeText: BlobCodable {
  package func encode(into encoder: inout BlobEncoder) {
    encoder.number(outcome.rawValue)
    encoder.text(title)
    encoder.array(says) { $0.triageSentence($1) }
    encoder.text(short)
    encoder.array(again) { $0.triageSentence($1) }
  }

  package init(from decoder: inout BlobDecoder) throws(BlobError) {
    outcome = try decoder.outcome()
    title = try decoder.text()
    says = try decoder.triageSentences()
    short = try decoder.text()
    again = try decoder.triageSentences()
  }
}
