/// What a turn did beyond what its reply reports: it is what coverage counts.
package struct TurnTrace: Hashable, Sendable {
  package enum Column: String, CaseIterable, Hashable, Sendable {
    case move
    case guards = "guard"
    case decline, command
  }

  /// Ids of dialogue acts and of moves of the check that the turn carried out: "shorter",
  /// "check-back".
  package var moves: [String] = []
  /// Ids of guards that withheld a piece of advice or added a caution.
  package var guards: [String] = []
  /// Reasons of refusals, or ids of the near misses that they name: "off-topic".
  package var declines: [String] = []
  /// Names of commands: "why".
  package var commands: [String] = []

  package init() {}

  package subscript(column: Column) -> [String] {
    get {
      switch column {
      case .move: moves
      case .guards: guards
      case .decline: declines
      case .command: commands
      }
    }
    set {
      switch column {
      case .move: moves = newValue
      case .guards: guards = newValue
      case .decline: declines = newValue
      case .command: commands = newValue
      }
    }
  }
}
