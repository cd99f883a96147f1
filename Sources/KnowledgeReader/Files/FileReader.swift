/// Reads one kind of file of the knowledge folder.
package struct FileReader: Sendable {
  /// Which files it reads, by their path in the folder.
  package enum Pattern: Hashable, Sendable {
    /// One file: "gaps.yaml".
    case file(String)
    /// Every file of a folder: "topics".
    case folder(String)
  }

  package let pattern: Pattern
  /// Whether a folder of knowledge is complete without such a file.
  package let isOptional: Bool
  /// Takes the root of a file and the file's name without folder and suffix ("ice").
  package let read: @Sendable (YAMLCursor, String, inout KnowledgeDraft) -> Void

  package init(
    _ pattern: Pattern, isOptional: Bool = false,
    read: @escaping @Sendable (YAMLCursor, String, inout KnowledgeDraft) -> Void
  ) {
    self.pattern = pattern
    self.isOptional = isOptional
    self.read = read
  }

  package func reads(_ name: String) -> Bool {
    let parts = name.split(separator: "/")
    return switch pattern {
    case .file(let file): name == file
    case .folder(let folder): parts.count == 2 && parts[0] == folder
    }
  }

  /// The pattern as it is shown: "topics/…yaml".
  package var shownPattern: String {
    switch pattern {
    case .file(let name): name
    case .folder(let name): name + "/….yaml"
    }
  }
}

extension FileReader {
  /// All kinds of files, in the order in which they are read. Owners of other files add theirs.
  package static let all: [FileReader] = [
    FileReader(.file("sources.yaml"), read: SourceReader.read),
    FileReader(.folder("claims"), read: ClaimReader.read),
    FileReader(.folder("topics"), read: TopicReader.read),
    FileReader(.file("differences.yaml"), read: DifferenceReader.read),
    FileReader(.file("gaps.yaml"), read: GapReader.read),
    FileReader(.file("smalltalk.yaml"), read: SmallTalkReader.read),
    FileReader(.file("near-misses.yaml"), read: NearMissReader.read),
    FileReader(.folder("phrasings"), read: PhrasingReader.read),
    FileReader(.file("acts.yaml"), read: ActReader.read),
    FileReader(.file("lexicon.yaml"), isOptional: true, read: LexiconReader.readLexicon),
    FileReader(.file("words.yaml"), isOptional: true, read: LexiconReader.readWords),
    FileReader(.file("triage.yaml"), read: TriageReader.read),
    FileReader(.file("signs.yaml"), read: SignReader.read),
  ]
}
