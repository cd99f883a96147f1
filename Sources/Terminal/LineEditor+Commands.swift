internal import CLineEditor

/// What the commands do.
extension LineEditor {
  /// Runs a command that libedit has looked up.
  func run(_ command: EditorCommand) -> le_outcome {
    settle()
    defer { ranCommand = command }
    switch command {
    case .accept: return accept()
    case .interrupt: return interrupt()
    case .deleteOrLeave:
      guard text.isEmpty else {
        return edited(removing: text.cursor..<text.boundary(after: text.cursor))
      }
      paintFinal()
      outcome = .end
      return le_outcome_end
    case .suspend:
      suspend()
    case .clearScreen:
      write("\u{1B}[H\u{1B}[2J")
      painter.reset()
    case .insertPaste: insert(fold.fold(pasted))
    case .newline: insert("\n")
    case .up: up()
    case .down: down()
    case .historyFirst: browse(toFirst: true)
    case .historyLast: browse(toFirst: false)
    case .left: moveCursor(to: text.boundary(before: text.cursor))
    case .right:
      if !acceptSuggestion() { moveCursor(to: text.boundary(after: text.cursor)) }
    case .wordLeft: moveCursor(to: text.wordStart(before: text.cursor))
    case .wordRight:
      if !acceptSuggestionWord() { moveCursor(to: text.wordEnd(after: text.cursor)) }
    case .home: moveCursor(to: text.lineStart)
    case .end:
      if !acceptSuggestion() { moveCursor(to: text.lineEnd) }
    case .backspace: return edited(removing: text.boundary(before: text.cursor)..<text.cursor)
    case .delete: return edited(removing: text.cursor..<text.boundary(after: text.cursor))
    case .killWordBack: kill(text.wordStart(before: text.cursor)..<text.cursor)
    case .killBlankBack: kill(text.blankStart(before: text.cursor)..<text.cursor)
    case .killWord: kill(text.cursor..<text.wordEnd(after: text.cursor))
    case .killToEnd: killToEnd()
    case .killToStart: kill(text.lineStart..<text.cursor)
    case .yank: yank()
    case .yankOlder: yankOlder()
    case .undo: return undoLast()
    case .complete: complete(step: 1)
    case .completeBack: complete(step: -1)
    case .search: return search(.back)
    case .searchForward: return search(.forward)
    case .editInEditor: editInEditor()
    case .cancel, .ignore: break
    }
    return le_outcome_refresh
  }

  // MARK: - Ending the line

  private func accept() -> le_outcome {
    let backslashes = text.scalars.reversed().prefix { $0 == "\\" }.count
    if backslashes % 2 == 1 {
      var new = text
      new.scalars[new.scalars.count - 1] = "\n"
      new.cursor = new.scalars.count
      replace(with: new)
      return le_outcome_refresh
    }
    return submit()
  }

  func submit() -> le_outcome {
    paintFinal()
    write(TerminalMarks.outputStart(configuration.environment))
    outcome = .line(Composition.composed(fold.unfold(text.string)))
    return le_outcome_line
  }

  private func interrupt() -> le_outcome {
    let wasEmpty = text.isEmpty
    paintFinal(mark: "^C")
    if wasEmpty { write(configuration.style.paint(configuration.leaveHint, .dim) + "\r\n") }
    outcome = .interrupted
    return le_outcome_line
  }

  private func suspend() {
    write(painter.leave())
    le_guard_stop_job()
    handleEvents()
  }

  // MARK: - Changing the text

  func moveCursor(to place: Int) {
    guard place != text.cursor else { return }
    text.cursor = place
    store(text)
  }

  func insert(_ added: String) {
    var new = text
    new.insert(added)
    replace(with: new)
  }

  private func edited(removing range: Range<Int>) -> le_outcome {
    guard !range.isEmpty else { return le_outcome_error }
    var new = text
    new.remove(range)
    replace(with: new)
    return le_outcome_refresh
  }

  private func kill(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    let isBack = range.upperBound == text.cursor
    let joins =
      switch previousCommand {
      case .killWordBack, .killBlankBack, .killWord, .killToEnd, .killToStart: true
      default: false
      }
    var new = text
    kills.add(new.remove(range), joinedBefore: isBack, joins: joins)
    replace(with: new)
  }

  private func killToEnd() {
    // At the end of a line that is not the last, its newline goes.
    let end = text.lineEnd == text.cursor ? min(text.cursor + 1, text.scalars.count) : text.lineEnd
    kill(text.cursor..<end)
  }

  private func yank() {
    guard let cut = kills.latest() else { return }
    insert(LineText.string(cut[...]))
  }

  private func yankOlder() {
    guard previousCommand == .yank || previousCommand == .yankOlder,
      let before = undo.pop(), let cut = kills.older()
    else { return }
    text = before
    insert(LineText.string(cut[...]))
  }

  private func undoLast() -> le_outcome {
    guard let before = undo.pop() else { return le_outcome_error }
    text = before
    store(before)
    browsing = nil
    return le_outcome_refresh
  }
}
