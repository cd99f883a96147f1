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
/// that the second start with the same folder costs no more than reading it.
struct KnowledgeFolder {
  let path: String

  /// The compiled form of the folder.
  func compiled() throws -> Blob {
    let files = try self.files()
    var name = ContentHash()
    for file in files {
      name.add(file.dropFirst(path.count))
      try MappedFile(path: file).withBytes { name.add($0) }
    }
    try MappedFile(path: KnowledgeCompiler.path()).withBytes { name.add($0) }
    let folder = try CacheFolder.path()
    let cached = folder + "/knowledge-\(name.text)"
    if access(cached, R_OK) != 0 {
      let status = try KnowledgeCompiler.run(["compile", path, "--output-blob", cached])
      switch status {
      case 0: break
      case 1: throw Failure.knowledge(path: path)
      case 66: throw Failure.unreadable(path: path, code: EIO)
      default: throw Failure.defect("the knowledge compiler ended with status \(status)")
      }
    }
    let file = try MappedFile(path: cached)
    return try Blob(bytes: file.bytes, owner: file)
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

/// Where the program keeps what it can compute again (XDG Base Directory Specification 0.8).
enum CacheFolder {
  /// The path of the folder, made when it is missing, readable by its owner only.
  static func path() throws -> String {
    let environment = ProcessEnvironment.current
    let base: String
    if let cache = environment["XDG_CACHE_HOME"], cache.hasPrefix("/") {
      base = cache
    } else if let home = environment["HOME"], !home.isEmpty {
      base = home + "/.cache"
    } else {
      base = "/tmp"
    }
    let folder = base + "/firststep"
    for path in [base, folder] where mkdir(path, 0o700) != 0 && errno != EEXIST {
      throw Failure.inputOutput("cannot make the folder \(path)", code: errno)
    }
    return folder
  }
}

/// A 128-bit name for content: two runs of FNV-1a (Fowler, Noll, Vo) with different offsets.
///
/// It tells versions of one's own files apart; it is no protection against a forger.
struct ContentHash {
  private var first: UInt64 = 0xCBF2_9CE4_8422_2325
  private var second: UInt64 = 0x6C62_272E_07BB_0142

  mutating func add(_ text: some StringProtocol) {
    for byte in text.utf8 { add(byte) }
    add(0)
  }

  mutating func add(_ bytes: UnsafeRawBufferPointer) {
    for byte in bytes { add(byte) }
  }

  private mutating func add(_ byte: UInt8) {
    first = (first ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    second = (second ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    second = second << 1 | second >> 63
  }

  /// Thirty-two hexadecimal digits.
  var text: String {
    [first, second].map { value in
      let digits = String(value, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }
}
