import Knowledge
import TestSupport
import Testing
import Triage

@Suite struct CheckTests {
  let table = shippedTable

  /// Puts the answers one after the other; gives the names of the questions and the check.
  func run(
    _ answers: [String], _ start: Check = Check(),
    reader: (String) -> [SlotFinding] = { _ in [] }
  ) -> (asked: [String], check: Check) {
    var check = start
    var asked: [String] = []
    for answer in answers {
      guard let question = check.next(table) else { break }
      asked.append(question.asks)
      _ = check.apply(answer, table: table, reader: reader)
    }
    return (asked, check)
  }

  func outcome(_ check: Check) -> String { table.evaluate(check.values).verdict.id }

  @Test func aUsualDayTakesSevenAnswers() {
    let (asked, check) = run(["none", "none", "2", "2", "1", "1", "yes"])
    #expect(
      asked == [
        "danger", "background", "run+walk", "level", "nextday+duration", "plan+returning", "rehab",
      ])
    #expect(check.next(table) == nil)
    #expect(outcome(check) == "run-easy")
    #expect(!check.isProvisional(table))
    #expect(check.values.number(of: .level) == 1)
  }

  @Test func aTellingMessageTakesTwoAnswers() {
    var check = Check(depth: .brief)
    check.take(
      [
        SlotFinding(slot: .run, value: 1), SlotFinding(slot: .level, value: 1),
        SlotFinding(slot: .plan, value: 0),
      ], table: table)
    let (asked, done) = run(["none", "none"], check)
    #expect(asked == ["danger", "background"])
    #expect(done.next(table) == nil)
    #expect(outcome(done) == "run-easy")
    #expect(done.undecided(table) == [.walk, .nextday, .duration, .rehab, .returning])
    var further = done
    further.goOn()
    #expect(further.next(table)?.asks == "nextday+duration")
  }

  @Test func onlyWhatWasPickedIsAskedFurther() {
    let (asked, check) = run(["5 and 3", "2", "none"])
    #expect(asked.prefix(2) == ["danger", "nerve"] || asked.prefix(2) == ["danger", "look"])
    #expect(check.values.number(of: .onset) == 0)
  }

  @Test func urgentCareGoesOnForEmergencySignsOnly() {
    var check = Check()
    check.take([SlotFinding(slot: .nerve, value: 2)], table: table)
    let question = check.next(table)
    #expect(question?.asks == "danger")
    #expect(question?.ask == "Any of these as well?")
    #expect(question?.choices.count == 2)
    let (asked, done) = run(["2", "2", "1"], check)
    #expect(asked.first == "danger")
    #expect(outcome(done) == "urgent-care" || outcome(done) == "emergency")
    let (_, calm) = run(["none"], check)
    #expect(calm.next(table) == nil)
    #expect(outcome(calm) == "urgent-care")
  }

  @Test func anEmergencyEndsTheCheck() {
    var check = Check()
    check.take([SlotFinding(slot: .calf, value: 3)], table: table)
    #expect(check.next(table) == nil)
    #expect(!check.isProvisional(table))
  }

  @Test func aPickedSignCountsEvenIfTheCheckIsBrokenOff() {
    let (_, check) = run(["numbness or something", "stop"])
    #expect(check.isStopped)
    #expect(outcome(check) == "rest-see-clinician")
    #expect(check.next(table) == nil)
  }

  @Test func whatCannotChangeTheResultIsNotAsked() {
    // Under 18: no everyday answer changes "see a clinician".
    let (asked, check) = run(["none", "8", "2", "2"])
    #expect(asked == ["danger", "background"])
    #expect(check.next(table) == nil)
    #expect(outcome(check) == "rest-see-clinician")
  }

  @Test func dontKnowCountsAsTheTableSays() {
    let (_, check) = run(["none", "none", "don't know"])
    #expect(check.values[.run] == .unknown && check.values[.walk] == .unknown)
    #expect(outcome(check) == "cross-train")
    let (_, all) = run(["I don't know"])
    #expect(all.values[.nerve] == .unknown)
    #expect(outcome(all) == "cross-train + appointment")
  }

  @Test func backUndoesTheLastAnswer() {
    var (_, check) = run(["none", "none", "4"])
    #expect(check.values.number(of: .run) == 3)
    #expect(check.apply("back", table: table) == .wentBack)
    #expect(check.values[.run] == .notAsked)
    #expect(check.next(table)?.asks == "run+walk")
    for _ in 0..<2 { #expect(check.apply("go back", table: table) == .wentBack) }
    #expect(check.apply("back", table: table) == .atTheStart)
    #expect(check == Check())
  }

  @Test func whyIsExplainedAndTheQuestionStays() {
    var check = Check()
    guard case .explained(let why) = check.apply("why do you ask?", table: table) else {
      Issue.record("not explained")
      return
    }
    #expect(why.allSatisfy { !$0.claims.isEmpty })
    #expect(check == Check())
  }

  @Test func aRangeTakesTheWorst() {
    let (_, check) = run(["none", "none", "2", "4, maybe 6"])
    #expect(check.values.number(of: .level) == 3)
    let (_, outOfTen) = run(["none", "none", "2", "3 out of 10"])
    #expect(outOfTen.values.number(of: .level) == 1)
    let (_, slash) = run(["none", "none", "2", "about a 5/10"])
    #expect(slash.values.number(of: .level) == 2)
  }

  @Test func aCorrectionReplaces() {
    let (asked, check) = run(["none", "none", "2", "4", "actually it is a 6"])
    #expect(asked.last == "nextday+duration" || asked.last == "plan+returning")
    #expect(check.values.number(of: .level) == 3)
    let (_, down) = run(["none", "none", "2", "4", "actually it is a 2"])
    #expect(down.values.number(of: .level) == 1)
  }

  @Test func aDangerSignTakenBackIsConfirmedOnce() {
    var check = Check()
    check.take([SlotFinding(slot: .nerve, value: 2)], table: table)
    check.take([SlotFinding(slot: .nerve, value: 0, manner: .corrected)], table: table)
    #expect(outcome(check) == "urgent-care")
    let question = check.next(table)
    #expect(question?.asks == "nerve")
    var kept = check
    #expect(kept.apply("no", table: table) == .answered)
    #expect(outcome(kept) == "urgent-care")
    #expect(check.apply("yes", table: table) == .answered)
    #expect(outcome(check) == "run-easy")
    #expect(check.next(table)?.asks == "danger")
  }

  @Test func whatAListDidNotPutStaysOpen() {
    var check = Check()
    check.take([SlotFinding(slot: .nerve, value: 2)], table: table)
    #expect(check.apply("none", table: table) == .answered)
    #expect(check.values.number(of: .calf) == 0 && check.values[.look] == .notAsked)
    check.take([SlotFinding(slot: .nerve, value: 0, manner: .corrected)], table: table)
    #expect(check.apply("yes", table: table) == .answered)
    let question = check.next(table)
    #expect(question?.asks == "danger")
    #expect(question?.choices.contains { $0.hasPrefix("swelling") } == true)
  }

  @Test func everySignTakenBackIsConfirmed() {
    var check = Check()
    check.take(
      [SlotFinding(slot: .nerve, value: 2), SlotFinding(slot: .look, value: 2)], table: table)
    check.take(
      [
        SlotFinding(slot: .nerve, value: 0, manner: .corrected),
        SlotFinding(slot: .look, value: 0, manner: .corrected),
      ], table: table)
    for slot in ["nerve", "look"] {
      #expect(check.next(table)?.asks == slot)
      #expect(check.apply("yes", table: table) == .answered)
    }
    #expect(outcome(check) == "run-easy")
  }

  @Test func aKnownBackgroundIsAskedForWhatIsNew() {
    let (_, first) = run(["none", "4"])
    #expect(first.values.number(of: .bonerisk) == 1)
    let again = Check(background: first.background(table))
    let (asked, check) = run(["none"], again)
    #expect(asked == ["danger"])
    let question = check.next(table)
    #expect(question?.asks == "background")
    #expect(question?.ask.contains("new") == true)
    let (_, done) = run(["nothing new"], check)
    #expect(done.values.number(of: .bonerisk) == 1)
    #expect(done.next(table)?.asks == "run+walk")
  }

  @Test func worseStatementsWin() {
    var check = Check()
    check.take([SlotFinding(slot: .level, value: 2)], table: table)
    check.take([SlotFinding(slot: .level, value: 1)], table: table)
    check.take([SlotFinding(slot: .level, value: 0, manner: .denied)], table: table)
    #expect(check.values.number(of: .level) == 2)
  }

  @Test func whatTheReaderFindsIsKept() {
    let (asked, check) = run(["none, but it tingles"]) { _ in
      [SlotFinding(slot: .nerve, value: 2)]
    }
    #expect(asked == ["danger"])
    #expect(outcome(check) == "urgent-care")
    #expect(check.values.number(of: .look) == 0)
  }

  @Test func whatIsSaidBesideTheQuestionIsNoted() {
    var check = Check()
    let reader = { (text: String) in shippedReader.read(text).findings }
    #expect(check.apply("6", table: table, reader: reader) == .answered)
    #expect(check.apply("it wakes me up at night", table: table, reader: reader) == .noted)
    #expect(check.next(table)?.asks == "background")
    #expect(check.values.number(of: .rest) == 2)
  }

  @Test(arguments: [
    ("it fades after a mile", Slot.run, 1), ("start to finish", .run, 3),
    ("whole run really", .run, 3), ("I can't run", .run, 5), ("it gets worse and worse", .run, 4),
    ("walking still hurts", .walk, 2), ("3", .run, 2),
  ])
  func wordsForTheRun(answer: String, slot: Slot, value: Int) {
    let (_, check) = run(["none", "none", answer])
    #expect(check.values.number(of: slot) == value, "\(answer)")
  }

  @Test(arguments: [
    "no", "nope", "None!", "none of these", "nothing", "nah", "no, none", "Neither.",
    "nope all good", "no, nothing like that thankfully",
  ])
  func noneAnswersTheDangerList(answer: String) {
    let (_, check) = run([answer])
    #expect(check.next(table)?.asks == "background", "\(answer)")
  }

  @Test func nonsenseIsUnclear() {
    var check = Check()
    #expect(check.apply("purple monkey", table: table) == .unclear)
    #expect(check.apply("17", table: table) == .unclear)
    #expect(check.apply("yes", table: table) == .needsWhich)
    #expect(check.apply("", table: table) == .unclear)
    #expect(check == Check())
  }

  /// However it is answered by numbers, a check ends, asks nothing twice, and ends within what the
  /// table gives.
  @Test func everyRandomConversationEnds() {
    var random = SeededGenerator(seed: 9)
    var longestHarmless = 0
    for _ in 0..<300 {
      var check = Check()
      var asked: [String] = []
      while let question = check.next(table), asked.count < 40 {
        asked.append(question.asks)
        let count = max(question.choices.count, 10)
        let roll = Int.random(in: 0..<10, using: &random)
        let answer =
          roll < 4 ? "none" : roll == 4 ? "skip" : String(Int.random(in: 1...count, using: &random))
        let before = table.evaluate(check.values).verdict
        let step = check.apply(answer, table: table)
        if step == .unclear { _ = check.apply("skip", table: table) }
        _ = before
      }
      #expect(asked.count < 40)
      #expect(Set(asked).count == asked.count, "\(asked)")
      #expect(check.undecided(table).isEmpty)
      if !asked.contains(where: { Slot(id: $0).map { $0 != .level && $0 != .rehab } ?? false }) {
        longestHarmless = max(longestHarmless, asked.count)
      }
    }
    #expect(longestHarmless <= 7)
  }

  @Test func inputIsReadWithNearestNames() throws {
    let values = try table.values(from: [("run", "fades"), ("level", "2"), ("nerve", "unknown")])
    #expect(values.number(of: .run) == 1 && values.number(of: .level) == 2)
    #expect(values[.nerve] == .unknown)
    #expect(throws: SlotInputError.unknownSlot("levle", nearest: "level")) {
      try table.values(from: [("levle", "2")])
    }
    #expect(throws: SlotInputError.self) { try table.values(from: [("run", "7")]) }
  }
}
