import Foundation
import Knowledge
import KnowledgeReader

/// Shows what a check found.
struct CheckReport {
  enum Format: String {
    case text, json
  }

  private let result: KnowledgeReader.Result

  init(_ result: KnowledgeReader.Result) {
    self.result = result
  }

  func show(as format: Format) {
    switch format {
    case .text:
      showDiagnostics()
      if result.hasErrors {
        Console.error(counts)
      } else {
        let knowledge = result.knowledge
        Console.output(
          "The knowledge is in order: \(knowledge.topics.count) topics, "
            + "\(knowledge.claims.count) claims, \(knowledge.sources.count) sources; \(counts).")
      }
    case .json: showJSON()
    }
  }

  /// One finding a line on standard error, each with its hint on a line of its own.
  func showDiagnostics() {
    for diagnostic in result.diagnostics {
      Console.error(diagnostic.description)
      if let hint = diagnostic.hint { Console.error("  hint: \(hint)") }
    }
  }

  /// One line for a folder that is still being written.
  func showSummary(folder: String) {
    guard !result.diagnostics.isEmpty else { return }
    Console.error(
      "note: the knowledge is incomplete: \(counts); 'knowledge-compiler check \(folder)' shows them"
    )
  }

  private var counts: String {
    let errors = result.diagnostics.count { $0.severity == .error }
    let warnings = result.diagnostics.count - errors
    return
      "\(errors) error\(errors == 1 ? "" : "s"), \(warnings) warning\(warnings == 1 ? "" : "s")"
  }

  private func showJSON() {
    struct Finding: Encodable {
      var severity, code, path: String
      var line, column: Int?
      var message: String
      var hint: String?
    }
    struct Report: Encodable {
      var errors, warnings: Int
      var diagnostics: [Finding]
    }
    let findings = result.diagnostics.map {
      Finding(
        severity: $0.severity.rawValue, code: $0.code.rawValue, path: $0.place.path,
        line: $0.place.line, column: $0.place.column, message: $0.message, hint: $0.hint)
    }
    let errors = result.diagnostics.count { $0.severity == .error }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let report = Report(
      errors: errors, warnings: findings.count - errors, diagnostics: findings)
    guard let data = try? encoder.encode(report) else { return }
    Console.output(String(decoding: data, as: UTF8.self))
  }
}

/// The two streams of the program.
enum Console {
  static func output(_ line: String) { write(line, to: .standardOutput) }
  static func error(_ line: String) { write(line, to: .standardError) }

  private static func write(_ line: String, to handle: FileHandle) {
    try? handle.write(contentsOf: Data((line + "\n").utf8))
  }
}
