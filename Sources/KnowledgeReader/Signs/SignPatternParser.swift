internal import Knowledge
internal import Language

/// Reads patterns of signs.yaml and collects the words and elements that they share.
///
/// Elements are parted by blanks: `word`, `a|b`, `(a|b c)`, `$class`, `num:5-17`, `days:14-89`,
/// each with `?` when it may be missing, and `..3` for up to three other words.
struct SignPatternParser {
  /// What is wrong with a pattern, in words.
  struct Problem: Error {
    var message: String
    var hint: String?
  }

  /// Words of each class.
  let classes: [String: [String]]
  private(set) var elements: [SignElement] = []
  private var elementIndex: [Element: Int] = [:]

  /// An element before the words have their final indices.
  private enum Element: Hashable {
    case words([String])
    case other(SignElement)
  }

  private struct Step {
    var element: Element
    var gap: Int
    var isOptional: Bool
  }

  init(classes: [String: [String]]) {
    self.classes = classes
  }

  /// The patterns that a text stands for: one for each choice between rows of several words.
  mutating func patterns(_ text: String) throws(Problem) -> [SignPattern] {
    var rows: [[Step]] = [[]]
    var gap = 0
    for part in try parts(of: text) {
      if part.hasPrefix("..") {
        guard let width = Int(part.dropFirst(2)) else {
          throw Problem(message: "bad gap '\(part)'")
        }
        gap = width
        continue
      }
      let isOptional = part.hasSuffix("?")
      let choices = try choices(isOptional ? String(part.dropLast()) : part)
      rows = rows.flatMap { row in
        choices.map { choice in
          row
            + choice.enumerated().map { place, element in
              Step(element: element, gap: place == 0 ? gap : 0, isOptional: isOptional)
            }
        }
      }
      gap = 0
    }
    let trimmed = rows.map(Self.trimmed).filter { !$0.isEmpty }
    guard !trimmed.isEmpty else { throw Problem(message: "nothing in '\(text)' must be there") }
    return trimmed.map { row in
      SignPattern(
        steps: row.map {
          SignStep(element: index(of: $0.element), gap: $0.gap, isOptional: $0.isOptional)
        })
    }
  }

  /// The element of a pattern that has only one.
  mutating func element(_ text: String) throws(Problem) -> Int? {
    try patterns(text).first?.steps.first?.element
  }

  /// Every word used so far, sorted, and the elements with their indices in it.
  func finished() -> (words: [String], elements: [SignElement]) {
    var all = Set<String>()
    for case .words(let words) in elementIndex.keys { all.formUnion(words) }
    let sorted = all.sorted()
    var indices: [String: Int] = [:]
    for (index, word) in sorted.enumerated() { indices[word] = index }
    var finished = elements
    for (element, place) in elementIndex {
      guard case .words(let words) = element else { continue }
      finished[place] = .words(words.compactMap { indices[$0] }.sorted())
    }
    return (sorted, finished)
  }

  /// What may be missing at an end says nothing.
  private static func trimmed(_ row: [Step]) -> [Step] {
    var row = row
    while row.first?.isOptional == true { row.removeFirst() }
    while row.last?.isOptional == true { row.removeLast() }
    if !row.isEmpty { row[0].gap = 0 }
    return row
  }

  private mutating func index(of element: Element) -> Int {
    if let index = elementIndex[element] { return index }
    elementIndex[element] = elements.count
    if case .other(let other) = element {
      elements.append(other)
    } else {
      elements.append(.words([]))
    }
    return elements.count - 1
  }

  /// Cuts at blanks that stand outside of parentheses.
  private func parts(of text: String) throws(Problem) -> [String] {
    var parts: [String] = []
    var current = ""
    var depth = 0
    for character in text {
      if character == " ", depth == 0 {
        if !current.isEmpty { parts.append(current) }
        current = ""
        continue
      }
      if character == "(" { depth += 1 }
      if character == ")" { depth -= 1 }
      current.append(character)
    }
    guard depth == 0 else { throw Problem(message: "unbalanced parentheses in '\(text)'") }
    if !current.isEmpty { parts.append(current) }
    return parts
  }

  /// The choices of one part: all single words together, and each row of several words.
  private func choices(_ part: String) throws(Problem) -> [[Element]] {
    var inner = part
    if inner.hasPrefix("("), inner.hasSuffix(")") { inner = String(inner.dropFirst().dropLast()) }
    var single = Set<String>()
    var rows: [[Element]] = []
    for alternative in inner.split(separator: "|") {
      let words = alternative.split(separator: " ").map(String.init)
      if words.count == 1, let word = words.first {
        if let measured = try measured(word) {
          rows.append([measured])
        } else {
          single.formUnion(try resolved(word))
        }
      } else {
        var row: [Element] = []
        for word in words {
          if let measured = try measured(word) {
            row.append(measured)
          } else {
            row.append(.words(try resolved(word).sorted()))
          }
        }
        rows.append(row)
      }
    }
    if !single.isEmpty { rows.insert([.words(single.sorted())], at: 0) }
    return rows
  }

  /// A number or quantity such as "days:14-89"; nil for a word.
  private func measured(_ word: String) throws(Problem) -> Element? {
    guard let colon = word.firstIndex(of: ":") else { return nil }
    let bounds = word[word.index(after: colon)...].split(separator: "-").map { Double($0) }
    guard bounds.count == 2, let lower = bounds[0], let upper = bounds[1], lower <= upper else {
      throw Problem(message: "bad range '\(word)'")
    }
    let name = String(word[..<colon])
    if name == "num" { return .other(.number(lower: lower, upper: upper)) }
    guard let measure = SignMeasure(rawValue: name) else {
      throw Problem(
        message: "unknown measure '\(name)'",
        hint: NearestName.hint(for: name, in: SignMeasure.allCases.map(\.rawValue)))
    }
    return .other(.quantity(measure, lower: lower, upper: upper))
  }

  private func resolved(_ word: String) throws(Problem) -> [String] {
    if word.hasPrefix("$") {
      let name = String(word.dropFirst())
      guard let words = classes[name] else {
        throw Problem(
          message: "unknown class '\(name)'",
          hint: NearestName.hint(for: name, in: classes.keys.sorted()))
      }
      return words
    }
    guard word.utf8.allSatisfy({ (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }) else {
      throw Problem(message: "'\(word)' is no plain word (small letters, no apostrophes)")
    }
    return [word]
  }
}
