import Foundation
import KnowledgeReader
import Testing

@Suite struct KnowledgeFolderTests {
  private func withFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "firststep-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder.path)
  }

  @Test func filesAreReadInOrderAndOthersLeftOut() throws {
    try withFolder { path in
      let manager = FileManager.default
      try manager.createDirectory(
        atPath: path + "/topics/.hidden", withIntermediateDirectories: true)
      for name in [
        "topics/rest.yaml", "gaps.yaml", "topics/ice.yaml", "notes.md", ".gaps.yaml",
        "topics/.hidden/x.yaml",
      ] {
        try Data("a: ü\n".utf8).write(to: URL(fileURLWithPath: path + "/" + name))
      }
      try Data([0x61, 0xFF]).write(to: URL(fileURLWithPath: path + "/triage.yaml"))
      let folder = try KnowledgeFolder(readingFrom: path)
      #expect(
        folder.files.map(\.name) == [
          "gaps.yaml", "topics/ice.yaml", "topics/rest.yaml", "triage.yaml",
        ])
      #expect(folder.files.map(\.text) == ["a: ü\n", "a: ü\n", "a: ü\n", nil])
      #expect(folder.shownPath("gaps.yaml") == path + "/gaps.yaml")
    }
  }

  @Test func whatIsNoFolderIsAnError() throws {
    try withFolder { path in
      #expect(throws: KnowledgeFolderError.missing(path + "/none")) {
        try KnowledgeFolder(readingFrom: path + "/none")
      }
      try Data().write(to: URL(fileURLWithPath: path + "/file"))
      #expect(throws: KnowledgeFolderError.notAFolder(path + "/file")) {
        try KnowledgeFolder(readingFrom: path + "/file")
      }
    }
  }

  @Test func anEmptyFolderIsReadAndFoundIncomplete() throws {
    try withFolder { path in
      let folder = try KnowledgeFolder(readingFrom: path)
      let result = KnowledgeReader.read(folder, options: CheckOptions(today: "2026-11-21"))
      #expect(result.hasErrors)
      #expect(result.diagnostics.contains { $0.code == .missingFile && $0.place.path == path })
    }
  }
}
