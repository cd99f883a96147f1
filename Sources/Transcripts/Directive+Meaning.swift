internal import Dialogue

extension Directive {
  /// What the line demands of a reply.
  func check() throws(SyntaxError) -> MeaningLine.Check {
    switch key {
    case "topic": return .topics(ids)
    case "kind":
      guard let kind = ReplyKind(rawValue: value) else {
        throw bad("answer, question, triage, smalltalk or unknown")
      }
      return .kind(kind)
    case "outcome": return .outcome(outcome)
    case "appointment": return .appointment(try flag())
    case "provisional": return .provisional(try flag())
    case "rule": return .rules(ids)
    case "slot": return .slots(try slots())
    case "cites": return .cites(ids)
    case "says": return .says(try pattern())
    case "never": return .never(try pattern())
    case "asks": return .asks(value == "none" ? nil : value)
    case "alternatives": return .alternatives(ids)
    case "repair": return try repair()
    default:
      guard let column = TurnTrace.Column(rawValue: key) else {
        throw SyntaxError(.unknownKey(key, nearest: nil), at: place)
      }
      return .trace(column, ids)
    }
  }

  /// Ids separated by commas or spaces; `none` stands for no id.
  private var ids: [String] {
    let ids = value.split { $0 == "," || $0 == " " }.map(String.init)
    return ids == ["none"] ? [] : ids
  }

  private var outcome: OutcomeBound {
    let prefix = "at least "
    if value == "none" { return .none }
    if value.hasPrefix(prefix) { return .atLeast(String(value.dropFirst(prefix.count))) }
    return .exactly(value)
  }

  private func flag() throws(SyntaxError) -> Bool {
    switch value {
    case "yes", "true": return true
    case "no", "false": return false
    default: throw bad("yes or no")
    }
  }

  private func slots() throws(SyntaxError) -> [ExpectedSlot] {
    var slots: [ExpectedSlot] = []
    for pair in value.split(whereSeparator: { $0 == "," || $0 == " " }) {
      let sides = pair.split(separator: "=", maxSplits: 1).map(String.init)
      guard sides.count == 2 else { throw bad("SLOT=VALUE, as in 'run=1'") }
      slots.append(ExpectedSlot(slot: sides[0], value: Self.value(sides[1])))
    }
    return slots
  }

  private static func value(_ text: String) -> ExpectedSlot.Value {
    switch text {
    case "unknown": .unknown
    case "absent": .absent
    default: Int(text).map { .number($0) } ?? .word(text)
    }
  }

  private func pattern() throws(SyntaxError) -> TextPattern {
    if isNegated { throw SyntaxError(.cannotNegate(key: key), at: place) }
    guard value.count > 2, value.first == "/", value.last == "/" else { return .words(value) }
    let expression = String(value.dropFirst().dropLast())
    guard TextPattern.isValid(expression) else {
      throw SyntaxError(.badPattern(expression), at: valuePlace)
    }
    return .expression(expression)
  }

  private func repair() throws(SyntaxError) -> MeaningLine.Check {
    let sides = value.split(separator: " ").map(String.init)
    guard sides.count == 3, sides[1] == "->" else { throw bad("FROM -> TO") }
    return .repair(from: sides[0], to: sides[2])
  }
}
