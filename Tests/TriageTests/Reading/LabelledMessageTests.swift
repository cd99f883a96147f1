import Testing
import Triage

/// The labelled messages: one set was looked at while the patterns were made; two were written and
/// measured before that, and looked at only then.
@Suite struct LabelledMessageTests {
  @Test(arguments: ["developed", "kept-aside", "fresh", "fresh-second"])
  func noDangerSignIsMissed(_ half: String) {
    let messages = labelledMessages(half)
    #expect(messages.count >= 80, "\(half)")
    let figures = ReadingFigures(messages)
    #expect(figures.missed.isEmpty, "\(half): \(figures.missed.joined(separator: "\n"))")
  }

  @Test(arguments: ["developed", "kept-aside", "fresh", "fresh-second"])
  func falseAlarmsAreRare(_ half: String) {
    let figures = ReadingFigures(labelledMessages(half))
    #expect(
      figures.falseAlarmShare <= 0.02, "\(half): \(figures.falseAlarms.joined(separator: "\n"))")
  }

  @Test(arguments: ["developed", "kept-aside", "fresh", "fresh-second"])
  func valuesAreRight(_ half: String) {
    let figures = ReadingFigures(labelledMessages(half))
    #expect(figures.rightShare >= 0.9, "\(half): \(figures.wrong.joined(separator: "\n"))")
  }
}
