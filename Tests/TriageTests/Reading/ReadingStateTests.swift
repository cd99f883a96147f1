import Knowledge
import Testing
import Triage

/// How a mention is meant: negation, time, person, supposition, correction.
@Suite struct ReadingStateTests {
  @Test(arguments: [
    ("my toes are numb", SignMention.State.present),
    ("no numbness in my toes", .negated),
    ("my toes aren't numb", .negated),
    ("no wonder my toes are numb", .present),
    ("not only are my toes numb", .present),
    ("it won't stop tingling", .present),
    ("no pain but my toes are numb", .present),
    ("I don't run because my toes go numb", .present),
    ("numbness: none", .negated),
    ("any numbness? no.", .negated),
    ("my toes were numb last year", .past),
    ("they used to go numb", .past),
    ("numb since last year", .present),
    ("my brother's toes went numb", .otherPerson),
    ("my brother says my toes look numb", .present),
    ("what if they go numb", .hypothetical),
    ("is numbness a bad sign?", .generalQuestion),
    ("my toes are numb, is that a bad sign?", .present),
    ("not sure if my toes are numb", .unsure),
  ])
  func stateOfNumbness(_ message: String, _ state: SignMention.State) {
    let mentions = shippedReader.read(message).mentions.filter { $0.slot == .nerve }
    #expect(!mentions.isEmpty, "\(message)")
    #expect(mentions.allSatisfy { $0.state == state }, "\(message): \(mentions)")
  }

  @Test func rangesPointIntoTheMessage() throws {
    let message = "Ääh – my heel’s NUMB"
    let finding = try #require(shippedReader.read(message).dangers.first)
    let words = String(decoding: Array(message.utf8)[finding.range], as: UTF8.self)
    #expect(words.hasSuffix("NUMB"), "\(words)")
  }

  @Test func rangeTakesTheWorst() {
    #expect(shippedReader.read("it's a 4, maybe 6").value(of: .level) == 3)
  }

  @Test func correctionReplaces() throws {
    let reading = shippedReader.read("pain is 7, no sorry, 2 out of 10")
    #expect(reading.findings.filter { $0.slot == .level }.map(\.value) == [1])
    #expect(reading.findings.first { $0.slot == .level }?.manner == .corrected)
  }

  @Test func dangerTakenBackIsKept() {
    let reading = shippedReader.read("my toes are numb, no wait, not numb")
    #expect(reading.takenBack.map(\.slot) == [.nerve])
    #expect(reading.value(of: .nerve) == 0)
  }

  @Test func aDenialEndsAtTheComma() {
    #expect(shippedReader.read("no swelling, toes numb").dangers.map(\.slot) == [.nerve])
  }

  @Test func deniedIsZero() {
    let reading = shippedReader.read("no swelling")
    #expect(reading.value(of: .look) == 0)
    #expect(reading.findings.first?.manner == .denied)
  }

  @Test func diabetesJoinsASmallBlister() {
    #expect(shippedReader.read("small blister under my heel").dangers.isEmpty)
    let reading = shippedReader.read("I'm diabetic with a small blister under my heel")
    #expect(Set(reading.dangers.map(\.slot)) == [.diabetes, .skin])
  }

  @Test func nothingIsReadFromNothing() {
    for message in ["", " ", "...", "🏃", "\n\n", "¿?"] {
      #expect(shippedReader.read(message) == MessageReading(), "\(message)")
    }
  }
}
