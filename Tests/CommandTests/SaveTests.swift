import Foundation
import Testing

/// Conversations saved as transcripts.
@Suite struct SaveTests {
  /// A folder of its own for each test.
  private static func folder() throws -> URL {
    let folder = URL(fileURLWithPath: NSTemporaryDirectory())
      .appendingPathComponent("firststep-save-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }

  static let script = """
    is ice any good or is it just old school
    HOW OFTEN???
      > shorter
    what about the  “night splint”
    hurts the first mile then eases, 3/10, can I do my easy 5?
    none

    back
    since yesterday my whole foot is numb
    /topics ice
    thanks
    """

  @Test("What is saved passes when it is run", arguments: [true, false])
  func savedConversationsPass(byOption: Bool) throws {
    let folder = try Self.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appendingPathComponent("talk.md").path
    let script = Self.script + (byOption ? "\n" : "\n/save \(path)\n")
    let chat = try Program.run(
      ["chat"] + (byOption ? ["--save", path] : []), input: Data(script.utf8))
    #expect(chat.status == 0, "\(chat.error)")
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(text.hasPrefix("# is ice any good or is it just old school\n\n    > is ice any good"))
    #expect(text.contains("    @ topic: ice\n"))
    #expect(text.contains("    @ outcome: "))
    #expect(text.contains("    @ cites: "))
    let run = try Program.run("transcript", "run", path)
    #expect(run.status == 0, "\(run.text)")
    #expect(run.text.contains("1 transcripts, 11 turns: 1 passed"))
  }

  @Test func nothingIsReplacedUnasked() throws {
    let folder = try Self.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appendingPathComponent("talk.md").path
    try "mine".write(toFile: path, atomically: true, encoding: .utf8)
    let option = try Program.run("chat", "--save", path, input: Data("ice\n".utf8))
    #expect(option.status == 74)
    #expect(option.error.contains("there is a file \(path) already; --force replaces it"))
    #expect(option.output.isEmpty)
    let command = try Program.run("chat", input: Data("ice\n/save \(path)\n".utf8))
    #expect(command.status == 74)
    #expect(command.error.contains("/save --force \(path) replaces it"))
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "mine")
    let forced = try Program.run("chat", "--save", path, "--force", input: Data("ice\n".utf8))
    #expect(forced.status == 0)
    #expect(try String(contentsOfFile: path, encoding: .utf8).hasPrefix("# ice\n"))
    let again = try Program.run(
      "chat", input: Data("ice\n/save --force \(path)\ntape\n/save\n".utf8))
    #expect(again.status == 0)
    #expect(again.text.contains("Saved 2 turns to \(path)."))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["talk.md"])
  }

  @Test func whatCannotBeWrittenIsSaidBeforeTheConversation() throws {
    for path in ["/no/such/folder/talk.md", NSTemporaryDirectory()] {
      let result = try Program.run("chat", "--save", path, input: Data("ice\n".utf8))
      #expect(result.status == 74)
      #expect(result.error.contains("cannot write \(path): "))
      #expect(result.output.isEmpty)
      let command = try Program.run("chat", input: Data("ice\n/save \(path)\nthanks\n".utf8))
      #expect(command.status == 74)
      #expect(command.error.contains("Cannot write \(path): "))
    }
  }

  #if os(Linux)
    @Test func aFullDiskIsSaid() throws {
      let result = try Program.run("chat", "--save", "/dev/full", input: Data("ice\n".utf8))
      #expect(result.status == 74)
      #expect(result.error.contains("cannot write /dev/full: No space left on device"))
      #expect(!result.output.isEmpty)
    }
  #endif

  @Test func jsonStaysJSON() throws {
    let folder = try Self.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appendingPathComponent("talk.md").path
    let result = try Program.run(
      "chat", "--format", "json", input: Data("ice\n/save \(path)\n".utf8))
    #expect(result.lines.count == 1)
    #expect(result.error.contains("Saved 1 turn to"))
  }

  @Test func nothingSaidNothingSaved() throws {
    let folder = try Self.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appendingPathComponent("talk.md").path
    let result = try Program.run("chat", "--save", path, input: Data("/save\n/save\n".utf8))
    #expect(result.text == "There is nothing to save yet.\nThere is nothing to save yet.\n")
    #expect(!FileManager.default.fileExists(atPath: path))
    let bare = try Program.run("chat", input: Data("/save\n".utf8))
    #expect(bare.text.contains("Where to?"))
  }
}
