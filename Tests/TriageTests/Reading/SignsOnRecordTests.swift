import Knowledge
import Testing
import Triage

/// Signs read together with what was told before, signs of others, and words near to signs.
@Suite struct SignsOnRecordTests {
  @Test(arguments: [
    ("short of breath too now you mention it", Slot.calf, 2, 3),
    ("and i nearly fainted just now", .calf, 2, 3),
    ("now I keep throwing up and my heart is racing", .fever, 1, 2),
    ("the foot feels weak as well", .nerve, 2, 3),
  ])
  func aSecondSignMakesItWorse(_ message: String, _ slot: Slot, _ before: Int, _ after: Int) {
    let reading = shippedReader.read(message, known: SlotValues([slot: before]))
    #expect(reading.value(of: slot) == after, "\(message)")
    #expect(shippedReader.read(message).value(of: slot) != after || slot == .nerve, "\(message)")
  }

  @Test func breathFirstAndThenACalf() {
    let reading = shippedReader.read("and my calf is swollen", alarms: ["breath"])
    #expect(reading.value(of: .calf) == 3)
    #expect(shippedReader.read("my calves are tight", alarms: ["breath"]).value(of: .calf) == 1)
  }

  @Test func aBlisterAfterDiabetes() {
    let message = "got a blister under the heel from the tape btw"
    #expect(shippedReader.read(message).dangers.isEmpty)
    let reading = shippedReader.read(message, known: SlotValues([.diabetes: 1]))
    #expect(reading.dangers.map(\.slot) == [.skin])
  }

  @Test func anEmergencyOfSomebodyElseIsTold() {
    let reading = shippedReader.read("my wife's calf is swollen and she can't catch her breath")
    #expect(reading.isForAnother)
    #expect(reading.value(of: .calf) == 3)
    #expect(!shippedReader.read("my calf is swollen").isForAnother)
    #expect(!shippedReader.read("my friend has a swollen calf").isAlarming)
  }

  @Test(arguments: [
    "i want to end it all, running was everything", "i want to end my life, running is all i had",
    "if i cant run i dont want to live", "whats the point of living if i cant run",
    "i feel like ending it", "I've been thinking about killing myself",
    "everyone would be better off without me", "im having thoughts of hurting myself",
  ])
  func aCrisisIsHeard(_ message: String) {
    let alarms = shippedReader.read(message).alarms.map(\.sign)
    #expect(alarms.contains(.alarm("suicide")), "\(message)")
  }

  @Test(arguments: [
    "I pressed the wrong numbr", "it hurts through the wole run", "had two weels off running",
    "waling is still sore", "I'm not ding any rehab", "is it an overuse injury?",
    "I nearly killed myself running up that hill", "I want to finish it strong",
    "should i worry about numbness", "when is heel pain dangerous? swelling? numbness?",
    "so have I torn it?", "the numbness I had in January has gone, now only stiff in the morning",
  ])
  func isNoSign(_ message: String) {
    #expect(!shippedReader.read(message).isAlarming, "\(message)")
  }

  @Test(arguments: [
    "should I worry about the numbness in my toes", "numb toes? no, numb heel",
    "cortisone last year, felt a snap today", "POP. in my heel, mid interval",
    "last year it was the knee, now my heel is numb",
  ])
  func isASign(_ message: String) {
    #expect(shippedReader.read(message).isAlarming, "\(message)")
  }
}
