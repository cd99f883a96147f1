import Knowledge

/// Everything that training made, read where it lies.
struct MatcherModel: Sendable {
  /// Names of the sections of compiled knowledge.
  enum Section {
    static let settings = "match.settings"
    static let phrases = "match.phrases"
    static let ngrams = "match.ngrams"
    static let vectors = "match.vectors"
    static let head = "match.head"
    static let words = "match.words"
    /// Hash of all that the other sections were made from.
    static let fingerprint = "match.fingerprint"
    /// Sentence vector of a fixed text, which tells one encoder from another.
    static let probe = "match.probe"
    /// Hash of the other sections, which tells a damaged cache.
    static let check = "match.check"
    static let prefix = "match."
  }

  let intents: [Intent]
  /// For each class of the linear models but the last, the index of its intent.
  let classes: [Int]
  let calibration: Calibration
  let thresholds: Thresholds
  let phrases: PhraseBook
  let ngrams: NGramModel
  let words: WordBook
  let parts: PartScorer
  /// Probability of a part from the features of `PartScorer`.
  let partCalibration: LogisticModel
  /// Nil where training had no sentence encoder.
  let vectors: VectorModel?
  /// The phrasings of each intent.
  let ranges: [Range<Int>]
  /// Intents that are out of scope.
  let outsideIntents: [Int]

  init(_ blob: Blob) throws(BlobError) {
    try self.init(named: { name in blob.section(name).map { ModelBytes($0, owner: nil) } })
  }

  /// Reads sections by name.
  init(named find: (String) -> ModelBytes?) throws(BlobError) {
    func section(_ name: String) throws(BlobError) -> ModelBytes {
      guard let found = find(name) else { throw .missingSection(name) }
      return found
    }
    let settings = try section(Section.settings)
    var decoder = BlobDecoder(settings.bytes)
    intents = try decoder.array { decoder throws(BlobError) in
      let kind = try decoder.number()
      return try Intent(kind: kind, id: decoder.text())
    }
    calibration = try Calibration(from: &decoder)
    thresholds = try Thresholds(
      answer: decoder.double(), decline: decoder.double(), offer: decoder.double())
    let owners = try decoder.array { decoder throws(BlobError) in try PartOwner(from: &decoder) }
    partCalibration = LogisticModel(
      weights: try decoder.array { decoder throws(BlobError) in try decoder.double() })
    classes = MatcherModel.classes(of: intents)
    phrases = try PhraseBook(section(Section.phrases))
    var questions = [[Int]](repeating: [], count: owners.count)
    for index in 0..<phrases.count {
      if let owner = phrases.owner(index), owner < owners.count { questions[owner].append(index) }
    }
    parts = PartScorer(owners: owners, questions: questions)
    ngrams = try NGramModel(section(Section.ngrams))
    words = try WordBook(section(Section.words))
    if let head = find(Section.head), let phrasings = find(Section.vectors) {
      vectors = try VectorModel(head: head, phrasings: phrasings)
    } else {
      vectors = nil
    }
    ranges = phrases.ranges(intentCount: intents.count)
    outsideIntents = intents.indices.filter { [intents] in !intents[$0].isInScope }
    guard ngrams.classCount == classes.count + 1 else {
      throw .badValue("number of classes", at: 0)
    }
  }

  /// Each intent with an answer is a class of its own; all others are the last class together.
  static func classes(of intents: [Intent]) -> [Int] {
    intents.indices.filter { intents[$0].isInScope }
  }

  static func encodeSettings(
    _ set: TrainingSet, calibration: Calibration, thresholds: Thresholds, parts: LogisticModel
  ) -> [UInt8] {
    var encoder = BlobEncoder()
    encoder.array(set.intents) { encoder, intent in
      encoder.number(intent.kind)
      encoder.text(intent.id)
    }
    calibration.encode(into: &encoder)
    encoder.double(thresholds.answer)
    encoder.double(thresholds.decline)
    encoder.double(thresholds.offer)
    encoder.array(set.owners) { $1.encode(into: &$0) }
    encoder.array(parts.weights) { $0.double($1) }
    return encoder.bytes
  }
}

extension Intent {
  fileprivate var kind: Int {
    switch self {
    case .topic: 0
    case .smallTalk: 1
    case .nearMiss: 2
    case .outOfScope: 3
    }
  }

  fileprivate init(kind: Int, id: String) throws(BlobError) {
    switch kind {
    case 0: self = .topic(id)
    case 1: self = .smallTalk(id)
    case 2: self = .nearMiss(id)
    case 3: self = .outOfScope(id)
    default: throw .badValue("kind of an intent", at: 0)
    }
  }
}
