internal import Knowledge
internal import Triage

/// Lays the result of a check out: the outcome, what to do, what would change it, on what it rests.
struct ReportLayout {
  private let report: TriageReport
  private let table: TriageTable

  init(_ report: TriageReport, _ table: TriageTable) {
    self.report = report
    self.table = table
  }

  func add(to builder: inout ReplyBuilder) {
    let level = report.outcome.outcome.rawValue
    builder.add(.outcome(level: level, title: report.title))
    builder.paragraph(report.says + (report.basis.first?.says ?? []))
    for basis in report.basis.dropFirst().prefix(2) { builder.paragraph(basis.says) }
    addLabelled(
      [
        ("Today", report.today), ("Instead", report.instead), ("Stop if", report.stopIf),
        ("After", report.after), ("Not today", report.notToday),
        ("Before you run again", report.gates), ("Ask again", report.again),
      ], to: &builder)
    if report.outcome.outcome < .urgentCare {
      addLabelled(
        [("Milder", [report.milder]), ("Harsher", report.harsher.map { [$0] } ?? [])],
        to: &builder)
    }
    builder.paragraph(report.notes)
    for note in report.guards { builder.paragraph(note.says) }
    builder.paragraph(report.unknowns)
    builder.add(.note(closing))
  }

  private func addLabelled(
    _ lines: [(label: String, sentences: [Sentence])], to builder: inout ReplyBuilder
  ) {
    var labelled: [LabelledLine] = []
    for (label, sentences) in lines where !sentences.isEmpty {
      let joint = label == "Stop if" ? "; " : " "
      let text = sentences.map { builder.cited($0) }.joined(separator: joint)
      labelled.append(LabelledLine(label: label, text: text))
    }
    if !labelled.isEmpty { builder.add(.labelled(labelled)) }
  }

  /// On what the result rests, and what it is not.
  private var closing: String {
    var open: [String] = []
    for question in table.questions where question.kind != .everyday {
      let slots = question.slots.filter(report.undecided.contains)
      // A list that nobody has put yet is named as a whole.
      let isWhole = slots.count > question.slots.count / 2
      let labels = slots.compactMap { table.definition(of: $0)?.label }
      switch question.kind {
      case .danger where isWhole: open.append(Wording.anyDanger)
      case .background where isWhole: open.append(Wording.anyBackground)
      default: open += labels
      }
    }
    let everyday = table.questions.filter { $0.kind == .everyday }.flatMap(\.slots)
      .filter(report.undecided.contains).compactMap { table.definition(of: $0)?.label }
    guard !open.isEmpty || !everyday.isEmpty else {
      return Wording.restsOnAnswers + " " + Wording.notAdvice
    }
    return Wording.provisional(ruledOut: open, open: everyday) + " " + Wording.notAdvice
  }
}
