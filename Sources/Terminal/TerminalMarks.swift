/// Sequences that only some terminals understand, and how terminals differ.
enum TerminalMarks {
  /// Marks the start of a prompt, so that the terminal can jump from one to the next (OSC 133, first
  /// used by FinalTerm).
  static func promptStart(_ environment: [String: String]) -> String {
    knowsPromptMarks(environment) ? "\u{1B}]133;A\u{1B}\\" : ""
  }

  /// Marks the start of what the program answers.
  static func outputStart(_ environment: [String: String]) -> String {
    knowsPromptMarks(environment) ? "\u{1B}]133;C\u{1B}\\" : ""
  }

  static func knowsPromptMarks(_ environment: [String: String]) -> Bool {
    if let name = environment["TERM_PROGRAM"],
      ["iTerm.app", "WezTerm", "ghostty", "vscode"].contains(name)
    {
      return true
    }
    if environment["KITTY_WINDOW_ID"] != nil || environment["VTE_VERSION"] != nil { return true }
    return environment["TERM"]?.hasPrefix("foot") ?? false
  }

  /// Whether the terminal wraps its lines anew when its width changes; xterm and the Linux console cut.
  static func rewraps(_ environment: [String: String]) -> Bool {
    environment["XTERM_VERSION"] == nil && environment["TERM"] != "linux"
  }
}
