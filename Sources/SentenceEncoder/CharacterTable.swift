internal import CSentenceEncoder

/// What the tokenizer does with each character: a table of two levels in the weight file.
struct CharacterTable {
  /// How a character splits words.
  enum Kind: UInt16 {
    case other = 0
    case blank = 1
    case punctuation = 2
  }

  /// What cleaning, accent stripping and lowercasing leave of a character.
  enum Fate {
    case keep(Kind)
    case drop
    case blank
    /// Stays and stands alone (CJK).
    case padded(Kind)
    case mapped(Scalars)
  }

  private static let blockSize: UInt32 = 64

  private let index: UnsafePointer<UInt16>
  private let blocks: UnsafePointer<UInt16>
  private let mappingOffsets: UnsafePointer<UInt16>
  private let mappings: UnsafePointer<UInt8>

  init(weights: UnsafePointer<SEHeader>) {
    let header = weights.pointee
    let base = UnsafeRawPointer(weights)
    index = (base + Int(header.characterIndex)).assumingMemoryBound(to: UInt16.self)
    blocks = (base + Int(header.characterBlocks)).assumingMemoryBound(to: UInt16.self)
    mappingOffsets = (base + Int(header.mappingOffsets)).assumingMemoryBound(to: UInt16.self)
    mappings = (base + Int(header.mappings)).assumingMemoryBound(to: UInt8.self)
  }

  func kind(of scalar: Unicode.Scalar) -> Kind {
    Kind(rawValue: entry(scalar) & 3) ?? .other
  }

  func fate(of scalar: Unicode.Scalar) -> Fate {
    let entry = entry(scalar)
    let kind = Kind(rawValue: entry & 3) ?? .other
    switch Int(entry >> 2) {
    case 0: return .keep(kind)
    case 1: return .drop
    case 2: return .blank
    case 3: return .padded(kind)
    case 4: return .mapped(.syllable(scalar.value - 0xAC00))
    case let action:
      let (start, end) = (mappingOffsets[action - 5], mappingOffsets[action - 4])
      return .mapped(.text(mappings + Int(start), mappings + Int(end)))
    }
  }

  private func entry(_ scalar: Unicode.Scalar) -> UInt16 {
    let block = UInt32(index[Int(scalar.value / Self.blockSize)])
    return blocks[Int(block * Self.blockSize + scalar.value % Self.blockSize)]
  }
}

/// The characters that one character becomes.
enum Scalars: Sequence, IteratorProtocol {
  /// UTF-8 from the first pointer up to the second.
  case text(UnsafePointer<UInt8>, UnsafePointer<UInt8>)
  /// A Hangul syllable by its number; it becomes two or three letters (Unicode Standard, section 3.12).
  case syllable(UInt32)
  case vowel(UInt32)
  case tail(UInt32)

  mutating func next() -> Unicode.Scalar? {
    switch self {
    case .text(let start, let end):
      guard start < end else { return nil }
      var decoder = Unicode.UTF8()
      var bytes = UnsafeBufferPointer(start: start, count: end - start).makeIterator()
      guard case .scalarValue(let scalar) = decoder.decode(&bytes) else { return nil }
      self = .text(start + UTF8.width(scalar), end)
      return scalar
    case .syllable(let number):
      self = .vowel(number)
      return Unicode.Scalar(0x1100 + number / 588)
    case .vowel(let number):
      self = .tail(number % 28)
      return Unicode.Scalar(0x1161 + number % 588 / 28)
    case .tail(let number):
      self = .tail(0)
      return number == 0 ? nil : Unicode.Scalar(0x11A7 + number)
    }
  }
}
