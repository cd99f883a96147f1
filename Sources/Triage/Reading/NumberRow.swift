import Knowledge

/// Numbers below 2^21 in three bytes each, read where they lie.
struct NumberRow: @unchecked Sendable {
  let count: Int
  private let bytes: UnsafeRawBufferPointer

  init(from decoder: inout BlobDecoder) throws(BlobError) {
    count = try decoder.count()
    bytes = try decoder.raw(count: 3 * count)
  }

  subscript(index: Int) -> Int {
    precondition(index >= 0 && index < count, "no number \(index) in a row of \(count)")
    return Int(bytes[3 * index]) | Int(bytes[3 * index + 1]) << 7 | Int(bytes[3 * index + 2]) << 14
  }

  /// Whether every number of a range is below `limit`.
  func isBelow(_ limit: Int) -> Bool { (0..<count).allSatisfy { self[$0] < limit } }
}

/// Lists of numbers, read where they lie.
struct NumberRuns: Sendable {
  private let starts: NumberRow
  let numbers: NumberRow

  init(from decoder: inout BlobDecoder) throws(BlobError) {
    starts = try NumberRow(from: &decoder)
    numbers = try NumberRow(from: &decoder)
    var last = 0
    for index in 0..<starts.count {
      guard starts[index] >= last else { throw .badValue("run", at: decoder.position) }
      last = starts[index]
    }
    guard starts.count > 0, last == numbers.count else {
      throw .badValue("runs", at: decoder.position)
    }
  }

  var count: Int { starts.count - 1 }

  /// Where the numbers of a list stand in `numbers`.
  func range(of list: Int) -> Range<Int> { starts[list]..<starts[list + 1] }
}

/// Words sorted by length in bytes, then by bytes, looked up where they lie.
struct WordRows: @unchecked Sendable {
  /// Words of one length.
  struct Row {
    /// Index of its first word.
    var first: Int
    var count: Int
    var bytes: UnsafeRawBufferPointer
  }

  /// By length in bytes.
  let rows: [Row]
  let count: Int

  init(from decoder: inout BlobDecoder) throws(BlobError) {
    var rows: [Row] = []
    var first = 0
    for length in 0...(try decoder.count()) {
      let count = try decoder.number()
      guard length == 0 || count <= decoder.remaining / length else {
        throw .badValue("words", at: decoder.position)
      }
      rows.append(Row(first: first, count: count, bytes: try decoder.raw(count: count * length)))
      first += count
    }
    self.rows = rows
    count = first
  }

  func index(of word: some Collection<UInt8>) -> Int? {
    let length = word.count
    guard length > 0, length < rows.count else { return nil }
    let row = rows[length]
    var lower = 0
    var upper = row.count
    while lower < upper {
      let middle = (lower + upper) / 2
      switch order(of: word, row.bytes, at: middle * length) {
      case 0: return row.first + middle
      case ..<0: upper = middle
      default: lower = middle + 1
      }
    }
    return nil
  }

  /// Below 0 where the word stands before the bytes from `start` on, above 0 where behind.
  private func order(
    of word: some Collection<UInt8>, _ bytes: UnsafeRawBufferPointer, at start: Int
  ) -> Int {
    var place = start
    for byte in word {
      if byte != bytes[place] { return Int(byte) - Int(bytes[place]) }
      place += 1
    }
    return 0
  }
}
