internal import Knowledge
internal import Language

/// Something that a message does in the conversation, with the words it is about.
struct DialogueMove: Hashable {
  var id: String
  /// What the wording left open, as the runner wrote it: "rolling" of "no, I meant rolling".
  var rest: [String]
}

/// Reads what a message does rather than asks: "yes", "shorter", "no, I meant rolling".
struct ActReader: Sendable {
  private let fillers: Set<String>
  let functionWords: Set<String>
  let acts: [DialogueAct]
  let aspects: [(aspect: Aspect, runs: [[String]])]

  init(_ knowledge: KnowledgeBase) {
    fillers = Set(knowledge.fillers)
    functionWords = Set(knowledge.functionWords)
    acts = knowledge.acts
    aspects = knowledge.aspects.map { wording in
      (wording.aspect, wording.says.map { $0.split(separator: " ").map(String.init) })
    }
  }

  /// The first act that takes the whole message, fillers at its ends aside; nil for most messages.
  func move(in tokens: [Token], message: String) -> DialogueMove? {
    let words = tokens.filter { $0.kind != .punctuation }
    // Longer messages are stories or questions of their own, except where a wording leaves room.
    guard !words.isEmpty, words.count <= 40 else { return nil }
    return move(words, message) ?? move(withoutFillers(words), message)
  }

  private func move(_ words: ArraySlice<Token>, _ message: String) -> DialogueMove? {
    move(Array(words), message)
  }

  private func move(_ words: [Token], _ message: String) -> DialogueMove? {
    let texts = words.map(\.text)
    guard let first = texts.first else { return nil }
    for act in acts {
      for wording in act.says where Self.mayBegin(wording, with: first) {
        guard let captures = WordPattern(wording).captures(in: texts) else { continue }
        let rest = captures.map { range in
          words[range].map { $0.written(in: message) }.joined(separator: " ")
        }
        return DialogueMove(id: act.id, rest: rest)
      }
    }
    return nil
  }

  /// Whether a wording can begin with a word; most cannot, which is cheaper to see than to parse.
  private static func mayBegin(_ wording: String, with word: String) -> Bool {
    var start = wording.utf8.startIndex
    var place = start
    var isOptional = false
    while true {
      let isAtEnd = place == wording.utf8.endIndex
      let byte = isAtEnd ? UInt8(ascii: " ") : wording.utf8[place]
      switch byte {
      case UInt8(ascii: "|"), UInt8(ascii: "?"), UInt8(ascii: " "):
        let choice = wording.utf8[start..<place]
        if choice.first == UInt8(ascii: "*") || choice.elementsEqual(word.utf8) { return true }
        if isAtEnd || (byte == UInt8(ascii: " ") && !isOptional) { return false }
        isOptional = byte == UInt8(ascii: "?")
        start = wording.utf8.index(after: place)
      default: isOptional = false
      }
      place = wording.utf8.index(after: place)
    }
  }

  private func withoutFillers(_ words: [Token]) -> ArraySlice<Token> {
    var rest = words[...]
    while let first = rest.first, rest.count > 1, fillers.contains(first.text) {
      rest = rest.dropFirst()
    }
    while let last = rest.last, rest.count > 1, fillers.contains(last.text) {
      rest = rest.dropLast()
    }
    return rest
  }

  /// The aspects that a message asks for, those with the longest wording first.
  func aspects(in tokens: [Token]) -> [Aspect] {
    let words = tokens.filter { $0.kind != .punctuation }.map(\.text)
    var found: [(aspect: Aspect, length: Int)] = []
    for (aspect, runs) in aspects {
      let longest = runs.filter { contains($0, in: words) }.map(\.count).max()
      if let longest { found.append((aspect, longest)) }
    }
    return found.enumerated().sorted { first, second in
      (second.element.length, first.offset) < (first.element.length, second.offset)
    }.map(\.element.aspect)
  }

  /// Whether some word could name a topic; numbers alone and fillers at the ends do not.
  func hasContent(_ tokens: [Token]) -> Bool {
    withoutFillers(tokens.filter { $0.kind != .punctuation }).contains {
      $0.kind == .word && !functionWords.contains($0.text)
    }
  }

  private func contains(_ run: [String], in words: [String]) -> Bool {
    guard let first = run.first, run.count <= words.count else { return false }
    for start in 0...(words.count - run.count) where words[start] == first {
      if words[start..<start + run.count].elementsEqual(run) { return true }
    }
    return false
  }
}
