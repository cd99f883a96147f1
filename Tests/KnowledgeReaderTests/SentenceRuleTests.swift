import KnowledgeReader
import Testing

/// What counts as a figure, and what keeps a hedge.
@Suite struct SentenceRuleTests {
  /// Codes found for one sentence of a claim `X1`.
  private func codes(_ say: String, claim: String) -> [DiagnosticCode] {
    var fixture = FolderFixture()
    fixture.addClaim("id: X1, \(claim)")
    fixture.addSentence("{say: \"\(say)\", claims: [X1]}")
    return fixture.codes
  }

  @Test(arguments: [
    ("Ice it for 10 minutes.", "Ice it for ten minutes."),
    ("Ice it for five minutes.", "Ice it for 5 minutes."),
    ("Ice it for 10–15 minutes.", "Ice it for 10 to 15 minutes."),
    ("Add 10 percent.", "Add ten per cent."),
    ("Add 10%.", "Add 10 percent."),
    ("Run twenty-five minutes.", "Run 25 minutes."),
    ("Half of them were better.", "50 percent were better."),
    ("A third of them were better.", "One third were better."),
    ("They were better in the first week.", "They were better in week 1."),
    ("Rest for one day.", "Rest for 1 day."),
    ("It eases after one to two weeks.", "It eases after 1-2 weeks."),
    ("A score of 3/10 is mild.", "A score of 3 of 10 is mild."),
    ("It costs 1,000 steps.", "It costs 1000 steps."),
    ("Do it twice a day.", "Do it 2 times a day."),
    // No figures at all.
    ("One of them hurts, the other one does not.", "Nothing."),
    ("No one says so; this one is an opinion.", "Nothing."),
    ("The first steps hurt, and the second half of a run too.", "Half."),
    ("The two documents differ.", "Nothing."),
    ("I take the more careful of the two.", "Nothing."),
    ("A 5K or a half marathon can wait.", "Nothing."),
    ("See row L11 and E3.", "Nothing."),
  ])
  func figuresThatAreSupported(say: String, claim: String) {
    #expect(codes(say, claim: "says: \"\(claim)\"") == [])
  }

  @Test(arguments: [
    ("Ice it for 20 minutes.", "Ice it for 10 to 15 minutes."),
    ("Ice it for 10 to 20 minutes.", "Ice it for 10 to 15 minutes."),
    ("Do three sets.", "Do 2 sets."),
    ("Rest for one week.", "Rest for some time."),
    ("Rest in the first week.", "Rest at the start."),
    ("Half of them were better.", "Some were better."),
    ("A quarter of them were better.", "Some were better."),
    ("Run at most twelve miles.", "Run less."),
    ("Do it twice a day.", "Do it daily."),
    ("Rest for 1.5 weeks.", "Rest for 15 weeks."),
  ])
  func figuresThatAreNot(say: String, claim: String) {
    #expect(codes(say, claim: "says: \"\(claim)\"") == [.figure])
  }

  @Test func figuresOfTheListOfTheSourceAndOfTheGapCount() {
    #expect(codes("Do 12 of them.", claim: "says: \"A dozen.\", figures: [\"12\"]") == [])
    var fixture = FolderFixture()
    fixture.addSentence("{say: \"In 2014 it was reported.\", claims: [P1]}")
    #expect(fixture.codes == [])
    fixture = FolderFixture()
    fixture.addSentence("{say: \"Call 999.\", editorial: \"The number in the United Kingdom.\"}")
    #expect(fixture.codes == [.figure])
    fixture = FolderFixture()
    fixture.addSentence("{say: \"Call 999.\", editorial: \"999 is the number there.\"}")
    #expect(fixture.codes == [])
  }

  @Test(arguments: [
    ("It may help.", "[may]"), ("It might help.", "[may]"), ("It can possibly help.", "[may]"),
    ("It usually helps.", "[most]"), ("As a rule it helps.", "[often]"),
    ("It takes about 3 weeks.", "[about]"), ("It takes roughly 3 weeks.", "[about]"),
    ("It takes weeks.", "[about]"), ("It takes at least 3 weeks.", "[\"at least\"]"),
    ("It MAY help.", "[may, many]"), ("It is rarely so.", "[rare]"),
    ("It helps for now.", "[\"for now\"]"),
  ])
  func hedgesThatAreKept(say: String, hedges: String) {
    #expect(codes(say, claim: "says: In 3 weeks., hedges: \(hedges)") == [])
  }

  @Test(arguments: [
    ("It helps.", "[may]"), ("It cannot help.", "[can]"), ("It helps all.", "[most]"),
    ("It takes 3 weeks.", "[about]"), ("It often helps.", "[may]"),
    ("It helps.", "[\"for now\"]"), ("Mayonnaise helps.", "[may]"),
  ])
  func hedgesThatAreDropped(say: String, hedges: String) {
    #expect(codes(say, claim: "says: In 3 weeks., hedges: \(hedges)") == [.hedge])
  }

  @Test func aSentenceWithAnUnhedgedClaimIsNotJudged() {
    var fixture = FolderFixture()
    fixture.addSentence("{say: \"Rest helps, and so does ice.\", claims: [B001, B002]}")
    #expect(fixture.codes == [])
  }

  @Test(arguments: ["If you have plantar fasciitis, rest.", "Ask whether you have plantar pain."])
  func aConditionIsNoDiagnosis(_ say: String) {
    #expect(codes(say, claim: "says: Rest.") == [])
  }
}
