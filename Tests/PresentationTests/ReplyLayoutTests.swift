import Dialogue
import Knowledge
import Presentation
import Terminal
import Testing

@Suite struct ReplyLayoutTests {
  private func layout(width: Int, colour: Bool = false, rules: Bool = true) -> ReplyLayout {
    var knowledge = KnowledgeBase()
    knowledge.sources = [
      Source(
        id: "healthline", title: nil, publisher: "Healthline",
        shortName: "Healthline, Running with plantar fasciitis",
        address: "https://www.healthline.com/health/running-with-plantar-fasciitis", doi: nil,
        pubmed: nil, date: "not stated", grade: .seed, reportedBy: nil, interests: nil,
        reviewBy: "2027-11-21")
    ]
    return ReplyLayout(
      style: Style(colour: colour, links: colour), width: width, drawsRules: rules,
      knowledge: knowledge)
  }

  private var reply: Reply {
    var reply = Reply(kind: .answer)
    reply.blocks = [
      .paragraph("Ten to fifteen minutes after a run, once you have cooled down [1]."),
      .labelled([
        LabelledLine(label: "Today", text: "warm up for at least 5 minutes before you set off [1]"),
        LabelledLine(label: "Stop if", text: "it climbs"),
      ]),
      .related(["Rolling", "Stretching"]),
    ]
    reply.citations = [
      Citation(
        number: 1, claim: "H062", source: "healthline", locator: "Ice after running", speaker: nil)
    ]
    return reply
  }

  @Test("No line runs past the margin", arguments: [20, 33, 40, 76, 200])
  func staysInsideTheMargin(width: Int) {
    for line in layout(width: width).lines(reply) {
      #expect(DisplayWidth.of(line) <= min(width, ReplyLayout.widestText), "\(line)")
    }
  }

  @Test func listsSourcesWithHangingIndent() {
    let lines = layout(width: 40).lines(reply)
    #expect(lines.contains("  [1] Healthline, Running with plantar"))
    #expect(lines.contains("      fasciitis: Ice after running"))
  }

  @Test func labelsStandInAColumn() {
    let lines = layout(width: 76).lines(reply)
    #expect(lines.contains("  Today    warm up for at least 5 minutes before you set off [1]"))
    #expect(lines.contains("  Stop if  it climbs"))
  }

  @Test("No line of an outcome runs past the margin", arguments: [20, 24, 30, 40, 76])
  func outcomesStayInsideTheMargin(width: Int) {
    var reply = Reply(kind: .triage)
    reply.blocks = [
      .outcome(level: 5, title: "Call your emergency number now"),
      .labelled([LabelledLine(label: "A rather long label", text: "and what it says [1, 2, 11]")]),
      .choices((1...10).map { "choice \($0) of those there are" }),
    ]
    let lines = layout(width: width).lines(reply)
    for line in lines { #expect(DisplayWidth.of(line) <= width, "\(line)") }
    #expect(lines.first?.hasPrefix("\u{2500}\u{2500} Call ") == true)
    #expect(lines.contains { $0.hasPrefix("  9  choice") })
    #expect(lines.contains { $0.hasPrefix(" 10  choice") })
  }

  @Test func labelsOfAReplyShareAColumn() {
    var reply = Reply(kind: .triage)
    reply.blocks = [
      .labelled([LabelledLine(label: "Ask again", text: "tomorrow")]),
      .labelled([LabelledLine(label: "Milder", text: "less pain")]),
    ]
    #expect(
      layout(width: 76).lines(reply) == ["  Ask again  tomorrow", "", "  Milder     less pain"])
    #expect(layout(width: 30).lines(reply).first == "  Ask again: tomorrow")
  }

  @Test func marksStayWithTheirWords() {
    var reply = Reply(kind: .answer)
    reply.blocks = [.paragraph("It helps with the pain [1, 4, 11]. It is not the whole of it [2].")]
    #expect(
      layout(width: 28).lines(reply)
        == ["It helps with the", "pain [1, 4, 11]. It is not", "the whole of it [2]."])
    let coloured = layout(width: 28, colour: true).lines(reply)
    #expect(coloured[1] == "pain \u{1B}[2m[1, 4, 11]\u{1B}[0m. It is not")
  }

  @Test func separatorsEndALine() {
    var reply = Reply(kind: .answer)
    reply.blocks = [.related(["Rolling", "Stretching", "What works overall"])]
    #expect(
      layout(width: 20).lines(reply)
        == ["Related: Rolling ·", "Stretching · What", "works overall"])
  }

  @Test func numbersOfSourcesEndInOneColumn() {
    var reply = Reply(kind: .answer)
    reply.citations = [9, 10].map {
      Citation(number: $0, claim: "H062", source: "a", locator: "b", speaker: nil)
    }
    #expect(layout(width: 40).lines(reply) == ["  [9] a: b", " [10] a: b"])
  }

  @Test func plainLayoutHoldsNoEscape() {
    let text = layout(width: 76, rules: false).lines(reply).joined(separator: "\n")
    #expect(text.utf8.allSatisfy { $0 >= 0x20 || $0 == 0x0A })
  }

  @Test func coloursDoNotChangeTheWords() {
    let plain = layout(width: 50).lines(reply)
    let coloured = layout(width: 50, colour: true).lines(reply)
    #expect(coloured.map(withoutEscapes) == plain)
  }

  private func withoutEscapes(_ line: String) -> String {
    line.replacing(/\x{1B}\[[0-9;]*m|\x{1B}\]8;[^\x{1B}]*\x{1B}\\/, with: "")
  }
}
