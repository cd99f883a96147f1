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
    phrasings.array(nearMisses) { $0.texts($1.phrasings) }
    writer.addSection(Section.symbols, symbols.bytes)
    writer.addSection(Section.model, model.bytes)
    writer.addSection(Section.phrasings, phrasings.bytes)
  }

  /// Reads the model, well under a millisecond for 400 claims and 1 000 sentences. Phrasings, which
  /// only training needs, stay empty (those of near misses too); `readPhrasings` adds them.
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

  /// Reads the phrasings of topics and of near misses from the blob that the model came from.
  package mutating func readPhrasings(from blob: Blob) throws(BlobError) {
    var decoder = BlobDecoder(try blob.requiredSection(Section.phrasings))
    phrasings = try decoder.array()
    let ofNearMisses = try decoder.array { decoder throws(BlobError) in try decoder.texts() }
    guard ofNearMisses.count == nearMisses.count else {
      throw .badValue("number of near misses", at: decoder.position)
    }
    for index in nearMisses.indices { nearMisses[index].phrasings = ofNearMisses[index] }
  }
}
