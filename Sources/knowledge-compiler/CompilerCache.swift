import Foundation
import Knowledge

/// A file with what an earlier run computed, so that a build repeats only what changed.
///
/// A missing, damaged or outdated file is the same as none; it can always be removed.
struct CompilerCache {
  let path: String

  /// The container of the earlier run.
  func read() -> Blob? {
    guard let data = try? Data(contentsOf: URL(fileURLWithPath: path)) else { return nil }
    let memory = Memory(data)
    return try? Blob(bytes: UnsafeRawBufferPointer(memory.buffer), owner: memory)
  }

  /// Keeps sections for the next run; a failure costs only time later on.
  func write(_ sections: [(name: String, bytes: [UInt8])]) {
    var writer = BlobWriter()
    for section in sections { writer.addSection(section.name, section.bytes) }
    try? CompilerOutput.blob(path: path).write(writer.finish())
  }

  private final class Memory: @unchecked Sendable {
    let buffer: UnsafeMutableRawBufferPointer

    init(_ data: Data) {
      buffer = .allocate(byteCount: max(data.count, 1), alignment: 64)
      buffer.copyBytes(from: data)
    }

    deinit {
      buffer.deallocate()
    }
  }
}
