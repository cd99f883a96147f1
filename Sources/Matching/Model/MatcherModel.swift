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
  }

  let intents: [Intent]
  /// For each class of the linear models but the last, the index of its intent.
  let classes: [Int]
  let calibration: Calibration
  let thresholds: Thresholds
  let phrases: PhraseBook
  let ngrams: NGramModel

  init(_ blob: Blob) throws(BlobError) {
    func section(_ name: String) throws(BlobError) -> ModelBytes {
      ModelBytes(try blob.requiredSection(name), owner: nil)
    }
    try self.init(section)
  }

  /// Reads sections by name.
  init(_ section: (String) throws(BlobError) -> ModelBytes) throws(BlobError) {
    let settings = try section(Section.settings)
    var decoder = BlobDecoder(settings.bytes)
    intents = try decoder.array { decoder throws(BlobError) in
      let kind = try decoder.number()
      return try Intent(kind: kind, id: decoder.text())
    }
    calibration = try Calibration(from: &decoder)
    thresholds = try Thresholds(
      answer: decoder.double(), decline: decoder.double(), offer: decoder.double())
    classes = MatcherModel.classes(of: intents)
    phrases = try PhraseBook(section(Section.phrases))
    ngrams = try NGramModel(section(Section.ngrams))
    guard ngrams.classCount == classes.count + 1 else {
      throw .badValue("number of classes", at: 0)
    }
  }

  /// Each intent with an answer is a class of its own; all others are the last class together.
  static func classes(of intents: [Intent]) -> [Int] {
    intents.indices.filter { intents[$0].isInScope }
  }

  static func encodeSettings(
    intents: [Intent], calibration: Calibration, thresholds: Thresholds
  ) -> [UInt8] {
    var encoder = BlobEncoder()
    encoder.array(intents) { encoder, intent in
      encoder.number(intent.kind)
      encoder.text(intent.id)
    }
    calibration.encode(into: &encoder)
    encoder.double(thresholds.answer)
    encoder.double(thresholds.decline)
    encoder.double(thresholds.offer)
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
