internal import Foundation

/// The YAML files of a knowledge folder, read into memory.
package struct KnowledgeFolder: Sendable {
  /// A file by its path in the folder ("topics/ice.yaml"); text is nil when it cannot be read.
  package struct File: Sendable {
    package var name: String
    package var text: String?

    package init(name: String, text: String?) {
      self.name = name
      self.text = text
    }
  }

  /// The folder as it was named.
  package let path: String
  /// Ordered by name, so that everything that follows is the same on every machine.
  package let files: [File]

  package init(path: String, files: [File]) {
    self.path = path
    self.files = files.sorted { $0.name < $1.name }
  }

  /// Reads every `.yaml` file below a folder of the file system. Hidden files and links to other
  /// folders are left out. A file that cannot be read, or that is not UTF-8, has no text.
  package init(readingFrom path: String) throws(KnowledgeFolderError) {
    let manager = FileManager.default
    var isDirectory: ObjCBool = false
    guard manager.fileExists(atPath: path, isDirectory: &isDirectory) else {
      throw .missing(path)
    }
    guard isDirectory.boolValue else { throw .notAFolder(path) }
    let root = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    guard manager.isReadableFile(atPath: root),
      (try? manager.contentsOfDirectory(atPath: root)) != nil,
      let names = manager.enumerator(atPath: root)
    else { throw .unreadable(path) }
    var files: [File] = []
    for case let name as String in names {
      guard name.hasSuffix(".yaml") || name.hasSuffix(".yml") else { continue }
      guard !name.split(separator: "/").contains(where: { $0.hasPrefix(".") }) else { continue }
      let bytes = manager.contents(atPath: root + "/" + name)
      files.append(
        File(name: name, text: bytes.flatMap { String(validating: $0, as: UTF8.self) }))
    }
    self.init(path: path, files: files)
  }

  /// The path of a file as a person at the terminal can open it.
  package func shownPath(_ name: String) -> String {
    path.hasSuffix("/") ? path + name : path + "/" + name
  }
}

/// Why a knowledge folder cannot be read at all.
package enum KnowledgeFolderError: Error, Hashable, Sendable {
  case missing(String)
  case notAFolder(String)
  case unreadable(String)
}

extension KnowledgeFolderError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .missing(let path): "there is no folder '\(path)'"
    case .notAFolder(let path): "'\(path)' is not a folder"
    case .unreadable(let path): "the folder '\(path)' cannot be read"
    }
  }
}
