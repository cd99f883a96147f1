extension SignLexicon {
  /// Name of its section in compiled knowledge.
  package static let section = "signs"

  /// The bytes of its section, laid out to be used where they lie.
  ///
  /// Words stand in rows of one length, sorted, so that a word is found without a table of them all;
  /// everything that patterns refer to stands in rows of numbers of one width. Patterns of rules come
  /// first, in the order of the rules, then those of the guards.
  package var sectionBytes: [UInt8] {
    var encoder = BlobEncoder()
    let order = words.indices.sorted { words[$0].stands(before: words[$1]) }
    encoder.wordRows(order.map { words[$0] })
    encoder.wordRows(ordinaryWords.sorted { $0.stands(before: $1) })
    encodeElements(order: order, into: &encoder)
    encodePatterns(into: &encoder)
    encoder.array(rules) { $1.encode(into: &$0) }
    encoder.array(combinations)
    encoder.optional(foot) { $0.number($1) }
    return encoder.bytes
  }

  /// Which elements each word satisfies, and the ranges of those that take numbers.
  private func encodeElements(order: [Int], into encoder: inout BlobEncoder) {
    var ofWords = [[Int]](repeating: [], count: words.count)
    for (element, accepted) in elements.enumerated() {
      guard case .words(let accepted) = accepted else { continue }
      for word in accepted { ofWords[word].append(element) }
    }
    encoder.number(elements.count)
    encoder.runs(order.map { ofWords[$0] })
    let ranges = elements.indices.filter {
      if case .words = elements[$0] { false } else { true }
    }
    encoder.array(ranges) { encoder, element in
      encoder.number(element)
      switch elements[element] {
      case .words: break
      case .number(let lower, let upper):
        encoder.number(0)
        encoder.double(lower)
        encoder.double(upper)
      case .quantity(let measure, let lower, let upper):
        encoder.number(1 + (SignMeasure.allCases.firstIndex(of: measure) ?? 0))
        encoder.double(lower)
        encoder.double(upper)
      }
    }
  }

  private func encodePatterns(into encoder: inout BlobEncoder) {
    var patterns: [[Int]] = []
    var owners: [Int] = []
    for (number, rule) in rules.enumerated() {
      for pattern in rule.patterns {
        patterns.append(pattern.steps.map(\.packed))
        owners.append(number)
      }
    }
    var guards: [[Int]] = []
    for guarded in rules.flatMap({ $0.needs + $0.unless }) {
      let side = SignGuard.Side.allCases.firstIndex(of: guarded.side) ?? 0
      guards.append([
        side << 1 | (guarded.isWeak ? 1 : 0), guarded.reach, patterns.count,
        guarded.patterns.count,
      ])
      patterns += guarded.patterns.map { $0.steps.map(\.packed) }
    }
    encoder.runs(patterns)
    encoder.row(owners)
    encoder.row(guards.flatMap(\.self))
  }
}

extension SignStep {
  /// Element, gap and whether it is optional, in one number below 2^21.
  fileprivate var packed: Int {
    precondition(element < 1 << 14 && gap < 1 << 6, "step \(self) is out of range")
    return element << 7 | gap << 1 | (isOptional ? 1 : 0)
  }
}

extension String {
  /// Order of the rows of words: by length in bytes, then by bytes.
  fileprivate func stands(before other: String) -> Bool {
    utf8.count == other.utf8.count
      ? utf8.lexicographicallyPrecedes(other.utf8) : utf8.count < other.utf8.count
  }
}

extension BlobEncoder {
  /// Numbers below 2^21, three bytes each.
  fileprivate mutating func row(_ values: [Int]) {
    number(values.count)
    for value in values {
      precondition(value >= 0 && value < 1 << 21, "number \(value) is out of range")
      raw((0..<3).map { UInt8(value >> (7 * $0) & 0x7F) })
    }
  }

  /// Lists of numbers: where each begins, then all their numbers.
  fileprivate mutating func runs(_ lists: [[Int]]) {
    var starts = [0]
    for list in lists { starts.append((starts.last ?? 0) + list.count) }
    row(starts)
    row(lists.flatMap(\.self))
  }

  /// Words sorted by length, then by letter: for each length how many, then all their letters.
  fileprivate mutating func wordRows(_ words: [String]) {
    let longest = words.last?.utf8.count ?? 0
    number(longest)
    for length in 0...longest {
      let row = words.filter { $0.utf8.count == length }
      number(row.count)
      raw(row.flatMap { Array($0.utf8) })
    }
  }
}

extension SignRule {
  /// Without its patterns, and of its guards only how many there are.
  fileprivate func encode(into encoder: inout BlobEncoder) {
    meaning.encode(into: &encoder)
    encoder.number(needs.count)
    encoder.number(unless.count)
    encoder.optional(negated) { $0.number($1) }
    switch past {
    case .drop: encoder.number(0)
    case .keep: encoder.number(1)
    case .value(let value): encoder.number(value + 2)
    }
    encoder.bool(isAnyone)
    encoder.number(Override.allCases.firstIndex(of: override) ?? 0)
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
