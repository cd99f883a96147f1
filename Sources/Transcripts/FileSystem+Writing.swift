#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

extension FileSystem {
  /// Writes a file in one step: nobody ever sees a half of it, and a failure leaves the old one.
  ///
  /// A link is followed and the old file's permissions stay. What is no regular file (`/dev/stdout`,
  /// a named pipe) is written to as it is.
  package static func write(_ text: String, to path: String) throws(FileProblem) {
    var status = stat()
    let isThere = stat(path, &status) == 0
    guard isThere else { return try replace(path, by: text, as: path, mode: nil) }
    switch status.st_mode & S_IFMT {
    case S_IFREG:
      let target = resolved(path) ?? path
      try replace(target, by: text, as: path, mode: status.st_mode & 0o7777)
    case S_IFDIR: throw FileProblem(path: path, code: EISDIR)
    default: try fill(path, with: text, as: path)
    }
  }

  /// Whether there is a file that writing would replace.
  package static func wouldReplace(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  /// Tries whether a file could be written, and leaves nothing behind. A full disk shows only later.
  package static func tryWriting(to path: String) throws(FileProblem) {
    var status = stat()
    let isThere = stat(path, &status) == 0
    let kind = status.st_mode & S_IFMT
    if isThere, kind == S_IFDIR { throw FileProblem(path: path, code: EISDIR) }
    if isThere, kind != S_IFREG { return }
    let temporary = temporaryName(for: isThere ? resolved(path) ?? path : path)
    guard let file = fopen(temporary, "wb") else { throw FileProblem(path: path, code: errno) }
    fclose(file)
    unlink(temporary)
  }

  private static func temporaryName(for path: String) -> String { "\(path).\(getpid()).tmp" }

  private static func resolved(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  private static func replace(
    _ target: String, by text: String, as path: String, mode: mode_t?
  ) throws(FileProblem) {
    let temporary = temporaryName(for: target)
    do {
      try fill(temporary, with: text, as: path)
    } catch {
      unlink(temporary)
      throw error
    }
    if let mode { chmod(temporary, mode) }
    guard rename(temporary, target) == 0 else {
      let code = errno
      unlink(temporary)
      throw FileProblem(path: path, code: code)
    }
  }

  private static func fill(
    _ target: String, with text: String, as path: String
  ) throws(FileProblem) {
    guard let file = fopen(target, "wb") else { throw FileProblem(path: path, code: errno) }
    var text = text
    let written = text.withUTF8 { fwrite($0.baseAddress, 1, $0.count, file) }
    let isWhole = written == text.utf8.count && fflush(file) == 0
    let code = errno
    guard fclose(file) == 0, isWhole else {
      throw FileProblem(path: path, code: code == 0 ? EIO : code)
    }
  }
}
