internal import CSentenceEncoder

/// BERT's uncased tokenizer: cleans, splits at blanks, punctuation and CJK characters, strips accents, lowercases, then
/// takes the longest piece of the vocabulary again and again.
///
/// What becomes of a character stands in a table that was made by asking the reference tokenizer about each code point.
/// Names of markers such as "[SEP]" in a text are text. A word of more than 100 characters is one unknown piece.
/// Cost: one table look-up a character, one hash look-up for each prefix tried; reading stops when the room is used up.
struct WordPieceTokenizer {
  private static let longestWord = 100

  private let vocabulary: PieceVocabulary
  private let characters: CharacterTable
  private let output: UnsafeMutableBufferPointer<UInt16>
  private let word: UnsafeMutableBufferPointer<UInt8>
  private var count = 0
  private var wordBytes = 0
  private var wordCharacters = 0

  /// Writes the ids of a text's pieces between the two markers and returns how many there are, at most `pieces.count`.
  static func tokenize(
    _ text: String, weights: UnsafePointer<SEHeader>,
    into pieces: UnsafeMutableBufferPointer<UInt16>
  ) -> Int {
    precondition(pieces.count >= 2, "room for \(pieces.count) pieces, the markers need 2")
    let room = UnsafeMutableBufferPointer(rebasing: pieces[1..<pieces.count - 1])
    let count = withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 4 * longestWord) { word in
      var tokenizer = WordPieceTokenizer(weights: weights, output: room, word: word)
      return tokenizer.read(text)
    }
    pieces[0] = UInt16(weights.pointee.classPiece)
    pieces[count + 1] = UInt16(weights.pointee.separatorPiece)
    return count + 2
  }

  private init(
    weights: UnsafePointer<SEHeader>, output: UnsafeMutableBufferPointer<UInt16>,
    word: UnsafeMutableBufferPointer<UInt8>
  ) {
    vocabulary = PieceVocabulary(weights: weights)
    characters = CharacterTable(weights: weights)
    self.output = output
    self.word = word
  }

  private mutating func read(_ text: String) -> Int {
    for scalar in text.unicodeScalars {
      switch characters.fate(of: scalar) {
      case .keep(let kind):
        append(scalar, kind)
      case .drop:
        break
      case .blank:
        finishWord()
      case .padded(let kind):
        finishWord()
        append(scalar, kind)
        finishWord()
      case .mapped(let mapped):
        for scalar in mapped { append(scalar, characters.kind(of: scalar)) }
      }
      if count == output.count { return count }
    }
    finishWord()
    return count
  }

  private mutating func append(_ scalar: Unicode.Scalar, _ kind: CharacterTable.Kind) {
    switch kind {
    case .blank:
      finishWord()
    case .punctuation:
      finishWord()
      store(scalar)
      finishWord()
    case .other:
      store(scalar)
    }
  }

  /// Keeps the bytes of the word's first hundred characters and counts the rest.
  private mutating func store(_ scalar: Unicode.Scalar) {
    wordCharacters += 1
    guard wordCharacters <= Self.longestWord else { return }
    for byte in scalar.utf8 {
      word[wordBytes] = byte
      wordBytes += 1
    }
  }

  /// Splits the word into pieces. A word with a part that no piece fits is unknown as a whole, also where its first
  /// pieces are all that there is room for.
  private mutating func finishWord() {
    guard wordCharacters > 0 else { return }
    defer { (wordBytes, wordCharacters) = (0, 0) }
    let first = count
    var start = 0
    var known = wordCharacters <= Self.longestWord
    while known, start < wordBytes {
      let rest = UnsafeMutableBufferPointer(rebasing: word[start..<wordBytes])
      if let match = vocabulary.longestPiece(in: UnsafeBufferPointer(rest), continues: start > 0) {
        emit(match.piece)
        start += match.length
      } else {
        known = false
      }
    }
    if !known {
      count = first
      emit(vocabulary.unknown)
    }
  }

  private mutating func emit(_ piece: UInt16) {
    guard count < output.count else { return }
    output[count] = piece
    count += 1
  }
}
