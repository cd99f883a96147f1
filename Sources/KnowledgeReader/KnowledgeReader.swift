package import Knowledge
import Language

/// Reads a knowledge folder and checks it; reports everything in one run.
package enum KnowledgeReader {
  /// What came of a folder.
  package struct Result {
    /// What was read, with the places of everything.
    package let draft: KnowledgeDraft
    /// Ordered by place.
    package let diagnostics: [Diagnostic]

    /// The model. Ids are unique and references resolve only when there are no errors.
    package var knowledge: KnowledgeBase { draft.knowledge }
    package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
  }

  package static func read(
    _ folder: KnowledgeFolder, options: CheckOptions, readers: [FileReader] = FileReader.all,
    rules: [any CheckRule] = CheckRules.all
  ) -> Result {
    let log = DiagnosticLog()
    var draft = KnowledgeDraft(folderPath: folder.path)
    for reader in readers {
      for file in folder.files where reader.reads(file.name) {
        guard let root = parse(file, in: folder, log: log) else { continue }
        reader.read(root, stem(of: file.name), &draft)
      }
    }
    checkFiles(of: folder, readers: readers, log: log)
    for rule in rules { rule.check(draft, options, log) }
    return Result(draft: draft, diagnostics: log.sorted)
  }

  private static func parse(
    _ file: KnowledgeFolder.File, in folder: KnowledgeFolder, log: DiagnosticLog
  ) -> YAMLCursor? {
    let path = folder.shownPath(file.name)
    guard let text = file.text else {
      log.error(.unreadable, at: Place(path: path), "the file cannot be read as UTF-8")
      return nil
    }
    return YAMLFile.parse(text, path: path, log: log)
  }

  /// Reports files that nobody reads and files that are not there.
  private static func checkFiles(
    of folder: KnowledgeFolder, readers: [FileReader], log: DiagnosticLog
  ) {
    let names = readers.compactMap { reader -> String? in
      if case .file(let name) = reader.pattern { name } else { nil }
    }
    for file in folder.files where !readers.contains(where: { $0.reads(file.name) }) {
      log.error(
        .unknownFile, at: Place(path: folder.shownPath(file.name)),
        "'\(file.name)' is no file of a knowledge folder",
        hint: NearestName.of(file.name, in: names).map { "did you mean '\($0)'?" }
          ?? "a knowledge folder holds " + readers.map(\.shownPattern).joined(separator: ", "))
    }
    for reader in readers where !reader.isOptional {
      guard !folder.files.contains(where: { reader.reads($0.name) }) else { continue }
      log.error(
        .missingFile, at: Place(path: folder.path), "there is no \(reader.shownPattern)")
    }
  }

  /// The name of a file without folder and suffix.
  private static func stem(of name: String) -> String {
    let last = name.split(separator: "/").last ?? ""
    return String(last.prefix(upTo: last.lastIndex(of: ".") ?? last.endIndex))
  }
}
