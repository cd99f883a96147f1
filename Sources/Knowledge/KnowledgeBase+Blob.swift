extension KnowledgeBase {
  /// Names of the sections that hold the model.
  package enum Section {
    package static let symbols = "symbols"
    package static let model = "model"
    package static let phrasings = "phrasings"
  }

  /// Adds the sections that hold the model: the strings that recur, the model without phrasings,
  /// and the phrasings.
  package func addSections(to writer: inout BlobWriter) {
    var model = BlobEncoder()
    model.array(sources)
    model.array(speakers)
    model.array(claims)
    model.array(topics)
    model.array(differences)
    model.array(gaps)
    model.array(smallTalk)
    model.array(nearMisses)
    model.array(declines)
    model.array(acts)
    model.array(aspects)
    model.texts(fillers)
    model.texts(functionWords)
    var symbols = BlobEncoder()
    symbols.texts(model.symbols)
    var phrasings = BlobEncoder()
    phrasings.array(self.phrasings)
    var copy = self
    copy.forEachAsked { phrasings.texts($0) }
    writer.addSection(Section.symbols, symbols.bytes)
    writer.addSection(Section.model, model.bytes)
    writer.addSection(Section.phrasings, phrasings.bytes)
  }

  /// Reads the model, well under a millisecond for 400 claims and 1 200 sentences. Messages as
  /// people put them (`phrasings` and every `asked`), which only training needs, stay empty;
  /// `readPhrasings` adds them.
  package init(_ blob: Blob) throws(BlobError) {
    self.init()
    var symbols = BlobDecoder(try blob.requiredSection(Section.symbols))
    var model = BlobDecoder(
      try blob.requiredSection(Section.model), symbols: try symbols.texts())
    sources = try model.array()
    speakers = try model.array()
    claims = try model.array()
    topics = try model.array()
    differences = try model.array()
    gaps = try model.array()
    smallTalk = try model.array()
    nearMisses = try model.array()
    declines = try model.array()
    acts = try model.array()
    aspects = try model.array()
    fillers = try model.texts()
    functionWords = try model.texts()
  }

  /// Reads the phrasings and every `asked` from the blob that the model came from.
  package mutating func readPhrasings(from blob: Blob) throws(BlobError) {
    var decoder = BlobDecoder(try blob.requiredSection(Section.phrasings))
    phrasings = try decoder.array()
    try forEachAsked { asked throws(BlobError) in asked = try decoder.texts() }
  }

  /// Walks over everything that people ask beside the phrasings of topics, in a fixed order.
  private mutating func forEachAsked<Failure: Error>(
    _ body: (inout [String]) throws(Failure) -> Void
  ) throws(Failure) {
    for topic in topics.indices {
      for part in topics[topic].parts.indices { try body(&topics[topic].parts[part].asked) }
    }
    for index in differences.indices { try body(&differences[index].asked) }
    for index in gaps.indices { try body(&gaps[index].asked) }
    for index in nearMisses.indices { try body(&nearMisses[index].phrasings) }
    for index in declines.indices { try body(&declines[index].asked) }
  }
}
