import Terminal

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Names of files, to complete a path with.
enum FileNames {
  /// Paths that go on from `path`: those of its folder, a folder with a slash behind it. Hidden files
  /// only where their point is typed.
  static func completing(_ path: Substring) -> [Completion] {
    let end = path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex
    let folder = String(path[..<end])
    let start = path[end...]
    guard let directory = opendir(folder.isEmpty ? "." : expanded(folder)) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard name != ".", name != "..", name.hasPrefix(start), !name.contains(where: \.isWhitespace),
        start.hasPrefix(".") || !name.hasPrefix(".")
      else { continue }
      names.append(entry.pointee.d_type == UInt8(DT_DIR) ? name + "/" : name)
    }
    return names.sorted().map { Completion(folder + $0) }
  }

  private static func expanded(_ folder: String) -> String {
    guard folder.hasPrefix("~/"), let home = ProcessEnvironment.current["HOME"] else {
      return folder
    }
    return home + folder.dropFirst()
  }
}
