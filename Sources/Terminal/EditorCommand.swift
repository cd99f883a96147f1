/// Commands of the editor that are ours; the others are libedit's own.
///
/// They can be bound in `.editrc` by their name, like those of libedit.
package enum EditorCommand: Int, CaseIterable, Sendable {
  case insertPaste, newline, accept, interrupt, suspend, deleteOrLeave
  case up, down, historyFirst, historyLast
  case left, right, wordLeft, wordRight, home, end
  case backspace, delete, killWordBack, killBlankBack, killWord, killToEnd, killToStart
  case yank, yankOlder, undo
  case complete, completeBack, search, searchForward
  case editInEditor, clearScreen, cancel, ignore

  /// As `bind` in `.editrc` names it.
  package var name: String {
    switch self {
    case .insertPaste: "fs-paste"
    case .newline: "fs-newline"
    case .accept: "fs-accept"
    case .interrupt: "fs-interrupt"
    case .suspend: "fs-suspend"
    case .deleteOrLeave: "fs-delete-or-leave"
    case .up: "fs-up"
    case .down: "fs-down"
    case .historyFirst: "fs-history-first"
    case .historyLast: "fs-history-last"
    case .left: "fs-left"
    case .right: "fs-right"
    case .wordLeft: "fs-word-left"
    case .wordRight: "fs-word-right"
    case .home: "fs-home"
    case .end: "fs-end"
    case .backspace: "fs-backspace"
    case .delete: "fs-delete"
    case .killWordBack: "fs-kill-word-back"
    case .killBlankBack: "fs-kill-blank-back"
    case .killWord: "fs-kill-word"
    case .killToEnd: "fs-kill-to-end"
    case .killToStart: "fs-kill-to-start"
    case .yank: "fs-yank"
    case .yankOlder: "fs-yank-older"
    case .undo: "fs-undo"
    case .complete: "fs-complete"
    case .completeBack: "fs-complete-back"
    case .search: "fs-search"
    case .searchForward: "fs-search-forward"
    case .editInEditor: "fs-edit"
    case .clearScreen: "fs-clear"
    case .cancel: "fs-cancel"
    case .ignore: "fs-ignore"
    }
  }

  package var help: String { KeyHelp.all.first { $0.commands.contains(self) }?.does ?? name }
}

/// Which keys run which command; as libedit's `bind` writes keys.
package enum KeyBindings {
  package typealias Binding = (keys: String, command: String)

  /// Keys that mean the same in emacs mode and in both modes of vi.
  private static let everywhere: [(String, EditorCommand)] = [
    (NamedKey.paste.binding, .insertPaste), (NamedKey.newline.binding, .newline),
    (NamedKey.up.binding, .up), (NamedKey.down.binding, .down),
    (NamedKey.left.binding, .left), (NamedKey.right.binding, .right),
    (NamedKey.home.binding, .home), (NamedKey.end.binding, .end),
    (NamedKey.delete.binding, .delete), (NamedKey.deleteWord.binding, .killWord),
    (NamedKey.wordLeft.binding, .wordLeft), (NamedKey.wordRight.binding, .wordRight),
    (NamedKey.pageUp.binding, .historyFirst), (NamedKey.pageDown.binding, .historyLast),
    (NamedKey.backTab.binding, .completeBack), (NamedKey.ignored.binding, .ignore),
    ("^M", .accept), ("^J", .accept), ("^C", .interrupt), ("^Z", .suspend), ("^L", .clearScreen),
    ("^R", .search), ("^S", .searchForward), ("^D", .deleteOrLeave), ("^G", .cancel),
    ("^N", .down), ("^P", .up), ("^\\", .ignore),
  ]

  /// Keys of emacs mode and of the insert mode of vi.
  private static let inserting: [(String, EditorCommand)] = [
    ("^I", .complete), ("^A", .home), ("^E", .end), ("^K", .killToEnd), ("^U", .killToStart),
    ("^W", .killBlankBack), ("^Y", .yank), ("^_", .undo), ("^H", .backspace), ("^?", .backspace),
    ("^B", .left), ("^F", .right), ("^X^E", .editInEditor), ("^X^U", .undo),
  ]

  private static let emacs: [(String, EditorCommand)] = [
    ("\\eb", .wordLeft), ("\\ef", .wordRight), ("\\ed", .killWord), ("\\e^?", .killWordBack),
    ("\\e^H", .killWordBack), ("\\ey", .yankOlder), ("\\e<", .historyFirst), ("\\e>", .historyLast),
    ("\\ep", .up), ("\\en", .down), ("\\ex", .ignore),
  ]

  /// The command mode of vi. Motions stay libedit's, so that `d`, `c` and `y` go with them; its Escape
  /// would wait for another key and lose it.
  private static let viCommand: [(String, EditorCommand)] = [
    ("j", .down), ("k", .up), ("+", .down), ("\\055", .up), ("/", .search), ("?", .searchForward),
    ("n", .up), ("N", .down), ("u", .undo), ("v", .editInEditor), (":", .ignore), ("#", .ignore),
    ("@", .ignore), ("^[", .ignore), ("^I", .complete), ("^A", .home), ("^E", .end),
    ("^X^E", .editInEditor),
  ]

  /// Characters of Latin-1 that libedit would not take for letters.
  private static let letters: [Binding] = [("\\240", "ed-insert"), ("\\255", "ed-insert")]

  package static func main(isVi: Bool) -> [Binding] {
    (everywhere + inserting + (isVi ? [] : emacs)).map { ($0.0, $0.1.name) } + letters
      + [("^V", "ed-quoted-insert")]
  }

  package static let viAlternative: [Binding] = (everywhere + viCommand).map { ($0.0, $0.1.name) }
}
