#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// One fact about the terminal or a file, for `doctor`.
package struct TerminalFact: Hashable, Sendable {
  /// Stable name, words joined by `-`.
  package var key: String
  package var value: String
  /// Why it is so, or what to do about it; may be empty.
  package var reason: String

  package init(_ key: String, _ value: String, _ reason: String = "") {
    self.key = key
    self.value = value
    self.reason = reason
  }
}

/// What the program finds out about the place that it runs in. Only looks; changes nothing.
package enum TerminalFacts {
  /// `width`: what `--width` asks for, nil without it.
  package static func list(
    environment: [String: String], colour: ColourDecision, plain: PlainDecision,
    history: History, width: Int? = nil
  ) -> [TerminalFact] {
    screen(environment, width) + decisions(environment, colour, plain)
      + editing(environment, plain) + files(environment, history)
  }

  private static func screen(_ environment: [String: String], _ width: Int?) -> [TerminalFact] {
    let locale = LocaleChoice.current
    let size = WindowSize.of(1)
    // A terminal may be without a size, over a serial line for example.
    let unknown = (isatty(1) == 1 ? "the terminal tells none" : "no terminal") + "; the usual"
    func kind(_ descriptor: Int32) -> String { isatty(descriptor) == 1 ? "terminal" : "other" }
    return [
      TerminalFact("term", environment["TERM"] ?? "", environment["TERM"] == nil ? "not set" : ""),
      TerminalFact("standard-input", kind(0)),
      TerminalFact("standard-output", kind(1)),
      TerminalFact(
        "locale", locale.name,
        locale.isFallback ? "the environment's own is not UTF-8" : "from the environment"),
      TerminalFact(
        "width", String(width ?? size?.columns ?? WindowSize.usual.columns),
        width != nil ? "--width" : size != nil ? "asked of the terminal" : unknown),
      TerminalFact(
        "height", String(size?.rows ?? WindowSize.usual.rows),
        size != nil ? "asked of the terminal" : unknown),
    ]
  }

  private static func decisions(
    _ environment: [String: String], _ colour: ColourDecision, _ plain: PlainDecision
  ) -> [TerminalFact] {
    [
      TerminalFact("colour", colour.isOn ? "on" : "off", colour.reason),
      TerminalFact("plain", plain.isPlain ? "on" : "off", plain.reason),
      TerminalFact(
        "prompt-marks", TerminalMarks.knowsPromptMarks(environment) ? "on" : "off",
        "OSC 133, for terminals known to understand it"),
      TerminalFact(
        "pager", Pager.command(environment) ?? "none",
        environment["PAGER"] == nil ? "PAGER is not set" : "PAGER"),
      TerminalFact(
        "text-editor", ExternalEditor.name(environment),
        ["VISUAL", "EDITOR"].first { environment[$0]?.isEmpty == false } ?? "neither is set"),
    ]
  }

  private static func editing(
    _ environment: [String: String], _ plain: PlainDecision
  ) -> [TerminalFact] {
    let path = LineEditor.settingsPath(environment)
    let settings = EditorSettings(path: path)
    let place = environment["EDITRC"]?.isEmpty == false ? "EDITRC" : "in the home folder"
    return [
      TerminalFact(
        "editor", plain.isPlain || !settings.isOn ? "none" : settings.mode,
        plain.isPlain ? "plain mode" : settings.reason),
      TerminalFact("editrc", path ?? "none", settings.isFound ? place : "no such file"),
    ]
  }

  private static func files(
    _ environment: [String: String], _ history: History
  ) -> [TerminalFact] {
    guard let path = history.path else {
      return [TerminalFact("history", "none", "neither XDG_STATE_HOME nor HOME is a full path")]
    }
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    return [
      TerminalFact(
        "history", path,
        environment["XDG_STATE_HOME"]?.hasPrefix("/") == true
          ? "XDG_STATE_HOME" : "~/.local/state; XDG_STATE_HOME is not set"),
      mode("history-mode", of: path, wanted: 0o600),
      mode("history-folder-mode", of: folder, wanted: 0o700),
      writing(to: path),
      TerminalFact(
        "history-entries", String(history.entries.count),
        history.problem.map(\.description) ?? (history.isPrivate ? "no line is kept" : "")),
    ]
  }

  /// Whether a line could be kept now: the file, or the nearest folder that is there, can be written.
  private static func writing(to path: String) -> TerminalFact {
    var place = path
    while access(place, F_OK) != 0, errno == ENOENT, let end = place.lastIndex(of: "/"),
      end > place.startIndex
    {
      place = String(place[..<end])
    }
    guard access(place, W_OK) != 0 else {
      return TerminalFact("history-kept", "yes", "\(place) can be written")
    }
    return TerminalFact("history-kept", "no", "\(place): \(String(cString: strerror(errno)))")
  }

  private static func mode(_ key: String, of path: String, wanted: mode_t) -> TerminalFact {
    var facts = stat()
    guard stat(path, &facts) == 0 else {
      let code = errno
      return TerminalFact(
        key, "none", code == ENOENT ? "not there yet" : String(cString: strerror(code)))
    }
    let bits = facts.st_mode & 0o777
    let text = String(bits, radix: 8)
    let padded = String(repeating: "0", count: max(0, 4 - text.count)) + text
    return TerminalFact(
      key, padded, bits & ~wanted == 0 ? "closed to others" : "open to others")
  }
}

/// What `.editrc` says of the editor as a whole, without running it.
struct EditorSettings {
  var mode = "emacs"
  var isOn = true
  var isFound = false
  var reason = "the usual"

  init(path: String?) {
    guard let path else { return }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    isFound = true
    var reader = PlainReader(descriptor: descriptor)
    var number = 0
    while let line = try? reader.next() {
      number += 1
      var words = line.split { $0 == " " || $0 == "\t" }
      if let colon = words.first?.firstIndex(of: ":") {
        words[0] = words[0][words[0].index(after: colon)...]
      }
      switch words.prefix(2) {
      case ["bind", "-v"]: set("vi", number)
      case ["bind", "-e"]: set("emacs", number)
      case ["edit", "off"]:
        isOn = false
        reason = "edit off in line \(number) of .editrc"
      case ["edit", "on"]: isOn = true
      default: break
      }
    }
  }

  private mutating func set(_ mode: String, _ number: Int) {
    self.mode = mode
    reason = "line \(number) of .editrc"
  }
}
