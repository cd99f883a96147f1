import Dialogue
import Terminal

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Why the program cannot go on; the numbers of `status` are those of sysexits.h.
enum Failure: Error {
  /// The thing asked for failed and has said so itself.
  case reported
  /// Wrong usage, with the nearest valid name where there is one.
  case usage(String, nearest: String?)
  /// An input file or folder is missing or cannot be read.
  case unreadable(path: String, code: Int32)
  /// The knowledge in `path` has errors, which were printed.
  case knowledge(path: String)
  /// The compiled knowledge cannot be read, or a part of the program is missing.
  case defect(String)
  /// An input or output error of the system.
  case inputOutput(String, code: Int32)
  /// The conversation was not saved; the text says why.
  case notSaved(String)
  /// The reader of our output has gone away.
  case closedPipe

  /// Recognises the errors of the layers below; nil for those of the argument parser.
  init?(_ error: any Error) {
    switch error {
    case let failure as Failure: self = failure
    case let error as ReadError: self = .inputOutput("cannot read the input", code: error.code)
    case WriteError.closedPipe: self = .closedPipe
    case WriteError.system(let code): self = .inputOutput("cannot write the output", code: code)
    default: return nil
    }
  }

  var status: Int32 {
    switch self {
    case .reported, .knowledge: 1
    case .usage: 64
    case .unreadable: 66
    case .defect: 70
    case .inputOutput, .notSaved: 74
    case .closedPipe: 0
    }
  }

  /// What standard error says, or nil where enough was said.
  var message: String? {
    switch self {
    case .reported, .closedPipe: nil
    case .usage(let problem, let nearest):
      problem + (nearest.map { "; did you mean '\($0)'?" } ?? "")
    case .unreadable(let path, let code): "cannot read \(path): \(reason(code))"
    case .knowledge(let path): "the knowledge in \(path) has errors"
    case .defect(let what): "\(what); this is a defect of the program"
    case .inputOutput(let what, let code): "\(what): \(reason(code))"
    case .notSaved(let why): why
    }
  }

  /// One object on one line for programs: what kind of failure, its status, what happened, what is near.
  func json(_ message: String) -> String {
    var json = JSONText()
    json.object { json in
      json.key("error")
      json.value(kind)
      json.key("status")
      json.value(Int(status))
      json.key("message")
      json.value(message)
      json.key("nearest")
      if case .usage(_, let nearest) = self {
        json.value(nearest)
      } else {
        json.value(String?.none)
      }
    }
    return json.text
  }

  private var kind: String {
    switch self {
    case .reported: "failed"
    case .usage: "usage"
    case .unreadable: "unreadable"
    case .knowledge: "knowledge"
    case .defect: "defect"
    case .notSaved, .inputOutput, .closedPipe: "input-output"
    }
  }

  private func reason(_ code: Int32) -> String { String(cString: strerror(code)) }
}
