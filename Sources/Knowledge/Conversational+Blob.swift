// Messages as people put them (`phrasings`, `asked`) are left out of the model: they stand in a
// section of their own, see `KnowledgeBase.readPhrasings(from:)`.

extension SmallTalk: BlobCodable {
  package func encode(into encoder: inout BlobEncoder) {
    encoder.symbol(id)
    encoder.texts(replies)
  }

  package init(from decoder: inout BlobDecoder) throws(BlobError) {
    id = try decoder.symbol()
    replies = try decoder.texts()
  }
}

extension NearMiss: BlobCodable {
  package func encode(into encoder: inout BlobEncoder) {
    encoder.symbol(id)
    encoder.text(name)
    encoder.array(says)
    encoder.texts(words)
  }

  package init(from decoder: inout BlobDecoder) throws(BlobError) {
    id = try decoder.symbol()
    name = try decoder.text()
    says = try decoder.array()
    words = try decoder.texts()
    phrasings = []
  }
}

extension Decline: BlobCodable {
  package func encode(into encoder: inout BlobEncoder) {
    encoder.symbol(reason)
    encoder.texts(replies)
  }

  package init(from decoder: inout BlobDecoder) throws(BlobError) {
    reason = try decoder.symbol()
    replies = try decoder.texts()
    asked = []
  }
}

extension PhrasingSet: BlobCodable {
  package func encode(into encoder: inout BlobEncoder) {
    encoder.text(topic)
    encoder.optional(group) { $0.text($1) }
    encoder.texts(phrasings)
  }

  package init(from decoder: inout BlobDecoder) throws(BlobError) {
    topic = try decoder.text()
    group = try decoder.optionalText()
    phrasings = try decoder.texts()
  }
}
