internal import Dialogue
internal import Language

/// A line that starts with `@`, split into its key and its value.
struct Directive {
  let place: Place
  /// As written, without the `@`.
  let source: String
  let key: String
  let isNegated: Bool
  let value: String
  /// Where the value begins.
  let valuePlace: Place

  enum Content {
    case meaning(MeaningLine)
    case setUp(Transcript.Step)
    case noVariants
  }

  /// The keys that a line may begin with.
  static let keys = [
    "topic", "kind", "outcome", "appointment", "provisional", "rule", "slot", "cites", "says",
    "never", "asks", "alternatives", "repair", "move", "guard", "decline", "command", "include",
    "given", "date", "variants",
  ]

  init(_ content: Substring, at place: Place) {
    self.place = place
    var rest = content.dropFirst().drop { $0 == " " }
    source = Self.trimmed(rest)
    var negated = false
    if rest.hasPrefix("not ") {
      negated = true
      rest = rest.dropFirst(4).drop { $0 == " " }
    }
    isNegated = negated
    key = String(rest.prefix { $0.isLetter })
    rest = rest.dropFirst(key.count).drop { $0 == " " }
    if rest.first == ":" { rest = rest.dropFirst().drop { $0 == " " } }
    value = Self.trimmed(rest)
    valuePlace = Place(
      path: place.path, line: place.line, column: place.column + content.count - rest.count)
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }

  /// What the line says, or the one thing that is wrong with it.
  func read(index: Int) -> Result<Content, SyntaxError> {
    guard Self.keys.contains(key) else {
      let nearest = NearestName.of(key, in: Self.keys)
      return .failure(SyntaxError(.unknownKey(key, nearest: nearest), at: place))
    }
    guard !value.isEmpty else { return .failure(SyntaxError(.missingValue(key: key), at: place)) }
    do throws(SyntaxError) {
      if let setUp = try setUp() { return .success(setUp) }
      let check = try self.check()
      return .success(
        .meaning(
          MeaningLine(
            place: place, source: source, check: check, isNegated: isNegated, index: index)))
    } catch {
      return .failure(error)
    }
  }

  private func setUp() throws(SyntaxError) -> Content? {
    let setUp: Content
    switch key {
    case "include": setUp = .setUp(.include(path: value, valuePlace))
    case "given": setUp = .setUp(.given(try given(), valuePlace))
    case "date": setUp = .setUp(.date(try date(), valuePlace))
    case "variants":
      guard value == "none" else { throw bad("none") }
      setUp = .noVariants
    default: return nil
    }
    if isNegated { throw SyntaxError(.cannotNegate(key: key), at: place) }
    return setUp
  }

  /// "age 58", "run=1", "run=fades", "walk=unknown", separated by commas.
  private func given() throws(SyntaxError) -> [Given] {
    var all: [Given] = []
    for item in value.split(separator: ",") {
      let words = item.split(separator: " ", maxSplits: 1)
      if item.contains("=") {
        for pair in item.split(separator: " ") {
          guard pair.contains("=") else { throw bad("SLOT=VALUE") }
          all.append(try slot(pair))
        }
      } else if words.count == 2 {
        all.append(.fact(String(words[0]), Self.trimmed(words[1].drop { $0 == " " })))
      } else {
        throw bad("'age 58' or 'run=1'")
      }
    }
    return all
  }

  private func slot(_ pair: Substring) throws(SyntaxError) -> Given {
    let sides = pair.split(separator: "=", maxSplits: 1).map(String.init)
    guard sides.count == 2 else { throw bad("SLOT=VALUE") }
    if sides[1] == "unknown" { return .slot(sides[0], nil) }
    if let number = Int(sides[1]) { return .slot(sides[0], number) }
    return .slotWord(sides[0], sides[1])
  }

  private func date() throws(SyntaxError) -> String {
    let parts = value.split(separator: "-", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { Int($0) }
    let isDay =
      parts.map(\.count) == [4, 2, 2] && numbers.count == 3
      && (1...12).contains(numbers[1]) && (1...31).contains(numbers[2])
    guard isDay else { throw bad("a day as 2026-11-21") }
    return value
  }

  func bad(_ expected: String) -> SyntaxError {
    SyntaxError(.badValue(key: key, value: value, expected: expected), at: valuePlace)
  }
}
