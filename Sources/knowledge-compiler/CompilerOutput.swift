import Foundation

/// A form in which compiled knowledge is written.
enum CompilerOutput {
  /// Swift source with the container as one string literal, for the build.
  case swift(path: String)
  /// The container itself, to be mapped into memory.
  case blob(path: String)

  /// Writes a file in one step: nobody ever sees a half of it.
  func write(_ blob: [UInt8]) throws(CompilerError) {
    switch self {
    case .swift(let path):
      try Self.write(try SwiftLiteral.source(holding: blob), to: path)
    case .blob(let path):
      try Self.write(blob, to: path)
    }
  }

  private static func write(_ bytes: [UInt8], to path: String) throws(CompilerError) {
    do {
      try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw .output(path: path, reason: error.localizedDescription)
    }
  }
}
