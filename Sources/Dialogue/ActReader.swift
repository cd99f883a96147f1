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
  private let aspects: [Aspect]
  /// Wordings of aspects, each with the place of its aspect; and their places by the first word.
  let runs: [(aspect: Int, words: [String])]
  private let starts: [String: [Int]]
  /// Wordings by the word they can begin with.
  private let wordings = Kept<String, [Candidate]>(limit: 2_000)
  /// All words it knows, under the key 0, put together when first asked for.
  let vocabulary = Kept<Int, [String]>()

  init(_ knowledge: KnowledgeBase) {
    fillers = Set(knowledge.fillers)
    functionWords = Set(knowledge.functionWords)
    acts = knowledge.acts
    aspects = knowledge.aspects.map(\.aspect)
    runs = knowledge.aspects.enumerated().flatMap { place, wording in
      wording.says.map { (place, $0.split(separator: " ").map(String.init)) }
    }
    starts = Dictionary(grouping: runs.indices) { [runs] in runs[$0].words.first ?? "" }
  }

  /// The first act that takes the whole message, fillers at its ends aside; nil for most messages.
  func move(in tokens: [Token], message: String) -> DialogueMove? {
    let words = tokens.filter { $0.kind != .punctuation }
    // Longer messages are stories or questions of their own, except where a wording leaves room.
    guard !words.isEmpty, words.count <= 40 else { return nil }
    if let move = move(words, message) { return move }
    let rest = withoutFillers(words)
    return rest.count < words.count ? move(Array(rest), message) : nil
  }

  /// What stays of "not ice, rolling", "rolling, not ice" and "I said rolling not ice", as written; nil
  /// for any other message.
  func kept(in tokens: [Token], message: String) -> DialogueMove? {
    guard tokens.count <= 14 else { return nil }
    var rest = core(of: tokens)[...]
    if let first = rest.first?.text, first == "i" || first == "no" {
      rest = rest.drop {
        ["no", ",", "i", "said", "meant", "mean", "asked", "about"].contains($0.text)
      }
    }
    guard let denial = rest.firstIndex(where: { $0.text == "not" }) else { return nil }
    let before = rest[..<denial].filter { $0.kind != .punctuation }
    var after = rest[(denial + 1)...]
    let kept: [Token]
    if before.isEmpty {
      let mark = after.firstIndex { $0.text == "," || $0.text == "but" || $0.text == "-" }
      guard let mark else { return nil }
      kept = after[(mark + 1)...].filter { $0.kind != .punctuation }
    } else {
      after = after.drop { $0.text == "about" }
      let denied = after.filter { $0.kind != .punctuation }
      guard before.count <= 3, !denied.isEmpty, denied.count <= 3 else { return nil }
      kept = before
    }
    guard !kept.isEmpty, kept.count <= 5, hasContent(kept), !Self.isClause(kept),
      !Self.isState(rest[(denial + 1)...])
    else { return nil }
    let text = kept.map { $0.written(in: message) }.joined(separator: " ")
    return DialogueMove(id: "not-but", rest: [text])
  }

  /// Whether what is denied is a state and no thing: "exercises not helping", "not better yet".
  private static func isState(_ denied: ArraySlice<Token>) -> Bool {
    guard let first = denied.first(where: { $0.kind != .punctuation })?.text else { return true }
    let states: Set = [
      "better", "sure", "enough", "very", "that", "so", "much", "yet", "right", "good", "great",
      "too", "really", "gone", "worth", "working", "helping", "getting", "going", "healing",
      "improving", "doing", "making", "coming", "feeling", "able", "allowed", "possible", "safe",
    ]
    return states.contains(first)
  }

  /// Whether words say or ask something rather than name a thing.
  private static func isClause(_ words: [Token]) -> Bool {
    let verbs: Set = [
      "i", "i'm", "it", "it's", "is", "are", "am", "was", "do", "does", "did", "can", "could",
      "should", "why", "how", "what", "when", "if", "will", "would", "have", "has", "my", "hurts",
      "that's", "that", "this",
    ]
    return words.contains { verbs.contains($0.text) }
  }

  private func move(_ words: [Token], _ message: String) -> DialogueMove? {
    let texts = words.map(\.text)
    guard let first = texts.first else { return nil }
    for candidate in wordings.value(for: first, { candidates(beginningWith: first) }) {
      guard let captures = candidate.pattern.captures(in: texts) else { continue }
      let rest = captures.map { range in
        words[range].map { $0.written(in: message) }.joined(separator: " ")
      }
      return DialogueMove(id: candidate.act, rest: rest)
    }
    return nil
  }

  /// A wording that can begin with a certain word.
  private struct Candidate {
    var act: String
    var pattern: WordPattern
  }

  private func candidates(beginningWith word: String) -> [Candidate] {
    acts.flatMap { act in
      act.says.filter { Self.mayBegin($0, with: word) }.map {
        Candidate(act: act.id, pattern: WordPattern($0))
      }
    }
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

  /// The tokens without words of courtesy and hesitation at either end; at least a word is left.
  func core(of tokens: [Token]) -> [Token] {
    var rest = tokens[...]
    while let shorter = Self.withoutOpening(rest) ?? Self.withoutClosing(rest) { rest = shorter }
    return Array(rest)
  }

  private static func withoutOpening(_ tokens: ArraySlice<Token>) -> ArraySlice<Token>? {
    for opening in openings where tokens.count > opening.count {
      guard zip(tokens, opening).allSatisfy({ $0.text == $1 }) else { continue }
      var rest = tokens.dropFirst(opening.count)
      let isSetOff = rest.first?.kind == .punctuation
      if replies.contains(opening[0]), !isSetOff,
        !["but", "and", "so", "what", "how", "aye"].contains(rest.first?.text ?? "")
      {
        continue
      }
      rest = rest.drop { $0.kind == .punctuation && $0.text != "?" }
      if rest.contains(where: { $0.kind != .punctuation }) { return rest }
    }
    return nil
  }

  private static func withoutClosing(_ tokens: ArraySlice<Token>) -> ArraySlice<Token>? {
    let marks = tokens.reversed().prefix { $0.kind == .punctuation }.count
    let words = tokens.dropLast(marks)
    for closing in closings where words.count > closing.count {
      guard words.suffix(closing.count).map(\.text) == closing else { continue }
      let rest = words.dropLast(closing.count)
      let isQuestion = rest.last?.text.hasPrefix("?") ?? false
      let trimmed =
        isQuestion
        ? rest : rest[..<(rest.lastIndex { $0.kind != .punctuation }.map { $0 + 1 } ?? 0)]
      if trimmed.contains(where: { $0.kind != .punctuation }) { return trimmed }
    }
    return nil
  }

  /// Taken off only where a mark or a word that goes on follows: "aye but how many", "fine. what now".
  private static let replies: Set<String> = [
    "yes", "yeah", "yep", "aye", "no", "nope", "nah", "fine", "great", "cool", "right", "good",
    "thanks", "cheers", "sorry", "ta",
  ]

  private static let openings = [
    "just wondering", "i was just wondering", "i was wondering", "quick question", "by the way",
    "i guess", "you know", "one more thing", "another question", "another thing", "thank you",
    "um", "umm", "uh", "er", "erm", "hmm", "hm", "oh", "ah", "eh", "well", "so", "okay", "ok",
    "alright", "please", "look", "listen", "anyway", "honestly", "tbh", "btw", "and", "but", "yes",
    "yeah", "yep", "aye", "no", "nope", "nah", "fine", "great", "cool", "right", "good", "thanks",
    "cheers", "sorry", "ta",
  ].map { $0.split(separator: " ").map(String.init) }

  private static let closings = [
    "if you know", "if you can", "if that's ok", "if that's okay", "if you don't mind",
    "if you please", "thank you", "many thanks", "by the way", "you know", "please", "pls", "plz",
    "thanks", "ta", "cheers", "mate", "pal", "man", "tbh", "btw",
  ].map { $0.split(separator: " ").map(String.init) }

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
    var longest: [Int: Int] = [:]
    for (aspect, range) in wordings(in: words) where !isAside(words[range], in: words) {
      longest[aspect] = max(longest[aspect] ?? 0, range.count)
    }
    return longest.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { aspects[$0.key] }
  }

  /// The wordings of aspects in a message, each with the place of its aspect.
  private func wordings(in words: [String]) -> [(aspect: Int, range: Range<Int>)] {
    words.indices.flatMap { start in
      starts[words[start], default: []].compactMap { place in
        let run = runs[place]
        guard words[start...].starts(with: run.words) else { return nil }
        return (run.aspect, start..<start + run.words.count)
      }
    }
  }

  /// Whether nothing is asked but an aspect: "what does it cost", "and at my age?".
  func isBare(_ tokens: [Token]) -> Bool {
    let words = tokens.filter { $0.kind != .punctuation }
    let texts = words.map(\.text)
    var isCovered = Array(repeating: false, count: words.count)
    for (_, range) in wordings(in: texts) {
      for place in range { isCovered[place] = true }
    }
    // "How long until it's better" names the end of it all.
    guard isCovered.contains(true), !texts.contains("until"), !texts.contains("till") else {
      return false
    }
    return !hasContent(words.indices.filter { !isCovered[$0] }.map { words[$0] })
  }

  /// Whether a bare "after" or "before" is about a time or a distance: "it eases after a mile".
  private func isAside(_ run: ArraySlice<String>, in words: [String]) -> Bool {
    guard run == ["after"] || run == ["before"],
      let place = words.firstIndex(of: run[run.startIndex])
    else { return false }
    let next = place + 1 < words.count ? words[place + 1] : ""
    return ["a", "an", "few", "that", "about", "some", "it", "i'm"].contains(next)
      || Double(next) != nil || NumberWords.value(next) != nil || words.count > 6
  }

  /// Whether some word could name a topic; numbers alone and fillers at the ends do not.
  func hasContent(_ tokens: [Token]) -> Bool {
    withoutFillers(tokens.filter { $0.kind != .punctuation }).contains {
      $0.kind == .word && !functionWords.contains($0.text)
    }
  }
}
