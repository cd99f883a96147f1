extension EvidenceGrade: BlobCodable {
  package func encode(into encoder: inout BlobEncoder) {
    encoder.number(Self.allCases.firstIndex(of: self) ?? 0)
  }

  package init(from decoder: inout BlobDecoder) throws(BlobError) {
    let index = try decoder.number()
    guard index < Self.allCases.count else { throw .badValue("grade", at: decoder.position) }
    self = Self.allCases[index]
  }
}

extension Source: BlobCodable {
  package func encode(into encoder: inout BlobEncoder) {
    encoder.symbol(id)
    encoder.optional(title) { $0.text($1) }
    encoder.text(publisher)
    encoder.text(shortName)
    encoder.optional(address) { $0.text($1) }
    encoder.optional(doi) { $0.text($1) }
    encoder.optional(pubmed) { $0.text($1) }
    encoder.symbol(date)
    grade.encode(into: &encoder)
    encoder.optional(reportedBy) { $0.text($1) }
    encoder.optional(interests) { $0.text($1) }
    encoder.symbol(reviewBy)
  }

  package init(from decoder: inout BlobDecoder) throws(BlobError) {
    id = try decoder.symbol()
    title = try decoder.optionalText()
    publisher = try decoder.text()
    shortName = try decoder.text()
    address = try decoder.optionalText()
    doi = try decoder.optionalText()
    pubmed = try decoder.optionalText()
    date = try decoder.symbol()
    grade = try EvidenceGrade(from: &decoder)
    reportedBy = try decoder.optionalText()
    interests = try decoder.optionalText()
    reviewBy = try decoder.symbol()
  }
}

extension Speaker: BlobCodable {
  package func encode(into encoder: inout BlobEncoder) {
    encoder.symbol(id)
    encoder.text(name)
    encoder.optional(credentials) { $0.text($1) }
  }

  package init(from decoder: inout BlobDecoder) throws(BlobError) {
    id = try decoder.symbol()
    name = try decoder.text()
    credentials = try decoder.optionalText()
  }
}

extension Claim: BlobCodable {
  package func encode(into encoder: inout BlobEncoder) {
    encoder.symbol(id)
    encoder.symbol(source)
    encoder.symbol(locator)
    encoder.optional(speaker) { $0.symbol($1) }
    encoder.text(says)
    encoder.symbols(figures)
    encoder.symbols(hedges)
    encoder.symbols(conditions)
    encoder.optional(unusedReason) { $0.symbol($1) }
  }

  package init(from decoder: inout BlobDecoder) throws(BlobError) {
    id = try decoder.symbol()
    source = try decoder.symbol()
    locator = try decoder.symbol()
    speaker = try decoder.optionalSymbol()
    says = try decoder.text()
    figures = try decoder.symbols()
    hedges = try decoder.symbols()
    conditions = try decoder.symbols()
    unusedReason = try decoder.optionalSymbol()
  }
}

extension BlobDecoder {
  package mutating func optionalText() throws(BlobError) -> String? {
    try bool() ? try text() : nil
  }

  package mutating func optionalSymbol() throws(BlobError) -> String? {
    try bool() ? try symbol() : nil
  }
}
