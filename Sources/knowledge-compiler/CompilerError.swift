import KnowledgeReader

/// Why the compiler cannot go on.
enum CompilerError: Error {
  case usage(String)
  case folder(KnowledgeFolderError)
  /// A section is not UTF-8 and cannot stand in a string literal; a defect of its writer.
  case notText
  case output(path: String, reason: String)

  var status: ExitStatus {
    switch self {
    case .usage: .usage
    case .folder: .noInput
    case .notText: .defect
    case .output: .outputError
    }
  }
}

extension CompilerError: CustomStringConvertible {
  var description: String {
    switch self {
    case .usage(let problem): "\(problem)\n\(CompilerCommand.usage)"
    case .folder(let error): "\(error)"
    case .notText: "the compiled form is not UTF-8"
    case .output(let path, let reason): "cannot write '\(path)': \(reason)"
    }
  }
}
