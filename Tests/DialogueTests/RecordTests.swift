import Dialogue
import Testing

/// What earlier messages told joins with what later ones tell.
@Suite struct RecordTests {
  /// Messages in order, then the outcome of the last reply and what of the slots must be known.
  struct Row: Sendable, CustomTestStringConvertible {
    var messages: [String]
    var outcome: String
    var slot: String
    var value: Int

    init(_ messages: String..., outcome: String, slot: String, value: Int) {
      self.messages = messages
      self.outcome = outcome
      self.slot = slot
      self.value = value
    }

    var testDescription: String { messages.joined(separator: " / ") }
  }

  @Test(
    "Signs of two messages are one case",
    arguments: [
      Row(
        "my left calf is swollen and warm", "short of breath too now you mention it",
        outcome: "emergency", slot: "calf", value: 3),
      Row(
        "my left calf is swollen and warm", "yes", "yes", outcome: "emergency", slot: "calf",
        value: 3),
      Row(
        "my left calf is swollen and warm", "does ice help", "and I keep coughing up blood",
        outcome: "emergency", slot: "calf", value: 3),
      Row(
        "check", "7", "3", "and my chest hurts", outcome: "emergency", slot: "calf", value: 3),
      Row(
        "I've been coughing blood", "and one calf is swollen", outcome: "emergency", slot: "calf",
        value: 3),
      Row(
        "short of breath since yesterday", "and my left calf is swollen and warm",
        outcome: "emergency", slot: "calf", value: 3),
      Row(
        "I'm diabetic, does tape help?", "got a blister under the heel from the tape btw",
        outcome: "urgent-care", slot: "skin", value: 1),
      Row(
        "got a temperature of 38.7 and a sore heel",
        "now I keep throwing up and my heart is racing", outcome: "emergency", slot: "fever",
        value: 2),
      Row(
        "I had a steroid injection in the heel last year", "which shoes are good",
        "this morning the pain came on suddenly in one step", outcome: "urgent-care",
        slot: "onset", value: 1),
    ])
  func joined(row: Row) throws {
    let reply = try last(row.messages)
    #expect(reply.kind == .triage, "\(reply.text)")
    #expect(reply.outcome == row.outcome, "\(reply.text)")
    #expect(reply.topics.first == "red-flags", "\(reply.topics)")
    let known = KnownSlot(slot: row.slot, value: .value(row.value))
    #expect(reply.slots.contains(known), "\(reply.slots)")
  }

  @Test(
    "Breathlessness is asked for first once a calf is swollen",
    arguments: [["my left calf is swollen and warm", "yes"], ["my calf is swollen", "check"]])
  func breathFirst(messages: [String]) throws {
    let reply = try last(messages)
    #expect(reply.kind == .question && reply.text.contains("breathlessness"), "\(reply.text)")
  }

  @Test("What was told beside a question is known", arguments: ["does tape help?", "bye"])
  func slotsAreKept(next: String) throws {
    let reply = try last(["I have diabetes, is rolling any good?", next])
    #expect(reply.slots.contains(KnownSlot(slot: "diabetes", value: .value(1))), "\(reply.slots)")
  }

  @Test(
    "Nothing milder takes the place of an emergency",
    arguments: [
      "my foot is numb", "my calf is a bit tight", "check", "can I run", "is an easy 5k ok?",
      "so I am fine then", "should I stretch it", "does cross-training help",
    ])
  func emergencyStays(message: String) throws {
    for alarm in ["I have chest pain", "one calf is swollen and I've got chest pain"] {
      let reply = try last([alarm, message])
      let isSaid =
        reply.outcome == "emergency" || reply.text.lowercased().contains("emergency")
        || reply.text.contains("until you have been seen")
      #expect(isSaid, "\(alarm) / \(message): \(reply.text)")
      #expect(!reply.text.contains("times a day"), "\(alarm) / \(message): \(reply.text)")
    }
  }

  @Test(
    "No leave to run while a sign is on record, whatever the words",
    arguments: [
      "can I sitll do the easy loop?", "can I still do the easy loop?", "is mild running ok",
      "how do I race with it", "may I add 10 percent", "when may I come back to running",
      "it's fine really, don't fuss",
    ])
  func noLeave(message: String) throws {
    for sign in ["my foot has gone numb", "my heel is a bit swollen"] {
      let reply = try last([sign, message])
      #expect(!reply.text.hasPrefix("Yes"), "\(message): \(reply.text)")
      #expect(reply.outcome != "run-easy" && reply.outcome != "modify", "\(reply.text)")
    }
  }

  @Test(
    "A question after a danger sign is a question",
    arguments: ["ok but how long do I ice it for", "ok but which shoes are best"])
  func questionAfterDanger(message: String) throws {
    let reply = try last(["my foot is numb", message])
    #expect(reply.kind == .answer, "\(reply.text)")
  }
}

/// Signs of somebody else.
@Suite struct OthersTests {
  @Test(
    "A grave sign of somebody else is told of, and not kept",
    arguments: [
      ("my mum's foot has gone numb, what should she do?", "urgent-care", "nerve"),
      ("my wife's calf is swollen and she can't catch her breath", "emergency", "calf"),
      ("my son is 14 and his heel hurts, can he run?", "rest-see-clinician", "age"),
    ])
  func another(message: String, outcome: String, slot: String) throws {
    let reply = try last([message])
    #expect(reply.outcome == outcome, "\(reply.text)")
    #expect(!reply.slots.contains { $0.slot == slot }, "\(reply.slots)")
    let own = try last([message, "does icing help my heel?"])
    #expect(own.kind == .answer && !own.text.contains("No ice"), "\(own.text)")
  }

  @Test(
    "A grown-up child says nothing of the runner's age",
    arguments: ["my daughter is 24", "my daughter is 14 and her heel hurts after football"])
  func age(message: String) throws {
    let reply = try last([message, "can I run?"])
    #expect(!reply.slots.contains { $0.slot == "age" }, "\(reply.slots)")
  }
}

private func last(_ messages: [String]) throws -> Reply {
  let conversation = try #require(shipped)
  var state = ConversationState()
  var reply: Reply?
  for message in messages { reply = conversation.respond(to: message, in: &state) }
  return try #require(reply)
}
