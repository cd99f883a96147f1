/// What a piece of text is, so that looks are decided in one place.
package enum Ink: Hashable, Sendable {
  case plain, strong, accent, dim
  /// Outcome of a triage, green, yellow or red; always beside its words.
  case good, caution, danger

  /// Select Graphic Rendition parameters (ECMA-48 8.3.117), of the sixteen theme colours only.
  var parameters: String {
    switch self {
    case .plain: ""
    case .strong: "1"
    case .accent: "36"
    case .dim: "2"
    case .good: "1;32"
    case .caution: "1;33"
    case .danger: "1;31"
    }
  }
}

/// Whether and how text may be decorated.
package struct Style: Hashable, Sendable {
  package var colour: Bool
  package var links: Bool

  package static let plain = Style(colour: false, links: false)

  package init(colour: Bool, links: Bool) {
    self.colour = colour
    self.links = links
  }

  /// `text` in `ink`, or as it is where colour is off.
  package func paint(_ text: String, _ ink: Ink) -> String {
    guard colour, !ink.parameters.isEmpty, !text.isEmpty else { return text }
    return "\u{1B}[\(ink.parameters)m\(text)\u{1B}[0m"
  }

  /// `text` as an OSC 8 hyperlink to `address`, or as it is where links are off.
  ///
  /// The identifier joins the pieces of a link that wraps.
  package func link(_ text: String, to address: String, id: String) -> String {
    guard links, !text.isEmpty, address.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
      return text
    }
    return "\u{1B}]8;id=\(id);\(address)\u{1B}\\\(text)\u{1B}]8;;\u{1B}\\"
  }
}

/// The user's choice for colour.
package enum ColourChoice: String, CaseIterable, Sendable {
  case auto, always, never
}

/// Why colour is on or off, for `doctor`.
package struct ColourDecision: Hashable, Sendable {
  package var isOn: Bool
  package var reason: String

  /// Decides by the option, then `NO_COLOR`, `CLICOLOR_FORCE` or `FORCE_COLOR`, then the terminal.
  ///
  /// A value counts when it is not empty (no-color.org); `CLICOLOR=0` and `TERM=dumb` turn colour off
  /// (bixense.com/clicolors).
  ///
  /// `isPlainAsked`: an option asks for no escape code at all, and wins.
  package init(
    choice: ColourChoice, environment: [String: String], isTerminal: Bool, isPlain: Bool = false,
    isPlainAsked: Bool = false
  ) {
    func isSet(_ name: String) -> Bool { !(environment[name] ?? "").isEmpty }
    func isForced(_ name: String) -> Bool { isSet(name) && environment[name] != "0" }
    (isOn, reason) =
      switch choice {
      case _ where isPlainAsked: (false, "--plain")
      case .never: (false, "--color never")
      case .always: (true, "--color always")
      case .auto where isSet("NO_COLOR"): (false, "NO_COLOR is set")
      case .auto where isPlain: (false, "plain mode")
      case .auto where isForced("CLICOLOR_FORCE"): (true, "CLICOLOR_FORCE is set")
      case .auto where isForced("FORCE_COLOR"): (true, "FORCE_COLOR is set")
      case .auto where !isTerminal: (false, "standard output is not a terminal")
      case .auto where (environment["TERM"] ?? "dumb") == "dumb": (false, "TERM is dumb or unset")
      case .auto where environment["CLICOLOR"] == "0": (false, "CLICOLOR is 0")
      case .auto: (true, "standard output is a terminal")
      }
  }
}
