extension Sentence: BlobCodable {
  package func encode(into encoder: inout BlobEncoder) {
    encoder.text(text)
    encoder.symbols(claims)
    encoder.symbols(gaps)
    encoder.optional(editorial) { $0.text($1) }
  }

  package init(from decoder: inout BlobDecoder) throws(BlobError) {
    text = try decoder.text()
    claims = try decoder.symbols()
    gaps = try decoder.symbols()
    editorial = try decoder.optionalText()
  }
}

extension Aspect: BlobCodable {
  package func encode(into encoder: inout BlobEncoder) {
    encoder.number(Self.allCases.firstIndex(of: self) ?? 0)
  }

  package init(from decoder: inout BlobDecoder) throws(BlobError) {
    let index = try decoder.number()
    guard index < Self.allCases.count else { throw .badValue("aspect", at: decoder.position) }
    self = Self.allCases[index]
  }
}

extension Part: BlobCodable {
  package func encode(into encoder: inout BlobEncoder) {
    encoder.text(id)
    encoder.text(title)
    encoder.array(aspects)
    encoder.array(sentences)
  }

  package init(from decoder: inout BlobDecoder) throws(BlobError) {
    id = try decoder.text()
    title = try decoder.text()
    aspects = try decoder.array()
    asked = []
    sentences = try decoder.array()
  }
}

extension Topic: BlobCodable {
  package func encode(into encoder: inout BlobEncoder) {
    encoder.symbol(id)
    encoder.text(title)
    encoder.array(answer)
    encoder.array(parts)
    encoder.symbols(differs)
    encoder.symbols(seeAlso)
    encoder.texts(followUps)
    encoder.bool(offersTriage)
  }

  package init(from decoder: inout BlobDecoder) throws(BlobError) {
    id = try decoder.symbol()
    title = try decoder.text()
    answer = try decoder.array()
    parts = try decoder.array()
    differs = try decoder.symbols()
    seeAlso = try decoder.symbols()
    followUps = try decoder.texts()
    offersTriage = try decoder.bool()
  }
}

extension Difference: BlobCodable {
  package func encode(into encoder: inout BlobEncoder) {
    encoder.symbol(id)
    encoder.text(question)
    encoder.texts(asked)
    encoder.array(blog)
    encoder.array(healthline)
    encoder.array(meanwhile)
    encoder.symbols(topics)
  }

  package init(from decoder: inout BlobDecoder) throws(BlobError) {
    id = try decoder.symbol()
    question = try decoder.text()
    asked = try decoder.texts()
    blog = try decoder.array()
    healthline = try decoder.array()
    meanwhile = try decoder.array()
    topics = try decoder.symbols()
  }
}

extension Gap: BlobCodable {
  package func encode(into encoder: inout BlobEncoder) {
    encoder.symbol(id)
    encoder.text(missing)
    encoder.texts(asked)
    encoder.array(says)
    encoder.symbols(topics)
  }

  package init(from decoder: inout BlobDecoder) throws(BlobError) {
    id = try decoder.symbol()
    missing = try decoder.text()
    asked = try decoder.texts()
    says = try decoder.array()
    topics = try decoder.symbols()
  }
}
