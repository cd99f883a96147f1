internal import CLineEditor

/// Between two commands: what libedit did is taken over, the screen is painted, the next key is read.
extension LineEditor {
  /// The next key as libedit looks it up, or nil at the end of the input.
  func nextKey() -> wchar_t? {
    if isFirstKey {
      isFirstKey = false
      le_guard_learn_editing()
      size = WindowSize.of(output.descriptor) ?? .usual
      painter.reset()
      handleEvents()
      write(TerminalMarks.promptStart(configuration.environment))
    }
    if !queue.isEmpty { return queue.removeFirst() }
    while outcome == nil {
      let isBusy = source.hasKey()
      if !(isBusy && isTyping && !isVi) { settle() }
      if !isBusy { paint() }
      timing.pause()
      switch source.next() {
      case .key(let key):
        timing.start()
        if let code = code(of: key) {
          // A key that changes nothing may be the first of a sequence; it does not come between.
          if let ranCommand { previousCommand = ranCommand }
          ranCommand = nil
          return code
        }
      case .told: handleEvents()
      case .end: outcome = .end
      case .failed(let code): failure = ReadError(code: code)
      }
      if failure != nil { return nil }
    }
    return nil
  }

  private func code(of key: Key) -> wchar_t? {
    note = nil
    isTyping = false
    switch key {
    case .scalar(let scalar):
      if scalar != "\t" { menu = nil }
      isTyping = scalar.value >= 0x20 && scalar.value != 0x7F
      return wchar_t(scalar.value)
    case .named(let named):
      if named != .backTab { menu = nil }
      return wchar_t(named.rawValue)
    case .paste(let pastedText):
      menu = nil
      guard !pastedText.isEmpty else { return nil }
      pasted = pastedText
      return wchar_t(NamedKey.paste.rawValue)
    case .unknown(let bytes):
      guard source.decoder.bound.contains(bytes), let first = bytes.first else { return nil }
      menu = nil
      queue = bytes.dropFirst().map { wchar_t($0) }
      return wchar_t(first)
    }
  }

  /// Takes over what libedit has made of the text since the last key.
  func settle() {
    var count = 0
    var cursor = 0
    guard let characters = le_text(handle, &count, &cursor) else { return }
    let raw = UnsafeBufferPointer(start: characters, count: count)
    if text.cursor == cursor && text.scalars.count == count
      && zip(text.scalars, raw).allSatisfy({ $0.value == UInt32(bitPattern: $1) })
    {
      return
    }
    var now = LineText(
      scalars: raw.map { Unicode.Scalar(UInt32(bitPattern: $0)) ?? "\u{FFFD}" }, cursor: cursor)
    if ranCommand == nil, let repaired = now.repaired(after: text) {
      now = repaired
      store(now)
    }
    if ranCommand == nil { previousCommand = nil }
    if now.scalars != text.scalars {
      undo.record(text, before: now)
      browsing = nil
    }
    text = now
  }

  /// Makes `new` the text, as a change that can be undone.
  func replace(with new: LineText) {
    if new.scalars != text.scalars { undo.record(text, before: nil) }
    browsing = nil
    text = new
    store(new)
  }

  /// Hands the text to libedit.
  func store(_ new: LineText) {
    var characters = new.scalars.map { wchar_t(bitPattern: $0.value) }
    characters.append(0)
    le_set_text(handle, characters, new.scalars.count, new.cursor)
  }

  func handleEvents() {
    let events = le_guard_take_events()
    if events & Int32(le_event_resized.rawValue) != 0 {
      size = WindowSize.of(output.descriptor) ?? .usual
      write(
        painter.erase(
          afterResizeTo: size.columns,
          rewraps: TerminalMarks.rewraps(configuration.environment)))
    }
    if events & Int32(le_event_continued.rawValue) != 0 {
      size = WindowSize.of(output.descriptor) ?? .usual
      painter.reset()
      write("\r\u{1B}[J")
    }
    while let message = le_take_posted() {
      write(painter.erase())
      write(Self.lines(String(cString: message)))
      le_free(message)
    }
  }

  /// Shows a message above the line that is being edited; the line stays. Safe from any thread.
  package static func post(_ message: String) {
    le_post(message)
  }

  private static func lines(_ message: String) -> String {
    message.split(separator: "\n", omittingEmptySubsequences: false).map { $0 + "\r\n" }.joined()
  }
}
