internal import CLineEditor

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Why the history could not be read or kept.
package struct HistoryError: Error, Hashable, Sendable, CustomStringConvertible {
  package var path: String
  /// Error number of the system (`errno`), or nil where another program holds the lock for too long.
  package var code: Int32?

  package var description: String {
    guard let code else {
      return "the history is not kept: another program holds the lock of \(path)"
    }
    return "the history is not kept: \(path): \(String(cString: strerror(code)))"
  }
}

/// The file that the history is in: private (0600 in a 0700 folder), replaced as a whole, and changed
/// under a lock, so that several programs can write at once and none loses a line.
package struct HistoryFile: Sendable {
  package let path: String
  /// The folder holds nothing but what is ours, so that it may be closed to others.
  package let isFolderOurs: Bool
  /// Milliseconds to wait for another program that is writing.
  package static let lockWait = 5_000
  /// A larger file is no history of ours; reading it would take the memory of the program.
  package static let largest = 64 << 20

  package init(path: String, isFolderOurs: Bool) {
    self.path = path
    self.isFolderOurs = isFolderOurs
  }

  private var folder: String {
    let end = path.lastIndex(of: "/") ?? path.startIndex
    if end == path.startIndex { return path.hasPrefix("/") ? "/" : "." }
    return String(path[..<end])
  }

  /// The entries, oldest first; none where there is no file yet.
  package func read() throws(HistoryError) -> [String] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      if errno == ENOENT { return [] }
      throw HistoryError(path: path, code: errno)
    }
    defer { close(descriptor) }
    var facts = stat()
    guard fstat(descriptor, &facts) == 0 else { throw HistoryError(path: path, code: errno) }
    guard facts.st_mode & S_IFMT == S_IFREG else { throw HistoryError(path: path, code: EINVAL) }
    guard facts.st_size <= Self.largest else { throw HistoryError(path: path, code: EFBIG) }
    var bytes = [UInt8](repeating: 0, count: Int(facts.st_size))
    var filled = 0
    while filled < bytes.count {
      let count = bytes.withUnsafeMutableBytes {
        Self.read(descriptor, UnsafeMutableRawBufferPointer(rebasing: $0[filled...]))
      }
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw HistoryError(path: path, code: errno) }
      if count == 0 { break }
      filled += count
    }
    return HistoryCoding.decode(Array(bytes[..<filled]))
  }

  /// Changes the entries under the lock: reads, edits, and replaces the file in one step.
  ///
  /// Returns the entries as they are now. No signal is handled meanwhile, so that a program that is told
  /// to end leaves no half-written file behind.
  package func update(_ edit: (inout [String]) -> Void) throws(HistoryError) -> [String] {
    try makeFolder()
    le_guard_hold_signals()
    defer { le_guard_release_signals() }
    let lock = try takeLock()
    defer { close(lock) }
    let before = try read()
    var entries = before
    edit(&entries)
    if entries != before { try replace(with: HistoryCoding.encode(entries)) }
    return entries
  }

  // MARK: - Steps

  private func makeFolder() throws(HistoryError) {
    var facts = stat()
    if stat(folder, &facts) == 0 {
      if isFolderOurs && facts.st_uid == geteuid() && facts.st_mode & 0o077 != 0 {
        _ = chmod(folder, 0o700)
      }
      return
    }
    var made = folder.hasPrefix("/") ? "" : "."
    for part in folder.split(separator: "/") {
      made += "/\(part)"
      guard mkdir(made, 0o700) == 0 || errno == EEXIST || stat(made, &facts) == 0 else {
        throw HistoryError(path: made, code: errno)
      }
    }
  }

  private func takeLock() throws(HistoryError) -> Int32 {
    let name = path + ".lock"
    let descriptor = open(name, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw HistoryError(path: name, code: errno) }
    var waited = 0
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      let code = errno
      guard code == EWOULDBLOCK || code == EINTR else {
        close(descriptor)
        throw HistoryError(path: name, code: code)
      }
      guard waited < Self.lockWait else {
        close(descriptor)
        throw HistoryError(path: name, code: nil)
      }
      usleep(2_000)
      waited += 2
    }
    return descriptor
  }

  private func replace(with bytes: [UInt8]) throws(HistoryError) {
    // A link to the file stays a link.
    var resolved = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
    let target = realpath(path, &resolved) == nil ? path : Self.text(resolved)
    var template = Array((target + ".XXXXXX").utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw HistoryError(path: target, code: errno) }
    let name = Self.text(template)
    var code: Int32 = fchmod(descriptor, 0o600) == 0 ? 0 : errno
    if code == 0 { code = Self.write(bytes, to: descriptor) }
    if close(descriptor) != 0 && code == 0 { code = errno }
    if code == 0 && rename(name, target) != 0 { code = errno }
    guard code == 0 else {
      unlink(name)
      throw HistoryError(path: target, code: code)
    }
  }

  /// 0, or the error number of the system.
  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
    do throws(WriteError) {
      try OutputStream(descriptor: descriptor).write(bytes: bytes)
      return 0
    } catch {
      switch error {
      case .closedPipe: return EPIPE
      case .system(let code): return code
      }
    }
  }

  private static func text(_ characters: [CChar]) -> String {
    String(decoding: characters.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  private static func read(_ descriptor: Int32, _ bytes: UnsafeMutableRawBufferPointer) -> Int {
    #if canImport(Glibc)
      Glibc.read(descriptor, bytes.baseAddress, bytes.count)
    #else
      Darwin.read(descriptor, bytes.baseAddress, bytes.count)
    #endif
  }
}
