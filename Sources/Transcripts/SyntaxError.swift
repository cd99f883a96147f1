/// What is wrong with the text of a transcript, and where.
package struct SyntaxError: Error, Hashable, Sendable, CustomStringConvertible {
  package enum Problem: Hashable, Sendable {
    case messageNotIndented
    case replyWithoutMessage
    case replyAfterProse
    case phrasingWithoutMessage
    case meaningWithoutMessage(key: String)
    case unknownKey(String, nearest: String?)
    case missingValue(key: String)
    case cannotNegate(key: String)
    case badValue(key: String, value: String, expected: String)
    case unknownID(kind: String, id: String, nearest: String?)
    case badPattern(String)
    case emptyMark(Character)
    case tooManyOptional(limit: Int)
    case openFence
    case setUpTooLate(key: String)
    case noMessages
    case notUTF8
    case cannotRead(path: String, reason: String)
    case includesItself(path: String)
    case notAccepted(what: String, reason: String)
  }

  package var place: Place
  package var problem: Problem

  package init(_ problem: Problem, at place: Place) {
    self.place = place
    self.problem = problem
  }

  /// "path:line:column: error: message", as editors and compilers know it.
  package var description: String { "\(place): error: \(problem.wording)" }
}

extension SyntaxError.Problem {
  package var wording: String {
    switch self {
    case .messageNotIndented:
      "a message stands in an indented block: put four spaces before '>'"
    case .replyWithoutMessage:
      "an expected reply without a message before it; prose is not indented"
    case .replyAfterProse:
      "expected reply after prose; a reply stands directly under its message"
    case .phrasingWithoutMessage:
      "'|' gives other words for the message directly above it, and there is none"
    case .meaningWithoutMessage(let key):
      "'@ \(key)' says what a reply must mean, and there is no message before it"
    case .unknownKey(let key, let nearest):
      "unknown '@ \(key)'" + Self.hint(nearest.map { "@ " + $0 })
    case .missingValue(let key):
      "'@ \(key)' needs a value"
    case .cannotNegate(let key):
      "'@ not \(key)' is not possible; use '@ never:' or '@ says:'"
    case .badValue(let key, let value, let expected):
      "'\(value)' is no value for '@ \(key)'; expected \(expected)"
    case .unknownID(let kind, let id, let nearest):
      "unknown \(kind) '\(id)'" + Self.hint(nearest)
    case .badPattern(let pattern):
      "'/\(pattern)/' is not a regular expression"
    case .emptyMark(let mark):
      "nothing after '\(mark)'"
    case .tooManyOptional(let limit):
      "more than \(limit) optional passages in one reply"
    case .openFence:
      "this fence is never closed"
    case .setUpTooLate(let key):
      "'@ \(key)' belongs before the first message"
    case .noMessages:
      "no message: a line of four spaces and '>' is what the runner types"
    case .notUTF8:
      "the file is not UTF-8 text"
    case .cannotRead(let path, let reason):
      "cannot read '\(path)': \(reason)"
    case .includesItself(let path):
      "'\(path)' includes itself"
    case .notAccepted(let what, let reason):
      "'\(what)' was not accepted: \(reason)"
    }
  }

  private static func hint(_ nearest: String?) -> String {
    nearest.map { "; did you mean '\($0)'?" } ?? ""
  }
}
