import Dialogue

/// What a line that begins with `/` asks of the program rather than of the conversation.
enum ChatAction: String, CaseIterable {
  case edit, history, save, plain, keys, clear, quit, exit

  var summary: String {
    switch self {
    case .edit: "write a message in your editor"
    case .history: "the lines you typed; off, on, clear, delete N"
    case .save: "this conversation as a transcript: /save FILE"
    case .plain: "no escape codes from here on"
    case .keys: "the keys of the line editor"
    case .clear: "an empty screen"
    case .quit, .exit: "leave"
    }
  }

  /// The action that a line asks for, and the words behind it.
  static func reading(_ line: String) -> (action: ChatAction, words: [String])? {
    guard line.hasPrefix("/") else { return nil }
    let words = line.dropFirst().split(whereSeparator: \.isWhitespace).map(String.init)
    guard let action = words.first.flatMap({ ChatAction(rawValue: $0.lowercased()) }) else {
      return nil
    }
    return (action, Array(words.dropFirst()))
  }

  /// Those that are listed; `exit` is another name for `quit`.
  static var listed: [ChatAction] { allCases.filter { $0 != .exit } }

  /// All commands of the chat, those of the conversation first.
  static var all: [(name: String, summary: String)] {
    ConversationCommand.allCases.map { ($0.rawValue, $0.summary) }
      + listed.map { ($0.rawValue, $0.summary) }
  }
}
