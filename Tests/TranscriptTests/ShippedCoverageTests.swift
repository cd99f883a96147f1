import Dialogue
import Knowledge
import Testing
import Transcripts
import Triage

/// What coverage knows of the shipped assistant is all there is.
@Suite struct ShippedCoverageTests {
  @Test func columnsAreTheWholeOfTheKnowledge() throws {
    let shipped = try Shipped.shared.get()
    let coverage = Coverage(shipped.knowledge, shipped.table)
    for column in Coverage.Column.allCases {
      let (reached, all) = coverage.counts(column)
      #expect(reached == 0)
      #expect(all > 0, "\(column)")
      #expect(Set(coverage.all[column, default: []]).count == all, "\(column)")
    }
    #expect(coverage.counts(.topics).all > 42 + 8)
    #expect(
      coverage.counts(.slotValues).all == shipped.table.slots.reduce(0) { $0 + $1.values.count })
    #expect(coverage.counts(.rules).all == shipped.table.rules.count)
    #expect(coverage.counts(.guards).all == shipped.table.guards.count)
  }

  @Test func everythingIsFoundInTheFiles() throws {
    let shipped = try Shipped.shared.get()
    let coverage = Coverage(shipped.knowledge, shipped.table)
    let finder = DefinitionFinder(
      folder: Shipped.root + "/Knowledge", program: Shipped.root + "/Sources/Dialogue")
    for column in Coverage.Column.allCases {
      for id in coverage.all[column, default: []] {
        #expect(finder.place(of: id, in: column) != nil, "\(column): \(id)")
      }
    }
  }

  @Test("The stub of a rule reaches it", arguments: Self.rules)
  func stubsReachTheirRule(rule: String) throws {
    let shipped = try Shipped.shared.get()
    var coverage = Coverage(shipped.knowledge, shipped.table)
    let stub = try #require(coverage.stub(forRule: rule))
    let result = shipped.run(stub)
    #expect(result.status == .passed, "\(RunReport([result]).text)")
    coverage.add([result])
    #expect(!coverage.unreached(.rules).contains(rule))
  }

  static let rules = (try? Shipped.shared.get().table.rules.map(\.id)) ?? []

  /// Messages of one conversation and what its last turn is on record to have done.
  static let records: [(messages: [String], column: TurnTrace.Column, ids: [String])] = [
    (["/topics"], .command, ["topics"]),
    (["should I ice it", "shorter"], .move, ["shorter"]),
    (["shorter"], .move, []),
    (["should I ice it", "no, I meant taping"], .move, ["correction"]),
    (["/triage", "back"], .move, ["check-back"]),
    (["/triage", "why do you ask?"], .move, ["check-why"]),
    (["/triage", "yes"], .move, ["check-which"]),
    (["/triage", "stop"], .move, ["check-stop"]),
    (["who won the world cup in 1998"], .decline, ["off-topic"]),
    ([""], .decline, ["empty"]),
    (["my whole foot has gone numb", "should I ice it"], .guards, ["GA1"]),
  ]

  @Test(arguments: records)
  func aTurnIsOnRecord(messages: [String], column: TurnTrace.Column, ids: [String]) throws {
    let session = TranscriptSubject(try Shipped.shared.get().conversation).begin()
    let answers = messages.map { session.respond($0) }
    #expect(answers.last?.trace[column] == ids, "\(messages)")
  }
}
