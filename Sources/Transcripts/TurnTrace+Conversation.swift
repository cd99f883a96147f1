package import Dialogue

extension TurnTrace {
  /// What the conversation has on record of its last turn.
  package init(_ record: TurnRecord) {
    self.init()
    moves = record.moves
    guards = record.guards
    declines = record.declines
    commands = record.commands
  }
}
