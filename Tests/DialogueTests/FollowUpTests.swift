import Dialogue
import Testing

/// A conversation, and what its last reply must be.
struct Talk: Sendable, CustomTestStringConvertible {
  var messages: [String]
  var kind = ReplyKind.answer
  /// The topic that comes first; nil where any will do.
  var topic: String?
  var says: [String] = []
  var never: [String] = []

  init(
    _ messages: String..., kind: ReplyKind = .answer, topic: String? = nil, says: [String] = [],
    never: [String] = []
  ) {
    self.messages = messages
    self.kind = kind
    self.topic = topic
    self.says = says
    self.never = never
  }

  var testDescription: String { messages.joined(separator: " / ") }

  func check() throws {
    let conversation = try #require(shipped)
    var state = ConversationState()
    var last: Reply?
    for message in messages { last = conversation.respond(to: message, in: &state) }
    let reply = try #require(last)
    #expect(reply.kind == kind, "\(reply.text)")
    if let topic { #expect(reply.topics.first == topic, "\(reply.text)") }
    for words in says { #expect(reply.text.contains(words), "\(reply.text)") }
    for words in never { #expect(!reply.text.contains(words), "\(reply.text)") }
  }
}

@Suite struct FollowUpTests {
  @Test(
    "A general question gets the short answer",
    arguments: [
      Talk("does a night splint work", topic: "night-splint", says: ["They do bring relief"]),
      Talk("do insoles work", topic: "orthotics", says: ["Not necessarily"]),
      Talk("how long until it heals", topic: "recovery-time", says: ["6 to 8 weeks"]),
      Talk("is ice any good", topic: "ice", says: ["10 to 15 minutes"]),
      Talk("what about tape", topic: "taping", says: ["Yes, tape"]),
    ])
  func short(talk: Talk) throws { try talk.check() }

  @Test(
    "A word of a part's own gets the part",
    arguments: [
      Talk("is it a bone spur", topic: "what-is-it", says: ["spur"]),
      Talk("do I need a scan of my heel", topic: "see-professional", says: ["scans"]),
      Talk("can I put ice on bare skin", topic: "ice", says: ["directly on the skin"]),
      Talk("what evidence is there for night splints", topic: "night-splint", says: ["guideline"]),
    ])
  func part(talk: Talk) throws { try talk.check() }

  @Test(
    "Another question on the topic that was told is not \"as before\"",
    arguments: [
      Talk(
        "what shoes should I wear", "is going barefoot ok", topic: "shoes", says: ["barefoot"],
        never: ["As before"]),
      Talk(
        "what can I do instead of running", "may I swim", topic: "cross-training",
        never: ["As before"]),
      Talk(
        "does acupuncture help", "and a cortisone shot?", topic: "other-treatments",
        says: ["injection"], never: ["As before"]),
    ])
  func another(talk: Talk) throws { try talk.check() }

  @Test(
    "A short message without a topic of its own is about the topic in focus",
    arguments: [
      Talk("should I wear a night splint", "how many hours", topic: "night-splint"),
      Talk("do insoles help", "for how long do I need them", topic: "orthotics"),
      Talk("is ice any good", "before or after the run?", topic: "ice", says: ["After"]),
      Talk("is ice any good", "so how often please", topic: "ice", says: ["After every activity"]),
      Talk("my calves are tight", "how do I loosen them", topic: "calf-tightness"),
    ])
  func focus(talk: Talk) throws { try talk.check() }

  @Test(
    "A full question of its own wins over the topic in focus",
    arguments: [
      Talk("is ice any good", "how long until I am better", topic: "recovery-time"),
      Talk("do insoles help", "how often should I stretch my foot", topic: "stretching"),
      Talk("is ice any good", "does tape help", topic: "taping"),
    ])
  func own(talk: Talk) throws { try talk.check() }

  @Test(
    "\"Not this, that\" answers that alone",
    arguments: [
      Talk("is ice any good", "not ice, tape", topic: "taping", never: ["10 to 15"]),
      Talk("should I stretch", "rolling, not stretching", topic: "rolling"),
      Talk("tell me about shoes", "I meant insoles not shoes", topic: "orthotics"),
    ])
  func correction(talk: Talk) throws { try talk.check() }

  @Test(
    "What differs stays in focus until something else is asked",
    arguments: [
      Talk("should I rest it or load it", "who is right?", says: ["do not rank"]),
      Talk(
        "should I rest it or load it", "what does healthline say", says: ["rest is usually best"]),
      Talk("should I rest it or load it", "and the coach", says: ["coach"]),
      Talk("do night splints work", "does the coach agree", topic: "night-splint"),
    ])
  func difference(talk: Talk) throws { try talk.check() }

  @Test("Nobody is asked whether they meant small talk")
  func choices() throws {
    let conversation = try #require(shipped)
    let smallTalk: Set = ["greeting", "thanks", "goodbye", "more"]
    let messages = [
      "i not understand", "and for me?", "both", "is that connected", "what have I got", "about",
      "no I said I don't want questions", "in the morning", "what is left",
    ]
    for message in messages {
      var state = ConversationState()
      let reply = conversation.respond(to: message, in: &state)
      #expect(reply.asks != "topic" || smallTalk.isDisjoint(with: reply.topics), "\(message)")
    }
  }

  @Test(
    "Another condition is only named where the message names it",
    arguments: [
      "vitamin d", "4/10", "and the hills", "which of those is the biggest", "cat on keyboard",
    ])
  func noise(message: String) throws {
    let conversation = try #require(shipped)
    var state = ConversationState()
    let text = conversation.respond(to: message, in: &state).text
    for name in ["That sounds like", "clot", "IT band", "child"] {
      #expect(!text.contains(name), "\(text)")
    }
  }
}
