import Knowledge
import Terminal

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

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

/// A file of the cache with a seal beside it that tells whether it is whole.
struct CachedBlob {
  let path: String

  private var sealPath: String { path + ".seal" }

  /// The container, or nil where the file is missing, damaged or of another version.
  func read() -> Blob? {
    guard let file = try? MappedFile(path: path), let seal = try? MappedFile(path: sealPath),
      seal.withBytes({ $0.elementsEqual(Self.seal(of: file).utf8) })
    else { return nil }
    return try? Blob(bytes: file.bytes, owner: file)
  }

  /// Seals the file as it is now; a failure costs only time later on.
  func seal() {
    guard let file = try? MappedFile(path: path) else { return }
    Self.write(Array(Self.seal(of: file).utf8)[...], to: sealPath)
  }

  /// Writes the file without a seal; a failure costs only time later on.
  func write(_ bytes: UnsafeRawBufferPointer) {
    Self.write(Array(bytes)[...], to: path)
  }

  /// Removes what earlier states of the same folder left: files beside this one that begin with
  /// `family` and not with its own name.
  func removeOthers(family: String) {
    guard let end = path.lastIndex(of: "/") else { return }
    let folder = path[..<end]
    let own = path[path.index(after: end)...]
    guard let stream = opendir(String(folder)) else { return }
    defer { closedir(stream) }
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name.hasPrefix(family), !name.hasPrefix(own) { unlink("\(folder)/\(name)") }
    }
  }

  /// A hash over words of eight bytes, three milliseconds for ten megabytes.
  private static func seal(of file: MappedFile) -> String {
    file.withBytes { bytes in
      var state: UInt64 = 0xCBF2_9CE4_8422_2325 ^ UInt64(bytes.count)
      var place = 0
      while place + 8 <= bytes.count {
        state =
          (state ^ bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
          &* 0x9E37_79B9_7F4A_7C15
        state ^= state >> 29
        place += 8
      }
      for byte in bytes[place...] { state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
      return String(state, radix: 16)
    }
  }

  private static func write(_ bytes: ArraySlice<UInt8>, to path: String) {
    let draft = "\(path).\(getpid())"
    guard let file = fopen(draft, "w") else { return }
    let written = bytes.withUnsafeBytes { fwrite($0.baseAddress, 1, $0.count, file) }
    guard fclose(file) == 0, written == bytes.count, rename(draft, path) == 0 else {
      unlink(draft)
      return
    }
  }
}
