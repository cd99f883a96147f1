/// One line of the list of keys.
package struct KeyHelp: Sendable {
  package var keys: String
  package var does: String
  package let commands: [EditorCommand]

  private init(_ keys: String, _ does: String, _ commands: EditorCommand...) {
    self.keys = keys
    self.does = does
    self.commands = commands
  }

  /// The keys for `/keys`, in the order in which one learns them.
  package static let all: [KeyHelp] = [
    KeyHelp("Enter", "send the line", .accept),
    KeyHelp("Alt-Enter", "a new line in the same message; a \\ at the end does it too", .newline),
    KeyHelp("Ctrl-C", "drop the line, or stop the answer", .interrupt),
    KeyHelp("Ctrl-D", "leave, on an empty line; else delete the next character", .deleteOrLeave),
    KeyHelp("Up, Down", "earlier and later lines that begin with what is typed", .up, .down),
    KeyHelp("Ctrl-R, Ctrl-S", "search in earlier lines, back and forward", .search, .searchForward),
    KeyHelp("Ctrl-G", "end a search and have the line back", .cancel),
    KeyHelp("Right, End", "take the suggestion", .right, .end),
    KeyHelp("Alt-F, Ctrl-Right", "take one word of it, or go a word on", .wordRight),
    KeyHelp("Alt-B, Ctrl-Left", "go a word back", .wordLeft),
    KeyHelp("Left", "go a character back", .left),
    KeyHelp("Ctrl-A, Home", "go to the start of the line", .home),
    KeyHelp("Tab, Shift-Tab", "complete; again: next, previous", .complete, .completeBack),
    KeyHelp("Backspace, Delete", "delete the character before, after", .backspace, .delete),
    KeyHelp("Ctrl-W", "cut back to the blank", .killBlankBack),
    KeyHelp("Alt-D, Alt-Backspace", "cut a word, after and before", .killWord, .killWordBack),
    KeyHelp("Ctrl-K, Ctrl-U", "cut to the end, to the start of the line", .killToEnd, .killToStart),
    KeyHelp("Ctrl-Y, Alt-Y", "put back what was cut; what was cut before it", .yank, .yankOlder),
    KeyHelp("Ctrl-_", "undo", .undo),
    KeyHelp("Ctrl-X Ctrl-E", "write the line in your editor", .editInEditor),
    KeyHelp("Ctrl-L", "clear the screen", .clearScreen),
    KeyHelp("Ctrl-Z", "to the shell and back with fg", .suspend),
    KeyHelp("Page Up, Page Down", "first line of the history, last", .historyFirst, .historyLast),
  ]
}
