import Dialogue
import Knowledge
import Language
import Presentation
import Terminal

/// What the commands do that ask something of the program.
extension ChatSession {
  /// True where the user leaves.
  mutating func run(_ action: ChatAction, _ words: [String], _ line: String) throws -> Bool {
    switch action {
    case .quit, .exit:
      if screen.options.format == .json { try tell("Until next time.") }
      return true
    case .edit: try edit(words.joined(separator: " "))
    case .clear:
      if screen.isPlain {
        try tell("Nothing is drawn here, so there is nothing to clear.")
      } else {
        try screen.out.write("\u{1B}[H\u{1B}[2J")
      }
    case .keys:
      try list(KeyHelp.all.map { LabelledLine(label: $0.keys, text: $0.does) })
    case .plain:
      goPlain()
      try tell("Plain from here on: no colour, no redrawing.")
    case .history: try manageHistory(words)
    case .save: try save(line)
    }
    return false
  }

  private mutating func list(_ lines: [LabelledLine]) throws {
    var reply = Reply(kind: .smalltalk)
    reply.topics = ["help"]
    reply.blocks = [.labelled(lines)]
    try show(reply)
  }

  // MARK: - The user's editor

  /// Takes a message from the user's own editor.
  private mutating func edit(_ text: String) throws {
    guard isInteractive, screen.isTerminal else {
      return try tell("/edit needs a terminal.")
    }
    let edited: String
    do throws(ExternalEditor.Failure) {
      edited = try ExternalEditor.edit(text, environment: screen.environment)
    } catch .status(let editor, let status) {
      return try tell("\(editor) ended with status \(status), so nothing is sent.")
    } catch {
      return try tell("I have no message: \(error).")
    }
    guard edited.contains(where: { !$0.isWhitespace }) else {
      return try tell("The message is empty.")
    }
    history.add(edited)
    if !screen.isPlain {
      try screen.out.write("> " + edited.split(separator: "\n").joined(separator: "\n  ") + "\n")
    }
    try answer(edited)
  }

  // MARK: - History

  private mutating func manageHistory(_ words: [String]) throws {
    let action = words.first?.lowercased()
    let isAction = ["off", "on", "clear", "delete"].contains(action)
    guard !isAction || words.count <= (action == "delete" ? 2 : 1) else {
      return try tell("/history takes off, on, clear or delete N, and nothing else.")
    }
    switch action {
    case nil: try listHistory()
    case "off":
      history.isPrivate = true
      try tell("Nothing you type is kept from here on.")
    case "on":
      history.isPrivate = false
      try tell("What you type is kept again.")
    case "clear":
      history.clear()
      listing = []
      try tell("The history is empty.")
    case "delete":
      try deleteLine(words.dropFirst().first)
    case let other?:
      let valid = ["off", "on", "clear", "delete"]
      let nearest = NearestName.of(other, in: valid).map { " Did you mean \($0)?" } ?? ""
      try tell("/history takes off, on, clear or delete N.\(nearest)")
    }
  }

  private mutating func listHistory() throws {
    let entries = history.entries
    listing = entries.enumerated().suffix(20).map { ($0.offset + 1, $0.element) }
    guard !listing.isEmpty else { return try tell("The history is empty.") }
    try list(
      listing.map {
        let line = $0.line.split(separator: "\n").joined(separator: " / ")
        let shown = line.count <= 200 ? line : line.prefix(199) + "\u{2026}"
        return LabelledLine(label: String($0.number), text: shown)
      })
  }

  /// Deletes by the number in the list that was shown last: the lines themselves move on meanwhile.
  private mutating func deleteLine(_ word: String?) throws {
    let number = word.flatMap { Int($0) }
    guard let known = listing.first(where: { $0.number == number }) else {
      return try tell("Which line? /history lists them with their numbers.")
    }
    history.delete(line: known.line)
    listing.removeAll { $0.line == known.line }
    try tell("Deleted line \(known.number), and every line equal to it.")
  }

  // MARK: - Sources

  /// The page of the source that `/sources ID` asks for; nil for any other line.
  func sourceAsked(_ line: String) -> Reply? {
    let words = line.split(whereSeparator: \.isWhitespace).map { $0.lowercased() }
    guard words.count > 1, words[0] == "/sources" else { return nil }
    let id = words[1...].joined(separator: " ")
    let knowledge = assistant.knowledge
    if let source = knowledge.sources.first(where: { $0.id == id }) {
      return SourcePage(source, of: knowledge).reply
    }
    var reply = Reply(kind: .unknown)
    let nearest = NearestName.of(id, in: knowledge.sources.map(\.id))
    let hint = nearest.map { "Did you mean \u{201C}\($0)\u{201D}?" } ?? "Tab lists them."
    reply.blocks = [.paragraph("There is no source \u{201C}\(id.prefix(60))\u{201D}. \(hint)")]
    return reply
  }
}
