/// Expected lines as words and wildcards, matched against the words of a reply.
///
/// Line breaks within a block do not count, so that a reply may be wrapped by hand; a blank line
/// ends a block on both sides.
struct ReplyPattern {
  enum Element: Hashable {
    case word(Substring)
    /// The end of a block.
    case blockEnd
    /// `...`
    case anything
    /// A word with `[..]` in it: what stands before, between and after; any words of one block in
    /// its place.
    case span([Substring])
  }

  let elements: [Element]

  /// `...` takes the blank lines around it.
  init(_ lines: [ExpectedReply.Line]) {
    var elements: [Element] = []
    for line in lines {
      switch line.kind {
      case .forbidden: continue
      case .blank:
        switch elements.last {
        case nil, .blockEnd, .anything: continue
        default: elements.append(.blockEnd)
        }
      case .anything:
        if elements.last == .blockEnd { elements.removeLast() }
        if elements.last != .anything { elements.append(.anything) }
      case .text, .optional:
        elements += Self.words(line.text)
      }
    }
    if elements.last == .blockEnd { elements.removeLast() }
    self.elements = elements
  }

  /// The words of a forbidden line, anywhere in the reply.
  init(anywhere text: String) {
    elements = [.anything] + Self.words(text) + [.anything]
  }

  private static let wildcard = "[..]"

  private static func words(_ text: String) -> [Element] {
    text.words.map { word in
      hasWildcard(word)
        ? .span(pieces(of: word)) : .word(word)
    }
  }

  /// By bytes: most words with a bracket are marks of citations.
  private static func hasWildcard(_ word: Substring) -> Bool {
    word.utf8.indices.contains { word.utf8[$0...].starts(with: wildcard.utf8) }
  }

  private static func pieces(of word: Substring) -> [Substring] {
    var pieces: [Substring] = []
    var start = word.startIndex
    var place = start
    while place < word.endIndex {
      if word[place...].hasPrefix(wildcard) {
        pieces.append(word[start..<place])
        place = word.index(place, offsetBy: wildcard.count)
        start = place
      } else {
        place = word.index(after: place)
      }
    }
    pieces.append(word[start...])
    return pieces
  }

  /// The words of a reply, with a newline for the end of a block.
  static func words(ofReply text: String) -> [Substring] {
    var words: [Substring] = []
    for block in ReplyText.blocks(of: text) {
      if !words.isEmpty { words.append("\n") }
      words += block.words
    }
    return words
  }

  func matches(_ words: [Substring]) -> Bool {
    var search = Search(elements: elements, words: words)
    return search.matches(0, 0)
  }

  /// Backtracking that remembers what failed: at most elements · words places are tried.
  private struct Search {
    let elements: [Element]
    let words: [Substring]
    private var failed: Set<Int> = []
    /// For each `...` the first word from which on nothing can follow it.
    private var anythingFailedFrom: [Int: Int] = [:]

    init(elements: [Element], words: [Substring]) {
      self.elements = elements
      self.words = words
    }

    mutating func matches(_ element: Int, _ word: Int) -> Bool {
      var element = element
      var word = word
      while element < elements.count {
        switch elements[element] {
        case .word(let expected):
          guard word < words.count, words[word] == expected else { return false }
        case .blockEnd:
          guard word < words.count, words[word] == "\n" else { return false }
        case .anything:
          return matchesAnything(element, word)
        case .span(let pieces):
          return matchesSpan(pieces, element, word)
        }
        element += 1
        word += 1
      }
      return word == words.count
    }

    private mutating func isNew(_ element: Int, _ word: Int) -> Bool {
      failed.insert(element * (words.count + 1) + word).inserted
    }

    private mutating func matchesAnything(_ element: Int, _ word: Int) -> Bool {
      if element + 1 == elements.count { return true }
      let end = anythingFailedFrom[element] ?? words.count + 1
      guard word < end else { return false }
      for next in word..<end where matches(element + 1, next) { return true }
      anythingFailedFrom[element] = word
      return false
    }

    private mutating func matchesSpan(
      _ pieces: [Substring], _ element: Int, _ word: Int
    ) -> Bool {
      guard isNew(element, word) else { return false }
      let isAlone = pieces.allSatisfy(\.isEmpty)
      if isAlone, matches(element + 1, word) { return true }
      var joined = ""
      var next = word
      while next < words.count, words[next] != "\n" {
        joined += (joined.isEmpty ? "" : " ") + words[next]
        next += 1
        if isAlone || Self.fits(joined, pieces), matches(element + 1, next) { return true }
      }
      return false
    }

    /// Whether the text begins with the first piece, ends with the last and has the others between.
    private static func fits(_ text: String, _ pieces: [Substring]) -> Bool {
      guard let first = pieces.first, let last = pieces.last, text.hasPrefix(first),
        text.hasSuffix(last), text.utf8.count >= first.utf8.count + last.utf8.count
      else { return false }
      var rest = text.dropFirst(first.count).dropLast(last.count)
      for piece in pieces.dropFirst().dropLast() where !piece.isEmpty {
        while !rest.isEmpty, !rest.hasPrefix(piece) { rest = rest.dropFirst() }
        guard rest.hasPrefix(piece) else { return false }
        rest = rest.dropFirst(piece.count)
      }
      return true
    }
  }
}

extension ExpectedReply {
  /// Whether a reply is what the lines say; forbidden lines count too.
  package func accepts(_ text: String) -> Bool {
    guard !isEmpty else { return true }
    let words = ReplyPattern.words(ofReply: text)
    if comparesWhole, !readings.contains(where: { ReplyPattern($0).matches(words) }) {
      return false
    }
    return forbiddenFound(in: words).isEmpty
  }

  /// The forbidden lines that the reply has.
  package func forbiddenFound(in text: String) -> [Line] {
    forbiddenFound(in: ReplyPattern.words(ofReply: text))
  }

  private func forbiddenFound(in words: [Substring]) -> [Line] {
    forbidden.filter { ReplyPattern(anywhere: $0.text).matches(words) }
  }
}
