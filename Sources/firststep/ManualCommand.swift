import ArgumentParser
import Dialogue
import Terminal

/// Prints the manual page, made of the same table as the help; `make install` puts it in its place.
struct ManualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual", abstract: "Print the manual page.", shouldDisplay: false)

  func run() throws {
    guard let table = JSONValue(line: FirstStep._dumpHelp()), let root = table["command"] else {
      throw Failure.defect("the table of options cannot be read")
    }
    let page = ManualPage(
      root, slots: try Assistant.load(.defaults).conversation.table)
    try OutputStream.standardOutput.write(page.text)
  }
}
