extension SignLexicon {
  /// Name of its section in compiled knowledge.
  package static let section = "signs"

  /// The bytes of its section.
  package var sectionBytes: [UInt8] {
    var encoder = BlobEncoder()
    encode(into: &encoder)
    return encoder.bytes
  }

  /// Reads it from its section.
  package init(_ blob: Blob) throws(BlobError) {
    var decoder = BlobDecoder(try blob.requiredSection(Self.section))
    try self.init(from: &decoder)
  }
}

extension SignLexicon: BlobCodable {
  package func encode(into encoder: inout BlobEncoder) {
    encoder.texts(words)
    encoder.texts(ordinaryWords)
    encoder.array(elements)
    encoder.array(rules)
    encoder.array(combinations)
    encoder.optional(foot) { $0.number($1) }
  }

  package init(from decoder: inout BlobDecoder) throws(BlobError) {
    self.init()
    words = try decoder.texts()
    ordinaryWords = try decoder.texts()
    elements = try decoder.array()
    rules = try decoder.array()
    combinations = try decoder.array()
    foot = try decoder.optional { decoder throws(BlobError) in try decoder.number() }
    try checkIndices(at: decoder.position)
  }

  /// Throws where an index leads nowhere, so that no reader need look.
  private func checkIndices(at position: Int) throws(BlobError) {
    for case .words(let indices) in elements {
      guard indices.allSatisfy(words.indices.contains) else {
        throw .badValue("word", at: position)
      }
    }
    if let foot, !elements.indices.contains(foot) { throw .badValue("element", at: position) }
    for rule in rules {
      let guarded = (rule.needs + rule.unless).flatMap(\.patterns)
      for pattern in rule.patterns + guarded {
        guard !pattern.steps.isEmpty,
          pattern.steps.allSatisfy({ elements.indices.contains($0.element) })
        else { throw .badValue("pattern", at: position) }
      }
    }
  }
}

extension SignElement: BlobCodable {
  package func encode(into encoder: inout BlobEncoder) {
    switch self {
    case .words(let indices):
      encoder.number(0)
      var last = 0
      // Sorted, so that the steps from one to the next are small.
      encoder.array(indices) { encoder, index in
        encoder.number(index - last)
        last = index
      }
    case .number(let lower, let upper):
      encoder.number(1)
      encoder.double(lower)
      encoder.double(upper)
    case .quantity(let measure, let lower, let upper):
      encoder.number(2)
      encoder.number(SignMeasure.allCases.firstIndex(of: measure) ?? 0)
      encoder.double(lower)
      encoder.double(upper)
    }
  }

  package init(from decoder: inout BlobDecoder) throws(BlobError) {
    switch try decoder.number() {
    case 0:
      var indices: [Int] = []
      var last = 0
      for _ in 0..<(try decoder.count()) {
        last += try decoder.number()
        indices.append(last)
      }
      self = .words(indices)
    case 1: self = .number(lower: try decoder.double(), upper: try decoder.double())
    case 2:
      let measure = try decoder.number()
      guard measure < SignMeasure.allCases.count else {
        throw .badValue("measure", at: decoder.position)
      }
      self = .quantity(
        SignMeasure.allCases[measure], lower: try decoder.double(), upper: try decoder.double())
    default: throw .badValue("element", at: decoder.position)
    }
  }
}

extension SignPattern: BlobCodable {
  package func encode(into encoder: inout BlobEncoder) {
    encoder.array(steps) { encoder, step in
      encoder.number(step.element)
      encoder.number(step.gap << 1 | (step.isOptional ? 1 : 0))
    }
  }

  package init(from decoder: inout BlobDecoder) throws(BlobError) {
    steps = try decoder.array { decoder throws(BlobError) in
      let element = try decoder.number()
      let rest = try decoder.number()
      return SignStep(element: element, gap: rest >> 1, isOptional: rest & 1 == 1)
    }
  }
}

extension SignGuard: BlobCodable {
  package func encode(into encoder: inout BlobEncoder) {
    encoder.array(patterns)
    encoder.number(Side.allCases.firstIndex(of: side) ?? 0)
    encoder.number(reach)
    encoder.bool(isWeak)
  }

  package init(from decoder: inout BlobDecoder) throws(BlobError) {
    patterns = try decoder.array()
    let index = try decoder.number()
    guard index < Side.allCases.count else { throw .badValue("side", at: decoder.position) }
    side = Side.allCases[index]
    reach = try decoder.number()
    isWeak = try decoder.bool()
  }
}

extension SignRule: BlobCodable {
  package func encode(into encoder: inout BlobEncoder) {
    meaning.encode(into: &encoder)
    encoder.array(patterns)
    encoder.array(needs)
    encoder.array(unless)
    encoder.optional(negated) { $0.number($1) }
    switch past {
    case .drop: encoder.number(0)
    case .keep: encoder.number(1)
    case .value(let value): encoder.number(value + 2)
    }
    encoder.bool(isAnyone)
    encoder.number(Override.allCases.firstIndex(of: override) ?? 0)
  }

  package init(from decoder: inout BlobDecoder) throws(BlobError) {
    meaning = try Meaning(from: &decoder)
    patterns = try decoder.array()
    needs = try decoder.array()
    unless = try decoder.array()
    negated = try decoder.optional { decoder throws(BlobError) in try decoder.number() }
    let past = try decoder.number()
    self.past = past == 0 ? .drop : past == 1 ? .keep : .value(past - 2)
    isAnyone = try decoder.bool()
    let override = try decoder.number()
    guard override < Override.allCases.count else {
      throw .badValue("override", at: decoder.position)
    }
    self.override = Override.allCases[override]
  }
}

extension SignRule.Meaning: BlobCodable {
  package func encode(into encoder: inout BlobEncoder) {
    switch self {
    case .value(let slot, let value):
      encoder.number(0)
      encoder.number(slot.rawValue)
      encoder.number(value)
    case .alarm(let name):
      encoder.number(1)
      encoder.text(name)
    case .companion(let name):
      encoder.number(2)
      encoder.text(name)
    case .idiom: encoder.number(3)
    case .cue(let cue):
      encoder.number(4)
      encoder.number(SignCue.allCases.firstIndex(of: cue) ?? 0)
    }
  }

  package init(from decoder: inout BlobDecoder) throws(BlobError) {
    switch try decoder.number() {
    case 0:
      guard let slot = Slot(rawValue: try decoder.number()) else {
        throw .badValue("slot", at: decoder.position)
      }
      self = .value(slot, try decoder.number())
    case 1: self = .alarm(try decoder.text())
    case 2: self = .companion(try decoder.text())
    case 3: self = .idiom
    case 4:
      let cue = try decoder.number()
      guard cue < SignCue.allCases.count else { throw .badValue("cue", at: decoder.position) }
      self = .cue(SignCue.allCases[cue])
    default: throw .badValue("meaning", at: decoder.position)
    }
  }
}

extension SignCombination: BlobCodable {
  package func encode(into encoder: inout BlobEncoder) {
    encoder.number(slot.rawValue)
    encoder.number(from)
    encoder.texts(with)
    encoder.number(value)
  }

  package init(from decoder: inout BlobDecoder) throws(BlobError) {
    guard let slot = Slot(rawValue: try decoder.number()) else {
      throw .badValue("slot", at: decoder.position)
    }
    self.slot = slot
    from = try decoder.number()
    with = try decoder.texts()
    value = try decoder.number()
  }
}
