internal import Language

/// An answer cut into words, and what in it is about the check itself.
struct AnswerWords {
  /// What a whole answer may ask of the check.
  enum Command: Hashable {
    case skip, back, why, stop, none, yes, no
  }

  let tokens: [Token]
  /// Words and numbers, without marks.
  let words: [String]

  init(_ text: String) {
    tokens = Tokenizer.tokens(in: text)
    words = tokens.filter { $0.kind != .punctuation }.map(\.text)
  }

  var isEmpty: Bool { words.isEmpty }

  /// Short and no question: hardly about anything else than what was asked.
  var isOnlyAnAnswer: Bool {
    words.count <= 10 && !tokens.contains { $0.text.hasPrefix("?") }
      && !["how", "what", "why", "when", "where", "which", "can", "should", "say"]
        .contains(words.first ?? "")
  }

  /// The command that the whole answer is; nil if it is anything else.
  var command: Command? {
    var phrase = words[...]
    if phrase.count > 1, let last = phrase.last, Self.politeness.contains(last) {
      phrase = phrase.dropLast()
    }
    if phrase.count > 1, let first = phrase.first, Self.openers.contains(first) {
      phrase = phrase.dropFirst()
    }
    if phrase.isEmpty { return tokens.contains { $0.text.hasPrefix("?") } ? .why : nil }
    if let command = Self.commands[phrase.joined(separator: " ")] { return command }
    let isNone =
      phrase.allSatisfy { Self.denials.contains($0) || Self.besideDenials.contains($0) }
      && phrase.contains { Self.denials.contains($0) }
    // "Not good", "not all", "no good" deny nothing.
    let isHalf =
      phrase.contains("not") && phrase.contains { Self.praises.contains($0) }
      || phrase.elementsEqual(["no", "good"])
    return isNone && !isHalf ? .some(.none) : nil
  }

  /// Whether the answer opens with a denial of everything: "none, the skin is fine too".
  var opensWithNone: Bool {
    guard let first = words.first, Self.flatDenials.contains(first) else { return false }
    return first == "none" || tokens.count > 1 && tokens[1].kind == .punctuation
  }

  /// Whether it makes an exception: "none, but …".
  var hasException: Bool {
    words.contains { ["but", "except", "apart", "only", "besides", "although"].contains($0) }
  }

  /// Whether the answer opens by correcting an earlier one: "actually it is a 6".
  var correctsEarlier: Bool {
    guard let first = words.first else { return false }
    if Self.corrections.contains(first) { return words.count > 1 }
    return Self.correctionPairs.contains(words.prefix(2).joined(separator: " "))
  }

  /// The numbers of an answer that is made of nothing else: "3 and 5", "numbers 2, 4", "two".
  var picks: [Int]? {
    var numbers: [Int] = []
    var index = 0
    let kept = tokens.filter { $0.kind != .punctuation }
    while index < kept.count {
      if Self.fillers.contains(kept[index].text) {
        index += 1
      } else if let ordinal = Self.ordinals[kept[index].text] {
        numbers.append(ordinal)
        index += 1
      } else if let (value, end) = NumberWords.number(in: kept, at: index),
        let whole = Int(exactly: value)
      {
        numbers.append(whole)
        index = end
      } else {
        return nil
      }
    }
    return numbers.isEmpty ? nil : numbers
  }

  /// The highest score on the scale from 0 to 10 that the answer names: "4, maybe 6" is 6.
  var score: Int? { scores.highest }

  /// Whether it takes a score back: "a 3, not a 6".
  var deniesScore: Bool { scores.isDenied && scores.highest != nil }

  private var scores: (highest: Int?, isDenied: Bool) {
    var highest: Double?
    var deniesScore = false
    var index = 0
    while index < tokens.count {
      guard let (value, end) = NumberWords.number(in: tokens, at: index) else {
        index += 1
        continue
      }
      let before = index > 0 ? tokens[index - 1].text : ""
      let isScale = value == 10 && (before == "/" || before == "of")
      let isDenied = tokens[max(0, index - 2)..<index].contains { $0.text == "not" }
      if isDenied { deniesScore = true }
      if !isScale, !isDenied, value <= 10 { highest = max(highest ?? 0, value) }
      index = max(end, index + 1)
    }
    return (highest.map { Int($0.rounded(.up)) }, deniesScore)
  }

  /// Whether a phrase of one or more words stands in the answer, with `unlessNegated` only where no
  /// negation stands before it: "no better".
  func contains(_ phrase: String, unlessNegated: Bool = false) -> Bool {
    let wanted = Tokenizer.tokens(in: phrase).filter { $0.kind != .punctuation }.map(\.text)
    guard !wanted.isEmpty, wanted.count <= words.count else { return false }
    return (0...words.count - wanted.count).contains { start in
      words[start..<start + wanted.count].elementsEqual(wanted)
        && !(unlessNegated && words[max(0, start - 2)..<start].contains(where: Self.isNegation))
    }
  }

  var isNegated: Bool {
    words.contains(where: Self.isNegation)
  }

  private static func isNegation(_ word: String) -> Bool {
    negations.contains(word) || word.hasSuffix("n't")
  }

  private static let denials: Set<String> = [
    "no", "nope", "nah", "none", "nothing", "neither", "nil", "nada", "not", "naw", "non", "nae",
    "negative", "don't", "haven't",
  ]
  private static let flatDenials: Set<String> = [
    "none", "nope", "nah", "nothing", "no", "naw", "neither", "nil",
  ]
  private static let praises: Set<String> = ["good", "fine", "clear", "all", "healthy"]
  /// Words with which a denial still denies everything.
  private static let besideDenials: Set<String> = [
    "of", "these", "those", "them", "that", "the", "above", "at", "all", "today", "really", "here",
    "good", "fine", "clear", "thankfully", "luckily", "like", "sort", "kind", "any", "lot", "new",
    "for", "me", "so", "far", "apply", "applies", "whatsoever", "to", "there", "i", "have", "got",
    "sign", "signs", "danger", "background", "mate", "pal", "healthy", "otherwise", "never",
    "anything", "else", "thank", "thanks", "you", "ones", "list",
  ]
  private static let politeness: Set<String> = ["please", "thanks", "sorry", "tbh", "really"]
  private static let openers: Set<String> = [
    "um", "uh", "well", "hm", "hmm", "oh", "ok", "i", "honestly", "actually",
  ]
  private static let negations: Set<String> = ["no", "not", "never", "without", "neither", "nor"]
  private static let fillers: Set<String> = [
    "and", "number", "numbers", "nr", "option", "options", "the", "choice", "also", "plus",
    "just", "only", "probably", "maybe", "or", "yes", "yeah", "yep", "both", "have", "got", "i",
    "it's", "think", "guess", "mainly", "mostly", "line", "lines", "#", "please",
  ]
  private static let ordinals: [String: Int] = [
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9, "tenth": 10,
  ]
  private static let corrections: Set<String> = ["actually", "correction", "oops", "rather"]
  private static let correctionPairs: Set<String> = [
    "no wait", "wait no", "i meant", "i mean", "make that", "sorry it", "sorry its", "sorry i",
    "sorry that", "sorry make", "scratch that", "wait it", "wait actually", "sorry actually",
    "sorry a", "sorry an", "sorry not",
  ]

  private static let commands: [String: Command] = {
    var commands: [String: Command] = [:]
    func add(_ command: Command, _ phrases: [String]) {
      for phrase in phrases { commands[phrase] = command }
    }
    add(
      .skip,
      [
        "don't know", "do not know", "dunno", "no idea", "not sure", "unsure", "skip", "skip it",
        "skip this", "skip that", "pass", "can't say", "can not say", "cannot say", "hard to say",
        "no clue", "idk", "prefer not to say", "rather not say", "rather not", "next", "unknown",
        "don't know yet", "not certain", "can't tell", "cannot tell", "hard to tell", "dont know",
        "no comment", "next question", "have no idea", "am not sure", "really don't know",
        "'d rather not say", "would rather not say", "don't want to say",
      ])
    add(
      .back,
      [
        "back", "go back", "previous", "undo", "one back", "back one", "last question again",
        "previous question", "step back",
      ])
    add(
      .why,
      [
        "why", "why do you ask", "why do you ask that", "why do you want to know",
        "why are you asking",
        "why does that matter", "what for", "why that", "why is that important", "why ask",
        "why do you need to know", "why do you need that", "why does it matter",
        "how is that relevant", "why do you want to know that", "why do you need to know that",
        "what's that got to do with it", "what has that got to do with it", "why do you care",
        "why does that matter to you", "why would that matter", "why are you asking that",
        "why is that relevant", "what's that for",
      ])
    add(
      .stop,
      [
        "stop", "quit", "cancel", "enough", "abort", "never mind", "nevermind", "no more questions",
        "that's enough", "stop it", "stop asking", "stop the check", "leave it", "forget it",
        "exit",
        "end", "stop this", "that is enough", "end the check",
      ])
    add(
      .none,
      [
        "none", "nope", "nothing", "none of these", "none of those", "none of them", "none of that",
        "none of the above", "neither", "nah", "n", "nothing like that", "not at all", "no to all",
        "nothing new", "all clear", "none at all", "nil", "zero", "no none", "none today", "nada",
        "not that know of", "not that i know of", "nothing at all", "none apply", "none applies",
        "no nothing", "no not really", "not really", "nothing of the sort", "none that i know of",
        "none of it", "no nothing new", "nothing's new", "no changes", "no change", "all good",
        "nothing has changed", "same as before", "same as last time", "as before", "0",
        "none of these apply", "none of those apply", "no problems", "no issues", "n/a", "na",
        "n a", "all no", "all fine", "clear", "'m good", "i'm good", "im good", "all well",
        "healthy otherwise", "otherwise healthy", "not me", "not any", "all negative",
      ])
    add(
      .yes,
      [
        "yes", "y", "yep", "yeah", "yup", "correct", "right", "sure", "yes please", "that's right",
        "yes it is", "aye", "it is", "yes i am", "yes i do", "yes i have", "yes it does",
        "yes take it back", "true", "exactly", "please do", "do that", "take it back",
      ])
    add(.no, ["no", "don't", "keep it", "leave it as it is", "wrong", "no keep it", "no don't"])
    return commands
  }()
}
