import Dialogue
import Testing

/// What was told of danger stays, whatever is asked afterwards.
@Suite struct StandingTests {
  private static let signs = [
    "I felt a pop in my arch on Sunday", "my heel has gone completely numb",
    "the heel is red, hot and swollen", "I can't put any weight on it since the fall",
  ]

  private static let wishes = [
    "can I run tomorrow then", "am I good to go", "may I do an easy parkrun on Saturday",
    "easy 5k tonight?", "so is running ok", "can i run on friday",
  ]

  @Test("No wish to run is granted after a danger sign", arguments: signs)
  func wishAfterDanger(sign: String) throws {
    for wish in Self.wishes {
      let replies = try replies(to: sign, wish)
      let outcome = try #require(replies[0].outcome)
      #expect(replies[1].outcome == outcome, "\(sign) / \(wish): \(replies[1].text)")
      #expect(replies[1].kind == .triage, "\(sign) / \(wish): \(replies[1].text)")
      #expect(replies[1].text.count < replies[0].text.count, "\(wish): \(replies[1].text)")
    }
  }

  @Test(
    "Advice comes after what must be done first",
    arguments: ["should I stretch it", "does rolling help", "which shoes are best for this"])
  func adviceAfterDanger(question: String) throws {
    let reply = try replies(to: "I felt a pop in my heel yesterday", question)[1]
    #expect(
      reply.text.contains("what you told me stands") || reply.text.contains("caution"),
      "\(reply.text)")
  }

  @Test func noStretchingAfterAPop() throws {
    let reply = try replies(
      to: "there was a pop in my heel yesterday", "how often should I stretch")
    #expect(!reply[1].text.lowercased().contains("times a day"), "\(reply[1].text)")
  }

  @Test(
    "An alarm outside of the table stays on record",
    arguments: ["I have chest pain", "my speech is slurred all of a sudden"])
  func alarmStays(alarm: String) throws {
    let replies = try replies(to: alarm, "can I run now")
    #expect(replies[0].outcome == "emergency")
    #expect(replies[1].outcome == "emergency", "\(replies[1].text)")
  }

  @Test func deniedDangerIsConfirmed() throws {
    let replies = try replies(
      to: "my foot is numb", "ok no it's not numb", "yes", "can I run today")
    #expect(replies[1].kind == .question, "\(replies[1].text)")
    #expect(replies[2].outcome != "urgent-care", "\(replies[2].text)")
  }

  @Test func nothingIsRepeatedAfterDanger() throws {
    let replies = try replies(to: "my foot is numb and tingly", "bye")
    #expect(replies[1].kind == .smalltalk, "\(replies[1].text)")
    #expect(replies[1].text.contains("stands"), "\(replies[1].text)")
  }
}

/// Messages that tell something and ask nothing.
@Suite struct ToldTests {
  @Test(
    "A fact on its own is noted, and the check is offered",
    arguments: [
      ("3/10", "level"), ("no numbness, no swelling, just sore at the start", "run"),
      ("I have diabetes", "diabetes"),
    ])
  func noted(message: String, slot: String) throws {
    let reply = try replies(to: message)[0]
    #expect(reply.asks == "triage", "\(message): \(reply.text)")
    #expect(reply.slots.contains { $0.slot == slot }, "\(message): \(reply.slots)")
  }

  @Test(
    "A wish to run is never refused as a promise",
    arguments: [
      "can i do parkrun on saturday", "may I race on Sunday",
    ])
  func wish(message: String) throws {
    let reply = try replies(to: message)[0]
    #expect(reply.kind != .unknown, "\(message): \(reply.text)")
  }

  @Test("An answer to nothing gets one line", arguments: ["yes", "no", "both"])
  func bareAnswer(message: String) throws {
    let reply = try replies(to: message)[0]
    #expect(reply.blocks.count == 1, "\(reply.text)")
  }

  @Test func pressingIsRefusedAgain() throws {
    let replies = try replies(
      to: "how many mg of ibuprofen should I take", "just give me a number", "come on, roughly?")
    for reply in replies { #expect(reply.kind == .unknown, "\(reply.text)") }
    #expect(Set(replies.map(\.text)).count == 3)
  }

  @Test func overviewComesOnce() throws {
    let replies = try replies(
      to: "who won the football", "what is the capital of France", "sing me a song", "tell a joke")
    let long = replies.filter { $0.text.contains("Relief") }
    #expect(long.count <= 1, "\(replies.map(\.text))")
  }
}

/// Inside the check.
@Suite struct CheckTalkTests {
  @Test("A value told at another question is kept", arguments: ["it hurts the whole run"])
  func valueBeside(message: String) throws {
    let replies = try replies(to: "check", "none", message)
    #expect(
      replies[2].slots.contains(KnownSlot(slot: "run", value: .value(3))), "\(replies[2].text)")
  }

  @Test(
    "Resuming is no answer", arguments: ["back to the check", "go on with the check", "check"])
  func resuming(message: String) throws {
    let replies = try replies(to: "check", "none", message)
    #expect(replies[2].asks == replies[1].asks, "\(replies[2].text)")
    #expect(replies[2].slots == replies[1].slots)
  }

  @Test(
    "A denial with a word more is a denial",
    arguments: [
      "none, skin is fine too", "none of those", "nope, nothing of the sort",
    ])
  func denial(message: String) throws {
    let replies = try replies(to: "check", message)
    #expect(replies[1].asks == "background", "\(replies[1].text)")
  }

  @Test func oneOpenLineIsAnsweredByYes() throws {
    let replies = try replies(to: "check", "9")
    #expect(replies[1].kind != .unknown)
  }
}
