import Knowledge

/// The examples of a training set as the models see them.
struct TrainingMaterial {
  /// The examples of one intent stand one after the other.
  let set: TrainingSet
  let readings: [Reading]
  private let wordBytes: [UInt8]
  let book: WordBook?
  /// One a phrasing; nil without an encoder.
  let vectors: [SentenceVector]?
  let classes: [Int]
  /// Class of each example: intents with an answer by their order, all others the last class.
  let labels: [Int]

  var classCount: Int { classes.count + 1 }

  /// `words` is the book of an earlier training; without it one is made from the set.
  init(
    _ set: TrainingSet, words: [UInt8]? = nil, encode: ((String) -> SentenceVector)?,
    progress: (String) -> Void
  ) {
    let set = set.grouped()
    self.set = set
    wordBytes = words ?? WordBook.encode(set.examples.map(\.text), set.lexicon)
    book = try? WordBook(ModelBytes(copying: wordBytes))
    let book = book
    readings = set.examples.map { Reading($0.text, book) }
    if let encode {
      progress("sentence vectors of \(set.examples.count) phrasings")
      vectors = readings.map { encode($0.text) }
    } else {
      vectors = nil
    }
    let classes = MatcherModel.classes(of: set.intents)
    var place = [Int](repeating: classes.count, count: set.intents.count)
    for (index, intent) in classes.enumerated() { place[intent] = index }
    self.classes = classes
    labels = set.examples.map { place[$0.intent] }
  }

  /// The n-gram model trained on some of the examples, in so many passes.
  func ngrams(_ chosen: [Int], epochs: Int = NGramTraining.epochs) -> [UInt8] {
    NGramTraining.train(
      chosen.map { readings[$0].grams }, labels: chosen.map { labels[$0] },
      classCount: classCount, epochs: epochs)
  }

  /// The head over the sentence vectors trained on some of the examples.
  func head(_ chosen: [Int], epochs: Int? = nil) -> [UInt8]? {
    guard let vectors else { return nil }
    return HeadTraining.train(
      chosen.map { vectors[$0].values }, labels: chosen.map { labels[$0] }, classCount: classCount,
      epochs: epochs)
  }

  /// Fits the scores of parts on their own questions; without vectors no part is ever chosen.
  private func partCalibration() -> LogisticModel {
    var questions = [[Int]](repeating: [], count: set.owners.count)
    var aspects: [Int: Set<Aspect>] = [:]
    for (index, example) in set.examples.enumerated() {
      guard let owner = example.owner else { continue }
      questions[owner].append(index)
      aspects[index] = AspectWords.aspects(of: readings[index].words.map(\.text))
    }
    guard let vectors,
      let table = try? VectorTable(ModelBytes(copying: VectorTable.encode(vectors)))
    else { return LogisticModel(weights: [-10, 0, 0, 0, 0]) }
    return PartScorer(owners: set.owners, questions: questions).fit(aspects: aspects) {
      table.similarity($1, VectorTable.Query(vectors[$0]))
    }
  }

  /// All sections of the model trained on all examples; `isSketch` leaves the weights at zero.
  func sections(
    _ calibration: Calibration, _ thresholds: Thresholds, isSketch: Bool = false
  ) -> [MatcherTraining.Section] {
    let all = Array(set.examples.indices)
    var sections = [
      MatcherTraining.Section(
        name: MatcherModel.Section.settings,
        bytes: MatcherModel.encodeSettings(
          set, calibration: calibration, thresholds: thresholds, parts: partCalibration())),
      .init(name: MatcherModel.Section.phrases, bytes: PhraseBook.encode(set)),
      .init(name: MatcherModel.Section.words, bytes: wordBytes),
      .init(
        name: MatcherModel.Section.ngrams, bytes: isSketch ? ngrams(all, epochs: 0) : ngrams(all)),
    ]
    if let vectors, let head = isSketch ? head(all, epochs: 0) : head(all) {
      sections.append(.init(name: MatcherModel.Section.head, bytes: head))
      sections.append(
        .init(
          name: MatcherModel.Section.vectors, bytes: VectorTable.encode(vectors)))
    }
    return sections
  }
}
