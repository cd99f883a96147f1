import Foundation

/// Starts the built program and collects what it says.
struct Program {
  struct Result {
    var status: Int32
    var output: Data
    var error: String

    var text: String { String(decoding: output, as: UTF8.self) }
    var lines: [Substring] {
      text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    }
  }

  /// The folder of the products, which is that of the test runner.
  static var folder: URL {
    URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
      .deletingLastPathComponent()
  }

  /// The root of the package.
  static var root: URL {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
  }

  static func run(
    _ arguments: String..., input: Data = Data(), environment: [String: String] = [:],
    output: FileHandle? = nil
  ) throws -> Result {
    try run(arguments, input: input, environment: environment, output: output)
  }

  static func run(
    _ arguments: [String], input: Data = Data(), environment: [String: String] = [:],
    output: FileHandle? = nil
  ) throws -> Result {
    let process = Process()
    process.executableURL = folder.appendingPathComponent("firststep")
    process.arguments = arguments
    process.currentDirectoryURL = root
    process.environment = ["HOME": NSTemporaryDirectory(), "PATH": "/usr/bin:/bin"]
      .merging(environment) { _, new in new }
    let inputFile = URL(fileURLWithPath: NSTemporaryDirectory())
      .appendingPathComponent("firststep-\(UUID().uuidString)")
    try input.write(to: inputFile)
    defer { try? FileManager.default.removeItem(at: inputFile) }
    process.standardInput = try FileHandle(forReadingFrom: inputFile)
    let outputPipe = Pipe()
    let errorPipe = Pipe()
    process.standardOutput = output ?? outputPipe
    process.standardError = errorPipe
    try process.run()
    if output != nil { try outputPipe.fileHandleForWriting.close() }
    let bytes = outputPipe.fileHandleForReading.readDataToEndOfFile()
    let complaints = errorPipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Result(
      status: process.terminationStatus, output: bytes,
      error: String(decoding: complaints, as: UTF8.self))
  }
}
