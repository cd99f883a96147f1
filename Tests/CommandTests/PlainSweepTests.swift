import Foundation
import Testing

/// What people say in the transcripts, and every fifth phrasing of the knowledge, through one plain
/// conversation.
@Suite struct PlainSweepTests {
  @Test func everyReplyIsPlainText() throws {
    let phrasings = try Self.phrasings()
    let messages =
      try stride(from: 0, to: phrasings.count, by: 5).map { phrasings[$0] } + Self.transcripts()
    #expect(messages.count > 1_000)
    let input = Data((messages.joined(separator: "\n") + "\n").utf8)
    let result = try Program.run("chat", input: input, environment: ["TERM": "xterm-256color"])
    #expect(result.status == 0)
    #expect(result.error.isEmpty)
    #expect(result.output.allSatisfy { $0 == 0x0A || $0 >= 0x20 })
    // Whatever is no valid UTF-8 would come back as U+FFFD.
    let wrong = result.text.unicodeScalars.first {
      (0x7F...0x9F).contains($0.value) || $0.value == 0xFFFD
    }
    #expect(wrong == nil)
    let widest = result.lines.map(\.count).max() ?? 0
    #expect(widest <= 80)
  }

  private static func phrasings() throws -> [String] {
    try files(in: "Knowledge/phrasings", ending: ".yaml").flatMap { text in
      text.split(separator: "\n").compactMap { line -> String? in
        let item = line.drop { $0 == " " }
        guard item.hasPrefix("- ") else { return nil }
        return item.dropFirst(2).trimmingCharacters(in: CharacterSet(charactersIn: "\" "))
      }
    }
  }

  private static func transcripts() throws -> [String] {
    try files(in: "Transcripts", ending: ".md").flatMap { text in
      text.split(separator: "\n").map { $0.drop { $0 == " " } }.filter { $0.hasPrefix("> ") }
        .map { String($0.dropFirst(2)) }
    }
  }

  private static func files(in folder: String, ending: String) throws -> [String] {
    let root = Program.root.appendingPathComponent(folder)
    let names = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
    var texts: [String] = []
    while let file = names?.nextObject() as? URL {
      guard file.lastPathComponent.hasSuffix(ending) else { continue }
      texts.append(try String(contentsOf: file, encoding: .utf8))
    }
    return texts
  }
}
