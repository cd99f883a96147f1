/// Commands that the user has chosen for the shell to run.
enum ShellCommand {
  /// The command so that its program takes the shell's place, and a signal for it is not the shell's alone;
  /// as it is where it is more than a program and its options.
  static func replacingShell(_ command: String) -> String {
    let first = command.drop { $0 == " " }.prefix { $0 != " " }
    let isSimple = !first.isEmpty && !first.contains("=") && command.utf8.allSatisfy(isPlain)
    return isSimple ? "exec " + command : command
  }

  /// Letters, digits, and signs that mean nothing to the shell.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "+")...UInt8(ascii: ":"), UInt8(ascii: " "), UInt8(ascii: "%"),
      UInt8(ascii: "="), UInt8(ascii: "@"), UInt8(ascii: "_"):
      true
    default: false
    }
  }
}
