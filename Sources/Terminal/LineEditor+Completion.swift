/// Completion by Tab.
extension LineEditor {
  /// The first Tab writes what all ways to go on have in common, and shows them if there are several;
  /// the next ones go through them.
  func complete(step: Int) {
    if var menu {
      menu.advance(by: step)
      show(menu)
      return
    }
    let line = text.string
    let completions = configuration.completer(line, text.beforeCursor.count)
    guard !completions.items.isEmpty else {
      note = "nothing to complete here"
      return
    }
    let starts = text.boundaries
    let start = min(max(0, completions.start), starts.count - 1)
    let replaced = starts[start]..<max(starts[start], text.cursor)
    let common = completions.commonPrefix
    let typed = LineText.string(text.scalars[replaced])
    if completions.items.count == 1 || common.count > typed.count
      || (common.count == typed.count && common != typed)
    {
      var new = text
      new.remove(replaced)
      new.insert(common)
      replace(with: new)
    }
    guard completions.items.count > 1 else { return }
    menu = CompletionMenu(
      original: text, replaced: starts[start]..<text.cursor, items: completions.items,
      selected: nil)
  }

  private func show(_ next: CompletionMenu) {
    replace(with: next.text)
    menu = next
  }
}
