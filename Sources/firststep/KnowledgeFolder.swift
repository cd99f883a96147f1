import CompiledKnowledge
import Knowledge
import Terminal

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A knowledge folder, compiled by the compiler that sits beside this program.
///
/// What was compiled is kept in the cache folder of the user, named by the content it was made from, so
/// that the second start with the same folder costs no more than reading it. Beside it lies what
/// training computed, so that after a change only new phrasings go through the sentence encoder. A
/// damaged file of either kind is made again.
struct KnowledgeFolder {
  let path: String

  /// The compiled form of the folder.
  func compiled() throws -> Blob {
    let files = try self.files()
    var content = ContentHash()
    for file in files {
      content.add(file.dropFirst(path.count))
      try MappedFile(path: file).withBytes { content.add($0) }
    }
    try MappedFile(path: KnowledgeCompiler.path()).withBytes { content.add($0) }
    let folder = try CacheFolder.path()
    let family = "knowledge-" + familyName
    let cached = "\(folder)/\(family)-\(content.text)"
    if let blob = CachedBlob(path: cached).read() { return blob }
    let training = "\(folder)/\(family).training"
    if access(training, R_OK) != 0 { seed(training) }
    let status = try KnowledgeCompiler.run(
      ["compile", path, "--output-blob", cached, "--cache", training])
    switch status {
    case 0: break
    case 1: throw Failure.knowledge(path: path)
    case 66: throw Failure.unreadable(path: path, code: EIO)
    default: throw Failure.defect("the knowledge compiler ended with status \(status)")
    }
    CachedBlob(path: cached).seal()
    CachedBlob(path: cached).removeOthers(family: "\(family)-")
    let file = try MappedFile(path: cached)
    return try Blob(bytes: file.bytes, owner: file)
  }

  /// Eight digits that tell this folder from others.
  private var familyName: String {
    var name = ContentHash()
    if let resolved = realpath(path, nil) {
      name.add(String(cString: resolved))
      free(resolved)
    }
    return String(name.text.prefix(8))
  }

  /// Begins the cache of training with what is built in: most folders are changed copies of it.
  private func seed(_ training: String) {
    guard let blob = try? CompiledKnowledge.blob else { return }
    CachedBlob(path: training).write(blob.bytes)
  }

  /// The YAML files of the folder and the folders in it, in the order of their paths.
  private func files() throws -> [String] {
    var files: [String] = []
    var folders = [path]
    while let folder = folders.popLast() {
      guard let stream = opendir(folder) else {
        throw Failure.unreadable(path: folder, code: errno)
      }
      defer { closedir(stream) }
      while let entry = readdir(stream) {
        let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
          String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        }
        if name.hasPrefix(".") { continue }
        let path = folder + "/" + name
        var status = stat()
        guard stat(path, &status) == 0 else { throw Failure.unreadable(path: path, code: errno) }
        if status.st_mode & S_IFMT == S_IFDIR {
          folders.append(path)
        } else if name.hasSuffix(".yaml") {
          files.append(path)
        }
      }
    }
    return files.sorted()
  }
}

/// The compiler of knowledge folders, a program of its own so that this one starts without a YAML reader.
enum KnowledgeCompiler {
  /// Beside this program, or where `make install` puts it.
  static func path() throws -> String {
    let own = try ownPath()
    let folder = own.split(separator: "/").dropLast().joined(separator: "/")
    let candidates = [
      "/\(folder)/knowledge-compiler", "/\(folder)/../libexec/firststep/knowledge-compiler",
    ]
    for candidate in candidates where access(candidate, X_OK) == 0 { return candidate }
    throw Failure.unreadable(path: candidates[0], code: ENOENT)
  }

  static func run(_ arguments: [String]) throws -> Int32 {
    try ChildProcess.run(path(), arguments)
  }

  private static func ownPath() throws -> String {
    #if os(Linux)
      let link = "/proc/self/exe"
    #else
      let link = CommandLine.arguments.first ?? ""
    #endif
    guard let resolved = realpath(link, nil) else {
      throw Failure.inputOutput("cannot find this program's own path", code: errno)
    }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}

/// A file mapped into memory, unmapped when nobody holds it any more.
final class MappedFile: Sendable {
  nonisolated(unsafe) let bytes: UnsafeRawBufferPointer

  init(path: String) throws {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Failure.unreadable(path: path, code: errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      throw Failure.unreadable(path: path, code: errno)
    }
    guard status.st_size > 0 else {
      bytes = UnsafeRawBufferPointer(start: nil, count: 0)
      return
    }
    let count = Int(status.st_size)
    let mapped = mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0)
    guard let mapped, mapped != MAP_FAILED else {
      throw Failure.unreadable(path: path, code: errno)
    }
    bytes = UnsafeRawBufferPointer(start: mapped, count: count)
  }

  /// Hands the bytes out while the file is certainly mapped.
  func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    withExtendedLifetime(self) { body(bytes) }
  }

  deinit {
    if let start = bytes.baseAddress {
      munmap(UnsafeMutableRawPointer(mutating: start), bytes.count)
    }
  }
}
