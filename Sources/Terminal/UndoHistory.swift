/// Earlier states of the line. Letters that were typed in one go are undone a word at a time.
struct UndoHistory: Sendable {
  static let limit = 200

  private var states: [LineText] = []
  /// Where the letters of the run end that was typed last.
  private var runEnd: Int?
  private var runEndsInBlank = false

  /// Keeps `old`; `new` is given where libedit has made it, so that typing can be told from other changes.
  mutating func record(_ old: LineText, before new: LineText?) {
    guard let new, let added = Self.typed(from: old, to: new) else {
      runEnd = nil
      return push(old)
    }
    let startsWord = runEndsInBlank && !(added.first?.properties.isWhitespace ?? true)
    if runEnd != old.cursor || startsWord { push(old) }
    // Letters that came faster than they were looked at are taken apart at the words.
    if added.count > 1 && added.count <= Self.limit {
      for index in added.indices.dropFirst()
      where added[index - 1].properties.isWhitespace && !added[index].properties.isWhitespace {
        var state = old
        state.insert(LineText.string(added[..<index]))
        push(state)
      }
    }
    runEnd = new.cursor
    runEndsInBlank = added.last?.properties.isWhitespace ?? false
  }

  mutating func pop() -> LineText? {
    runEnd = nil
    return states.popLast()
  }

  private mutating func push(_ state: LineText) {
    states.append(state)
    if states.count > Self.limit { states.removeFirst() }
  }

  /// What was typed at the cursor of `old` to make it `new`, if nothing else was done.
  private static func typed(from old: LineText, to new: LineText) -> ArraySlice<Unicode.Scalar>? {
    let count = new.scalars.count - old.scalars.count
    guard count > 0, new.cursor == old.cursor + count,
      new.scalars[..<old.cursor] == old.scalars[..<old.cursor],
      new.scalars[new.cursor...] == old.scalars[old.cursor...]
    else { return nil }
    return new.scalars[old.cursor..<new.cursor]
  }
}

/// What was cut, latest last; cuts in a row are one.
struct KillRing: Sendable {
  static let limit = 20

  private var entries: [[Unicode.Scalar]] = []
  private var offset = 0

  mutating func add(_ cut: [Unicode.Scalar], joinedBefore: Bool, joins: Bool) {
    guard !cut.isEmpty else { return }
    offset = 0
    if joins, let last = entries.popLast() {
      entries.append(joinedBefore ? cut + last : last + cut)
    } else {
      entries.append(cut)
      if entries.count > Self.limit { entries.removeFirst() }
    }
  }

  /// What was cut last.
  mutating func latest() -> [Unicode.Scalar]? {
    offset = 0
    return entries.last
  }

  /// What was cut before the one given last; round at the end.
  mutating func older() -> [Unicode.Scalar]? {
    guard !entries.isEmpty else { return nil }
    offset = (offset + 1) % entries.count
    return entries[entries.count - 1 - offset]
  }
}
