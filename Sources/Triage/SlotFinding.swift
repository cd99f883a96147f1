package import Knowledge

/// Something that a message says about one slot of the triage table.
package struct SlotFinding: Hashable, Sendable {
  /// How it was said.
  package enum Manner: Hashable, Sendable {
    /// "it tingles": the value holds. Several of these take the worst.
    case stated
    /// "no numbness": the value is 0, said in words.
    case denied
    /// "a 4, not a 6", "sorry, only the first mile": replaces what was said before.
    case corrected
    /// "no idea whether it is swollen": asked for, but not known; the value is 0 and does not count.
    case unsure
  }

  package var slot: Slot
  /// Number of the value in the triage table, 0 = harmless.
  package var value: Int
  package var manner: Manner
  /// UTF-8 offsets of the words in the message as it was given.
  package var range: Range<Int>

  package init(slot: Slot, value: Int, manner: Manner = .stated, range: Range<Int> = 0..<0) {
    self.slot = slot
    self.value = value
    self.manner = manner
    self.range = range
  }
}
