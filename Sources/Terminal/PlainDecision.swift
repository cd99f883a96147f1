/// Why lines are read and answers are written plainly, or not: without escape codes, without drawing.
package struct PlainDecision: Hashable, Sendable {
  package var isPlain: Bool
  package var reason: String

  /// Decides by the option, then `ACCESSIBLE`, then what standard input and output are.
  ///
  /// A screen reader cannot be found out about, so `ACCESSIBLE` (any value but none) is how to ask.
  package init(
    option: Bool, environment: [String: String], inputIsTerminal: Bool, outputIsTerminal: Bool
  ) {
    let term = environment["TERM"] ?? ""
    (isPlain, reason) =
      if option {
        (true, "--plain")
      } else if !(environment["ACCESSIBLE"] ?? "").isEmpty {
        (true, "ACCESSIBLE is set")
      } else if !inputIsTerminal {
        (true, "standard input is not a terminal")
      } else if !outputIsTerminal {
        (true, "standard output is not a terminal")
      } else if term.isEmpty || term == "dumb" {
        (true, "TERM is dumb or unset")
      } else {
        (false, "standard input and output are terminals")
      }
  }
}
