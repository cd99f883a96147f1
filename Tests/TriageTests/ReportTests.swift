import Knowledge
import Testing
import Triage

@Suite struct ReportTests {
  let table = shippedTable

  func report(_ text: String, _ traits: Set<RunnerTrait> = []) -> TriageReport {
    table.report(values(text), traits: traits)
  }

  @Test(arguments: workedCases) func everyWorkedCaseHasAReport(row: String) {
    let parts = row.split(separator: "|").map(String.init)
    let report = report(parts[1])
    #expect(!report.says.isEmpty && !report.basis.isEmpty && !report.again.isEmpty, "\(row)")
    #expect(report.basis.allSatisfy { !$0.says.isEmpty }, "\(row)")
  }

  @Test func guardsTakeAdviceAway() {
    let usual = report("run=1 level=1")
    #expect(usual.after.contains { $0.text.hasPrefix("Ice") })
    #expect(usual.guards.map(\.id) == ["GA2"])
    let blister = report("run=1 level=1 skin=1")
    #expect(!blister.after.contains { $0.text.hasPrefix("Ice") })
    #expect(blister.guards.map(\.id).contains("GA1"))
    let bone = report("bone=2")
    #expect(bone.instead.isEmpty)
    #expect(bone.guards.map(\.id).contains("GA7"))
    let more = report("run=1 plan=1")
    #expect(more.notes.isEmpty && more.guards.map(\.id).contains("GA9"))
    #expect(!report("plan=1").notes.isEmpty)
  }

  @Test func guardsWithholdTopics() {
    let numb = values("nerve=2")
    let verdict = table.evaluate(numb).verdict
    #expect(table.guards(withholding: "ice", numb, verdict).map(\.id) == ["GA1", "GA11"])
    #expect(table.guards(withholding: "exercises", numb, verdict).map(\.id) == ["GA5"])
    #expect(table.guards(withholding: "rest", numb, verdict).map(\.id) == ["GA10"])
    #expect(table.guards(withholding: "causes", numb, verdict).isEmpty)
    let pregnant = values("pregnant=1")
    let modify = table.evaluate(pregnant).verdict
    #expect(table.guards(withholding: "pain-medication", pregnant, modify).map(\.id) == ["GA4"])
  }

  @Test func neighboursAreNamed() {
    let easy = report("run=1 level=1")
    #expect(easy.milder.text == "nothing would make this milder")
    #expect(
      easy.harsher?.text
        == "pain that comes and goes, or comes on later in the run: less and easier running")
    let whole = report("run=3 level=1")
    #expect(
      whole.milder.text
        == "pain that comes and goes, or comes on later in the run: less and easier running")
    let both = report("walk=2 level=2")
    #expect(both.milder.text == "no single answer would make this milder")
    #expect(report("calf=3").harsher == nil)
    #expect(report("returning=1").milder.text == "no single answer would make this milder")
    #expect(
      report("nerve=?").milder.text == "no burning, tingling or numbness: easy running")
  }

  @Test func theMainReasonComesFirst() {
    #expect(report("diabetes=1 run=1").basis.map(\.rule) == ["P5", "X15"])
    #expect(report("run=2 bonerisk=1").basis.map(\.rule).first == "P10")
    #expect(report("plan=2 run=1 level=1").basis.map(\.rule) == ["S7a"])
  }

  @Test func provisionalResultsSayOnWhat() {
    let text = report("run=1 level=1").condition?.text ?? ""
    #expect(text.contains("numbness") && text.contains("diabetes"))
    #expect(text.contains("walking is comfortable after the first steps"))
    #expect(report("calf=3").condition == nil)
  }

  @Test func traitsAddAndNeverDecide() {
    for trait in RunnerTrait.allCases {
      let with = report("run=1 level=1", [trait])
      #expect(with.verdict == report("run=1 level=1").verdict)
    }
    #expect(!report("run=1", [.menopause]).notes.isEmpty)
  }

  @Test func unknownsAreNamed() {
    let report = report("nerve=? run=1")
    #expect(report.unknowns.count == 1)
    #expect(report.unknowns.first?.text.contains("numbness") == true)
  }

  /// No sentence promises or diagnoses.
  @Test func voice() {
    let sentences =
      table.rules.flatMap(\.says) + table.advice.flatMap(\.says) + table.guards.flatMap(\.says)
      + table.outcomes.flatMap { $0.says + $0.again } + table.gates
      + table.slots.flatMap(\.why)
    for sentence in sentences {
      let text = sentence.text.lowercased()
      for phrase in ["you are fine", "is safe to run", "you have plantar", "guarantee", "!"] {
        #expect(!text.contains(phrase), "\(sentence.text)")
      }
      #expect(
        !sentence.claims.isEmpty || sentence.editorial != nil || !sentence.gaps.isEmpty,
        "\(sentence.text)")
    }
  }

  @Test func everyPrecautionSaysSo() {
    for rule in table.rules where rule.kind == .precaution {
      let text = rule.says.map(\.text).joined(separator: " ")
      #expect(text.contains("o source") || text.contains("y sources"), "\(rule.id): \(text)")
    }
  }
}
