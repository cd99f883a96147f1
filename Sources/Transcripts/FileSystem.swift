#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Why a file could not be read or written.
package struct FileProblem: Error, Hashable, Sendable {
  package var path: String
  /// Error number of the system (`errno`); 0 where the file is not UTF-8 text.
  package var code: Int32

  package init(path: String, code: Int32) {
    self.path = path
    self.code = code
  }

  package var reason: String {
    code == 0 ? "it is not UTF-8 text" : String(cString: strerror(code))
  }
}

/// The little of a file system that transcripts need, over the C library.
package enum FileSystem {
  package static func read(_ path: String) throws(FileProblem) -> String {
    guard let file = fopen(path, "rb") else { throw FileProblem(path: path, code: errno) }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = fread(&chunk, 1, chunk.count, file)
      if count == 0 { break }
      bytes += chunk[..<count]
    }
    if ferror(file) != 0 { throw FileProblem(path: path, code: errno == 0 ? EIO : errno) }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw FileProblem(path: path, code: 0)
    }
    return text
  }

  package static func isFolder(_ path: String) -> Bool {
    guard let folder = opendir(path) else { return false }
    closedir(folder)
    return true
  }

  package static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// Names in a folder, without those that begin with a dot, in order.
  package static func names(in path: String) throws(FileProblem) -> [String] {
    guard let folder = opendir(path) else { throw FileProblem(path: path, code: errno) }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }

  /// Every file below a folder whose name the test accepts, in order; a file stands for itself.
  package static func files(
    under path: String, where isWanted: (String) -> Bool
  ) throws(FileProblem) -> [String] {
    guard isFolder(path) else {
      guard exists(path) else { throw FileProblem(path: path, code: ENOENT) }
      return [path]
    }
    var files: [String] = []
    for name in try names(in: path) {
      let child = path.hasSuffix("/") ? path + name : "\(path)/\(name)"
      if isFolder(child) {
        files += try self.files(under: child, where: isWanted)
      } else if isWanted(name) {
        files.append(child)
      }
    }
    return files
  }
}
