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

  /// How close a reading is to a danger sign counts, not every slot.
  @Test func noDangerOfStrangersIsMissed() {
    let messages = labelledMessages("strangers")
    #expect(messages.count >= 200)
    let missed = messages.filter { message in
      let reading = shippedReader.read(message.text)
      return message.values.contains { slot, value in
        message.isDanger(slot, value) && !message.isDanger(slot, reading.value(of: slot) ?? 0)
      }
    }
    // One of them is a bare "39.4" for a fever; it is alarming for another reason.
    #expect(missed.count <= 1, "\(missed)")
    #expect(missed.allSatisfy { shippedReader.read($0.text).isAlarming }, "\(missed)")
  }

  @Test func alarmsOutsideOfTheTableAreHeard() {
    let messages = labelledMessages("outside")
    #expect(messages.count >= 40)
    let missed = messages.filter { shippedReader.read($0.text).alarms.isEmpty }
    #expect(missed.isEmpty, "\(missed)")
  }

  @Test func everydayAnswersAreRead() {
    let messages = labelledMessages("everyday")
    #expect(messages.count >= 80)
    let wrong = messages.filter { message in
      let reading = shippedReader.read(message.text)
      return message.values.contains { reading.value(of: $0.key) != $0.value }
    }
    #expect(Double(wrong.count) <= 0.1 * Double(messages.count), "\(wrong)")
  }

  @Test func harmlessSentencesRaiseNoAlarm() {
    let messages = labelledMessages("harmless")
    #expect(messages.count >= 300)
    let alarming = messages.filter { shippedReader.read($0.text).isAlarming }
    #expect(
      Double(alarming.count) <= 0.02 * Double(messages.count),
      "\(alarming.map(\.text).joined(separator: "\n"))")
  }
}
