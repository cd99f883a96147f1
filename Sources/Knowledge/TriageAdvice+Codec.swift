extension Advice: BlobCodable {
  package func encode(into encoder: inout BlobEncoder) {
    encoder.text(id)
    encoder.text(section.rawValue)
    encoder.number(outcomes.lowerBound.rawValue)
    encoder.number(outcomes.upperBound.rawValue)
    encoder.array(conditions)
    encoder.optional(trait) { $0.text($1.rawValue) }
    encoder.bool(needsAppointment)
    encoder.texts(tags)
    encoder.array(says) { $0.triageSentence($1) }
  }

  package init(from decoder: inout BlobDecoder) throws(BlobError) {
    id = try decoder.text()
    section = try decoder.raw(Section.self)
    let low = try decoder.outcome()
    let high = try decoder.outcome()
    guard low <= high else { throw .badValue("outcomes", at: decoder.position) }
    outcomes = low...high
    conditions = try decoder.array()
    trait = try decoder.bool() ? try decoder.raw(RunnerTrait.self) : nil
    needsAppointment = try decoder.bool()
    tags = try decoder.texts()
    says = try decoder.triageSentences()
  }
}

extension AdviceGuard: BlobCodable {
  package func encode(into encoder: inout BlobEncoder) {
    encoder.text(id)
    encoder.array(anyOf) { $0.array($1) }
    encoder.optional(fromOutcome) { $0.number($1.rawValue) }
    encoder.texts(traits.map(\.rawValue))
    encoder.bool(always)
    encoder.texts(removes)
    encoder.texts(topics)
    encoder.array(says) { $0.triageSentence($1) }
    encoder.texts(accompanies)
  }

  package init(from decoder: inout BlobDecoder) throws(BlobError) {
    id = try decoder.text()
    anyOf = []
    for _ in 0..<(try decoder.count()) { anyOf.append(try decoder.array()) }
    fromOutcome = try decoder.bool() ? try decoder.outcome() : nil
    traits = []
    for _ in 0..<(try decoder.count()) { traits.append(try decoder.raw(RunnerTrait.self)) }
    always = try decoder.bool()
    removes = try decoder.texts()
    topics = try decoder.texts()
    says = try decoder.triageSentences()
    accompanies = try decoder.texts()
  }
}

extension TriageQuestion: BlobCodable {
  package func encode(into encoder: inout BlobEncoder) {
    encoder.text(kind.rawValue)
    encoder.array(slots) { $0.number($1.rawValue) }
    encoder.text(ask)
    encoder.optional(askAgain) { $0.text($1) }
    encoder.text(hint)
    encoder.array(choices)
    encoder.array(why) { $0.triageSentence($1) }
    encoder.bool(isEssential)
  }

  package init(from decoder: inout BlobDecoder) throws(BlobError) {
    kind = try decoder.raw(Kind.self)
    slots = try decoder.slots()
    ask = try decoder.text()
    askAgain = try decoder.bool() ? try decoder.text() : nil
    hint = try decoder.text()
    choices = try decoder.array()
    why = try decoder.triageSentences()
    isEssential = try decoder.bool()
  }
}

extension TriageQuestion.Choice: BlobCodable {
  package func encode(into encoder: inout BlobEncoder) {
    encoder.text(text)
    encoder.array(sets)
    encoder.array(asks) { $0.number($1.rawValue) }
  }

  package init(from decoder: inout BlobDecoder) throws(BlobError) {
    text = try decoder.text()
    sets = try decoder.array()
    asks = try decoder.slots()
  }
}

extension BlobEncoder {
  mutating func triageSentence(_ sentence: Sentence) {
    text(sentence.text)
    texts(sentence.claims)
    texts(sentence.gaps)
    optional(sentence.editorial) { $0.text($1) }
  }

  mutating func verdict(_ verdict: Verdict) {
    number(verdict.outcome.rawValue)
    bool(verdict.appointment)
  }
}

extension BlobDecoder {
  mutating func triageSentence() throws(BlobError) -> Sentence {
    Sentence(
      text: try text(), claims: try texts(), gaps: try texts(),
      editorial: try bool() ? try text() : nil)
  }

  mutating func triageSentences() throws(BlobError) -> [Sentence] {
    var sentences: [Sentence] = []
    for _ in 0..<(try count()) { sentences.append(try triageSentence()) }
    return sentences
  }

  mutating func verdict() throws(BlobError) -> Verdict {
    Verdict(try outcome(), appointment: try bool())
  }

  mutating func outcome() throws(BlobError) -> Outcome {
    guard let outcome = Outcome(rawValue: try number()) else {
      throw .badValue("outcome", at: position)
    }
    return outcome
  }

  mutating func slot() throws(BlobError) -> Slot {
    guard let slot = Slot(rawValue: try number()) else { throw .badValue("slot", at: position) }
    return slot
  }

  mutating func slots() throws(BlobError) -> [Slot] {
    var slots: [Slot] = []
    for _ in 0..<(try count()) { slots.append(try slot()) }
    return slots
  }

  mutating func raw<Value: RawRepresentable>(
    _ type: Value.Type
  ) throws(BlobError) -> Value where Value.RawValue == String {
    guard let value = Value(rawValue: try text()) else {
      throw .badValue("\(type)", at: position)
    }
    return value
  }
}
