import Dialogue
import Knowledge
import Testing
import Triage

/// A worked case of the decision table: what a runner says, turn by turn, and what must come out.
struct WorkedCase: CustomStringConvertible {
  var id: String
  var messages: [String]
  var outcome: String
  var appointment: Bool
  var rules: [String]

  var description: String { id }
}

/// The 27 worked cases as conversations: a first message, then answers.
@Suite struct WorkedCaseTests {
  static let cases: [WorkedCase] = [
    .init(
      "C1", "run-easy", "S1",
      "Can I run? It's sore for the first kilometre, then gone. Mild, and I do my rehab."),
    .init(
      "C2", "modify", "S7a S7b S7c S7d",
      "Mild, sore for the first kilometre then gone, first steps in the morning too. Can I run intervals tonight?"
    ),
    .init(
      "C3", "modify", "S8",
      "Mild, sore for the first kilometre then gone, first steps in the morning too, but I do no rehab exercises at all. Can I run today?"
    ),
    .init(
      "C4", "cross-train", "S2 P14",
      "It hurts from the first to the last step of the run, mild. Ok to run today?"),
    .init(
      "C5", "modify", "P14", "Pain comes on at 8 km, mild, gone the next morning. Can I run today?"),
    .init("C6", "cross-train", "S4", "It's a 5/10 but fades while running. Can I run today?"),
    .init("C7", "cross-train", "S3 S4", "Walking hurts all day, 5 out of 10. Can I run?"),
    .init(
      "C8", "modify", "X27",
      "Fine while running apart from the first mile, then gone, 2/10, worse the next morning, settled by evening. Can I run today?"
    ),
    .init(
      "C9", "run-easy+", "S12 X29",
      "Three weeks of rehab, no change, mild, fades after the first mile. Can I run today?"),
    .init(
      "C10", "modify", "S10",
      "Back after two weeks off. No pain today. I walk comfortably and stretch three times a day. Can I run again?"
    ),
    .init(
      "C11", "cross-train", "S3 S10 S11",
      "Back after two weeks off, walking still hurts, 2/10. Can I start running again?"),
    .init(
      "C12", "run-easy", "S1",
      "I'm 58, after the menopause, mild pain at the start of a run that fades. Can I run today?"),
    .init(
      "C13", "rest-see-clinician", "S2 X21 P9 P10 P14",
      "I'm 58 with low bone density, and it hurts through the whole run, mild. Can I run today?"),
    .init(
      "C14", "urgent-care", "S4 S5 X1 X4 X5 X26 P1 P2",
      "I heard a pop in the sole, there is a bruise and it is an 8/10."),
    .init("C15", "urgent-care", "X1 P1", "There was a pop, but I could finish the run."),
    .init("C16", "urgent-care", "X9 X10", "My heel tingles, otherwise mild, fades on the run."),
    .init(
      "C17", "cross-train+", "X15 P5",
      "I have diabetes, mild pain that fades on the run, the skin is whole. Can I run today?"),
    .init(
      "C18", "urgent-care", "X15 X16a P4 P5",
      "I have diabetes and a blister under the heel. Can I run?"),
    .init(
      "C19", "urgent-care", "X11 X12 X13 P4",
      "My heel is red, hot and swollen and I have a temperature of 38.5."),
    .init("C20", "urgent-care", "X7", "One calf is swollen and warm."),
    .init("C21", "emergency", "X7 X8", "One calf is swollen and I am short of breath."),
    .init(
      "C22", "rest-see-clinician", "S2 X20 X22 P14",
      "Squeezing the heel bone from both sides hurts, and the pain rises through each run."),
    .init(
      "C23", "rest-see-clinician", "X17 X18 P6 P16",
      "It wakes me at night and I am losing weight without trying."),
    .init(
      "C24", "cross-train+", "X19 P7 P8",
      "Both heels, and my back is stiff for an hour every morning. Mild, fades on the run. Can I run?"
    ),
    .init("C25", "urgent-care", "X25 P11", "I'm on ciprofloxacin and have new heel pain, mild."),
    .init(
      "C26", "urgent-care", "X24 P1 P17",
      "I had a heel injection last year and today there was sudden pain."),
    .init(
      "C27", "rest-see-clinician", "P13",
      "I'm 16 and it hurts at the start of a run, mild. Can I run today?"),
  ]

  /// The first message, then "none" to what else is asked, as someone would to whom nothing else applies.
  @Test(arguments: cases)
  func asConversation(of item: WorkedCase) throws {
    let conversation = try #require(shipped)
    var state = ConversationState()
    var reply = conversation.respond(to: item.messages[0], in: &state)
    var asked: [String] = []
    while reply.kind == .question, asked.count < 8 {
      asked.append(reply.asks ?? "")
      reply = conversation.respond(to: Self.harmless[reply.asks ?? ""] ?? "none", in: &state)
    }
    #expect(reply.kind == .triage, "\(asked): \(reply.text)")
    #expect(reply.outcome == item.outcome)
    #expect(reply.appointment == item.appointment)
    #expect(Set(reply.rules).isSuperset(of: item.rules), "\(reply.rules)")
    // A swollen or wounded heel may be read as more than the case lists, never as less.
    let extra = Set(reply.rules).subtracting(item.rules)
    #expect(extra.isSubset(of: ["X4", "X5", "P2", "S4", "S5", "X26", "P7"]), "\(extra)")
    #expect(asked.count <= 2, "a telling first message takes two answers: \(asked)")
  }

  /// An answer to each question that adds nothing to the case.
  static let harmless = [
    "danger": "none", "background": "none", "rehab": "yes, every day", "level": "2",
    "nextday+duration": "fine the next morning", "plan+returning": "same as always",
    "run+walk": "fades after the first mile",
  ]

  @Test func aUsualDayTakesAtMostSevenAnswers() throws {
    let conversation = try #require(shipped)
    var state = ConversationState()
    var reply = conversation.respond(to: "Can we do the check before my run?", in: &state)
    var asked: [String] = []
    while reply.kind == .question, asked.count < 12 {
      asked.append(reply.asks ?? "")
      reply = conversation.respond(to: Self.harmless[reply.asks ?? ""] ?? "none", in: &state)
    }
    #expect(reply.outcome == "run-easy", "\(reply.text)")
    #expect(asked.count <= 7, "\(asked)")
  }

  @Test(
    "A danger sign is answered first in any state",
    arguments: [
      ("how long should I ice?", "bye, oh and my foot has gone numb"),
      ("/triage", "none, but I heard a pop"),
      ("thanks", "thank you, my calf is swollen by the way"),
    ])
  func dangerComesFirst(before: String, message: String) throws {
    let replies = try replies(to: before, message)
    #expect(replies[1].kind == .triage)
    #expect(replies[1].topics.first == "red-flags")
    #expect(replies[1].outcome == "urgent-care")
  }

  @Test("The gravest of several alarming signs decides")
  func gravestDecides() throws {
    let calf = try replies(to: "One calf is swollen and I can't catch my breath when sitting")[0]
    #expect(calf.outcome == "emergency")
    #expect(calf.rules.contains("X8"))
    let chest = try replies(to: "my heel is numb and I have chest pain")[0]
    #expect(chest.outcome == "emergency")
    #expect(chest.slots.contains { $0.slot == "nerve" })
  }
}

extension WorkedCase {
  init(_ id: String, _ verdict: String, _ rules: String, _ messages: String...) {
    let outcome = verdict.hasSuffix("+") ? String(verdict.dropLast()) : verdict
    let contains = Outcome(id: outcome).map { $0 >= .restSeeClinician } ?? false
    self.init(
      id: id, messages: messages, outcome: outcome,
      appointment: verdict.hasSuffix("+") || contains,
      rules: rules.split(separator: " ").map(String.init))
  }
}
