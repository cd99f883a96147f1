internal import CLineEditor

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The user's own settings: `$EDITRC`, or `.editrc` at home.
extension LineEditor {
  package static func settingsPath(_ environment: [String: String]) -> String? {
    if let path = environment["EDITRC"], !path.isEmpty { return path }
    guard let home = environment["HOME"], !home.isEmpty else { return nil }
    return home + "/.editrc"
  }

  /// "emacs" or "vi".
  package var mode: String { isVi ? "vi" : "emacs" }

  /// Binds our keys, then runs the user's file; a line that is wrong is told and passed over.
  func loadSettings() {
    le_set_mode(handle, "emacs")
    bindKeys()
    guard let path = Self.settingsPath(configuration.environment) else { return }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      if errno != ENOENT || configuration.environment["EDITRC"]?.isEmpty == false {
        settingProblems.append("\(path): \(String(cString: strerror(errno)))")
      }
      return
    }
    defer { close(descriptor) }
    var reader = PlainReader(descriptor: descriptor)
    var number = 0
    while let line = try? reader.next() {
      number += 1
      run(setting: line, at: "\(path):\(number)")
    }
  }

  private func run(setting line: String, at place: String) {
    let setting = line.drop { $0 == " " || $0 == "\t" }
    guard !setting.isEmpty, setting.first != "#" else { return }
    var resets = false
    var message = [CChar](repeating: 0, count: 256)
    let result = le_run_setting(handle, String(setting), &resets, &message, message.count)
    // `bind -v` and `bind -e` begin anew with libedit's own keys.
    if resets { bindKeys() }
    if let keys = Self.boundSequence(setting) { source.decoder.bound.insert(keys) }
    guard result != 0 else { return }
    let reason = String(
      decoding: message.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    settingProblems.append("\(place): " + (reason.isEmpty ? "not understood: \(setting)" : reason))
  }

  private func bindKeys() {
    isVi = le_mode(handle).map { String(cString: $0) } == "vi"
    for binding in KeyBindings.main(isVi: isVi) {
      le_bind(handle, false, binding.keys, binding.command)
    }
    guard isVi else { return }
    for binding in KeyBindings.viAlternative {
      le_bind(handle, true, binding.keys, binding.command)
    }
  }

  /// The escape sequence that a `bind` line binds, so that it is not taken for a key of ours.
  static func boundSequence(_ line: Substring) -> [UInt8]? {
    let words = line.split { $0 == " " || $0 == "\t" }
    guard words.count > 2, words[0] == "bind" || words[0].hasSuffix(":bind") else { return nil }
    guard let word = words.dropFirst().first(where: { !$0.hasPrefix("-") }) else { return nil }
    var rest = Array(word.utf8.filter { $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "'") })[...]
    for prefix in ["^[", "\\e", "\\033", "M-"] where rest.starts(with: prefix.utf8) {
      rest = rest.dropFirst(prefix.utf8.count)
      return rest.count > 1 ? [0x1B] + rest : nil
    }
    return nil
  }
}
