import Dialogue
import Testing

/// How the check is opened.
@Suite struct OpeningTests {
  @Test(
    "Asking for leave opens the check",
    arguments: [
      "can I run?", "can i run", "may I run", "am I ok to run?", "ok to run", "run today?",
      "can i run on friday", "can I run toady", "okay to run this morning?", "should I run today",
      "63 year old masters runner here, mild heel pain first km then gone, rehab daily, fine next "
        + "morning. easy 6k as usual?",
      "both heels are mildly sore at the start of a run and it fades, fine by morning, rehab "
        + "daily, same easy 5k. ok?",
      "only hurts on my first steps in the morning, nothing when I run, a 1 out of 10. easy run "
        + "ok?",
      "no pain running or walking at all. hill repeats tonight for the first time in weeks, ok?",
      "heel 2/10 first k then nil. easy 8 as usual. go?",
      "sore at the start then it goes, 2 out of 10, rehab daily. want to add 10 percent to my "
        + "usual run, ok?",
      "10k race on Sunday. heel is mild and fades after a mile, can I race?",
    ])
  func opens(message: String) throws {
    let reply = try replies(to: message)[0]
    #expect(reply.asks == "danger", "\(message): \(reply.text)")
    #expect(!reply.text.hasPrefix("Yes"), "\(reply.text)")
  }

  @Test func theNextDayOnlyTheSignsAreAskedAgain() throws {
    let replies = try replies(
      to: "mild, sore for the first km then it goes, usual easy 5k today, ok?", "none", "none",
      "can I run again tomorrow?", "none")
    #expect(replies[2].outcome == "run-easy", "\(replies[2].text)")
    #expect(replies[3].asks == "danger", "\(replies[3].text)")
    #expect(replies[4].kind == .triage, "\(replies[4].text)")
  }

  @Test("A telling first message takes two answers more")
  func twoAnswers() throws {
    let replies = try replies(
      to: "hurts for the first mile then eases, 3 out of 10, can I do my usual easy 5k today?",
      "none", "none")
    #expect(replies.map(\.kind) == [.question, .question, .triage])
    #expect(replies[2].outcome == "run-easy", "\(replies[2].text)")
  }

  @Test("A usual day takes seven answers at most")
  func sevenAnswers() throws {
    let replies = try replies(
      to: "check", "none", "none", "fades after the first mile", "2", "fine the next morning",
      "usual easy run", "yes, every day")
    #expect(replies.dropLast().allSatisfy { $0.kind == .question })
    #expect(replies.last?.outcome == "run-easy", "\(replies.last?.text ?? "")")
  }

  @Test func cannotRunIsTold() throws {
    let reply = try replies(to: "I can't run at all because of my heel, what now?")[0]
    #expect(reply.outcome == "rest-see-clinician", "\(reply.text)")
  }
}

/// How answers are taken.
@Suite struct CheckAnswerTests {
  /// Answers up to the question, then the ways to answer it and what must be known.
  static let rows: [(before: [String], answers: [String], slot: String, value: Int)] = [
    (
      ["check"],
      [
        "naw", "non", "no to all of them", "nothing there", "I have none of these",
        "no danger signs", "none, just sore", "negative", "all fine", "I'm good",
        "No, none of those, thank you", "None of them", "no, only under the heel",
      ], "nerve", 0
    ),
    (["check"], ["10", "on top of my foot"], "site", 1),
    (["check"], ["3 and 6", "3, 6", "numbers 3 and 6"], "look", 1),
    (["check"], ["6 i think", "just 6", "6."], "rest", 1),
    (
      ["check", "none"],
      ["n/a", "healthy otherwise", "no, healthy", "none, never", "nah mate", "no background"],
      "diabetes", 0
    ),
    (["check", "none"], ["16", "I'm 17"], "age", 1),
    (
      ["check", "none", "none"],
      [
        "the first ten minutes", "when i set off", "at the start",
        "start of the run and first "
          + "steps in the morning",
      ], "run", 1
    ),
    (["check", "none", "none"], ["after 5k", "hit and miss", "comes and goes"], "run", 2),
    (
      ["check", "none", "none"], ["all the time", "constantly", "whole run and walking"], "run", 3
    ),
    (["check", "none", "none"], ["makes me run funny", "gets worse"], "run", 4),
    (["check", "none", "none"], ["I gave up, couldn't run"], "run", 5),
    (["check", "none", "none"], ["mornings only", "when i get up"], "walk", 1),
    (["check", "none", "none"], ["whole run and walking"], "walk", 2),
    (["check", "none", "none", "2"], ["low", "2/10", "about a three"], "level", 1),
    (["check", "none", "none", "2"], ["middling", "half", "moderate"], "level", 2),
    (["check", "none", "none", "2"], ["high", "really sore", "8/10"], "level", 3),
    (
      ["check", "none", "none", "2", "2"], ["yes", "gone by morning", "settles overnight"],
      "nextday", 0
    ),
    (["check", "none", "none", "2", "2"], ["worse for days"], "nextday", 2),
    (["check", "none", "none", "2", "2"], ["four months no better"], "duration", 2),
    (["check", "none", "none", "2", "2", "1"], ["just a jog", "recovery run"], "plan", 0),
    (["check", "none", "none", "2", "2", "1"], ["slightly further"], "plan", 1),
    (["check", "none", "none", "2", "2", "1"], ["strides", "much further"], "plan", 2),
    (
      ["check", "none", "none", "2", "2", "1", "1"],
      ["yep", "aye", "every day", "religiously", "three times a week"], "rehab", 0
    ),
    (
      ["check", "none", "none", "2", "2", "1", "1"],
      ["when I remember", "on and off", "calf raises only"], "rehab", 1
    ),
    (["check", "none", "none", "2", "2", "1", "1"], ["never", "naw", "what rehab"], "rehab", 2),
    (["check", "8"], ["38.5", "it's 39", "101.3"], "fever", 1),
    (["check", "5"], ["skip", "don't know", "not sure"], "nerve", 1),
  ]

  @Test("Answers in their own words are taken", arguments: rows.indices)
  func taken(place: Int) throws {
    let row = Self.rows[place]
    let conversation = try #require(shipped)
    for answer in row.answers {
      var state = ConversationState()
      for message in row.before { _ = conversation.respond(to: message, in: &state) }
      let reply = conversation.respond(to: answer, in: &state)
      let known = KnownSlot(slot: row.slot, value: .value(row.value))
      #expect(reply.slots.contains(known), "\(answer): \(reply.text)")
    }
  }

  @Test("A picked line that is skipped still counts", arguments: 1...9)
  func pickedAndSkipped(line: Int) throws {
    let picked = try replies(to: "check", "\(line)", "skip", "skip", "none", "stop")
    let least = picked.compactMap(\.outcome).last
    #expect(least != "run-easy" && least != "modify", "\(picked.map(\.text))")
  }

  @Test func oneLineIsAskedAsAQuestion() throws {
    let replies = try replies(to: "my left calf is swollen and warm", "yes", "no")
    #expect(replies[1].text.contains("yes or no"), "\(replies[1].text)")
    #expect(replies[2].text.contains("yes or no"), "\(replies[2].text)")
    #expect(!replies[2].text.contains("1 "), "\(replies[2].text)")
  }

  @Test func moreOnWhatWasPicked() throws {
    let replies = try replies(to: "check", "6", "at night")
    #expect(replies[2].slots.contains(KnownSlot(slot: "rest", value: .value(2))))
    #expect(replies[2].asks == replies[1].asks, "\(replies[2].text)")
  }

  @Test func aScoreIsTakenBackAfterTheResult() throws {
    let replies = try replies(
      to: "check", "none", "none", "2", "6", "sorry, I meant a 3, not a 6")
    #expect(replies[4].outcome == "rest-see-clinician", "\(replies[4].text)")
    #expect(replies[5].slots.contains(KnownSlot(slot: "level", value: .value(1))))
  }

  @Test func aTakenBackSignIsConfirmed() throws {
    let replies = try replies(
      to: "my heel feels numb, can I run?", "sorry, not numb, I meant stiff",
      "yes, just stiff, never numb")
    #expect(replies[1].asks == "nerve" && replies[1].slots.contains { $0.slot == "nerve" })
    #expect(replies[2].slots.contains(KnownSlot(slot: "nerve", value: .value(0))))
    #expect(replies[2].outcome != "urgent-care", "\(replies[2].text)")
  }

  @Test func whatWasStoppedIsAskedAgain() throws {
    let replies = try replies(
      to: "can I run, sore at the start then fades, 2/10", "stop", "check", "none")
    #expect(replies[2].asks == "danger", "\(replies[2].text)")
    #expect(replies[3].slots.contains(KnownSlot(slot: "nerve", value: .value(0))))
  }

  @Test func stoppedAtTheListClearsNothing() throws {
    let replies = try replies(to: "can I run, sore at the start then fades, 2/10", "stop")
    #expect(replies[1].outcome == "cross-train", "\(replies[1].text)")
    #expect(replies[1].provisional)
  }

  @Test func refusedTwice() throws {
    let replies = try replies(
      to: "can I run, sore at the start then fades, 2/10", "just tell me", "no no no just tell me")
    #expect(replies[1].asks == "danger" && replies[1].text.count < 120, "\(replies[1].text)")
    #expect(replies[2].outcome == "cross-train" && replies[2].provisional, "\(replies[2].text)")
  }

  @Test(
    "What is about the check is answered, and the question stays",
    arguments: [
      "how many questions", "how long does this take", "this is annoying", "let's do the check",
      "why do you want to know that", "what was the question",
    ])
  func asides(message: String) throws {
    let replies = try replies(to: "check", "none", message)
    #expect(replies[2].asks == "background", "\(replies[2].text)")
    #expect(!replies[2].text.contains("did not take"), "\(replies[2].text)")
  }

  @Test func theListIsNotRepeatedToTheLost() throws {
    let replies = try replies(to: "check", "purple monkey", "green monkey")
    #expect(replies[2].text.count < 160, "\(replies[2].text)")
    #expect(replies[2].asks == "danger")
  }

  @Test("Why an outcome was given is told in words", arguments: ["why", "/why"])
  func why(message: String) throws {
    let replies = try replies(
      to: "can I run today? it hurts the whole run, 3/10", "none", "none", message)
    let reply = replies[3]
    #expect(replies[2].outcome == "cross-train", "\(replies[2].text)")
    #expect(reply.text.contains("through the whole run"), "\(reply.text)")
    #expect(!reply.text.contains("S2") && !reply.text.contains("\u{201C}\u{201D}"), "\(reply.text)")
    #expect(reply.rules.contains("S2"))
  }

  @Test("Words are not doubled", arguments: ["my foot is numb", "my heel is a bit swollen"])
  func noDoubledWords(message: String) throws {
    let reply = try replies(to: message)[0]
    #expect(!reply.text.contains("Ask again: Ask again"), "\(reply.text)")
    var title: String?
    for case .outcome(_, let text) in reply.blocks { title = text }
    guard case .paragraph(let first)? = reply.blocks.dropFirst().first else {
      Issue.record("no paragraph after the outcome")
      return
    }
    #expect(!first.hasPrefix(title ?? first), "\(first)")
  }

  @Test("Guards that always hold are on record where their words are told")
  func alwaysGuards() throws {
    let conversation = try #require(shipped)
    for (message, id) in [
      ("is ibuprofen ok for this?", "GA3"), ("how many sets and reps of calf raises?", "GA8"),
    ] {
      var state = ConversationState()
      let reply = conversation.respond(to: message, in: &state)
      #expect(state.record.guards.contains(id), "\(message): \(reply.text)")
    }
  }
}
