import Foundation
import KnowledgeReader

/// Reads a folder of knowledge, checks it and writes its compiled form.
///
/// The build plugin runs it, and so does the shipped program for `--knowledge DIR` and
/// `knowledge check`, which keeps the YAML parser and the whole of Foundation out of that program.
@main
struct KnowledgeCompiler {
  static func main() {
    let status: ExitStatus
    do {
      let command = try CompilerCommand(arguments: Array(CommandLine.arguments.dropFirst()))
      status = try run(command)
    } catch let error as CompilerError {
      Console.error("knowledge-compiler: error: \(error)")
      status = error.status
    } catch {
      Console.error("knowledge-compiler: error: \(error)")
      status = .defect
    }
    exit(status.rawValue)
  }

  private static func run(_ command: CompilerCommand) throws -> ExitStatus {
    switch command {
    case .help:
      Console.output(CompilerCommand.usage)
      return .done
    case .check(let folder, let options, let format):
      let result = try read(folder, options)
      CheckReport(result).show(as: format)
      return result.hasErrors ? .failed : .done
    case .compile(let folder, let options, let outputs, let isIncomplete, let cache):
      let result = try read(folder, options)
      let report = CheckReport(result)
      if isIncomplete {
        report.showSummary(folder: folder)
      } else {
        report.showDiagnostics()
        if result.hasErrors { return .failed }
      }
      let blob = try CompiledForm.bytes(of: result.draft, cache: cache)
      for output in outputs { try output.write(blob) }
      return .done
    }
  }

  private static func read(
    _ folder: String, _ options: CheckOptions
  ) throws(CompilerError) -> KnowledgeReader.Result {
    do {
      return KnowledgeReader.read(try KnowledgeFolder(readingFrom: folder), options: options)
    } catch {
      throw .folder(error)
    }
  }
}

/// How the program ends, as `sysexits.h` and the interface have it.
enum ExitStatus: Int32 {
  case done = 0
  case failed = 1
  case usage = 64
  case noInput = 66
  case defect = 70
  case outputError = 74
}
