import ArgumentParser
import Dialogue
import Knowledge
import Terminal
import Triage

/// The check before a run: guided, wholly from options, or a batch of cases.
struct TriageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "triage", abstract: "The check before a run.",
    discussion: """
      Without options it asks. With options it decides at once on what they say: one for each slot, \
      its value as a number or a word. With --batch every line of standard input is one JSON object \
      of slots, and every reply one line.
      """)

  @OptionGroup var options: GlobalOptions

  @Flag(help: "Read one JSON object of slots a line from standard input.")
  var batch = false

  @Flag(help: "Exit with the level of the outcome, 0 (run easy) to 5 (emergency).")
  var exitCode = false

  @OptionGroup(title: "Slots") var slots: SlotOptions

  func validate() throws {
    if batch && !slots.given.isEmpty {
      throw ValidationError("'--batch' reads its slots from standard input, not from options")
    }
  }

  func run() throws {
    let assistant = try Assistant.load(options)
    let screen = Screen(options)
    let level =
      if batch {
        try answerBatch(assistant, screen)
      } else if slots.given.isEmpty {
        try guide(assistant, screen)
      } else {
        try answer(slots.given, assistant, screen)
      }
    if exitCode, level > 0 { throw ExitCode(Int32(level)) }
  }

  private func answer(
    _ pairs: [(slot: String, value: String)], _ assistant: Assistant, _ screen: Screen
  ) throws -> Int {
    let table = assistant.conversation.table
    let values: SlotValues
    do {
      values = try table.values(from: pairs)
    } catch {
      throw Failure.usage(error.description, nearest: nil)
    }
    let report = table.report(values)
    let reply = assistant.conversation.reply(on: report, values: values)
    try screen.show(reply, knowledge: assistant.knowledge)
    return report.outcome.outcome.rawValue
  }

  /// One reply a line; the level is the worst of all.
  private func answerBatch(_ assistant: Assistant, _ screen: Screen) throws -> Int {
    var reader = PlainReader()
    var number = 0
    var worst = 0
    while let line = try reader.next() {
      number += 1
      guard let object = JSONValue(line: line), let pairs = object.slotPairs else {
        throw Failure.usage(
          "line \(number) of standard input is no JSON object of slots", nearest: nil)
      }
      do {
        worst = max(worst, try answer(pairs, assistant, screen))
      } catch Failure.usage(let problem, let nearest) {
        throw Failure.usage("line \(number): \(problem)", nearest: nearest)
      }
    }
    return worst
  }

  /// Asks until the result stands or the input ends.
  private func guide(_ assistant: Assistant, _ screen: Screen) throws -> Int {
    var session = ChatSession(assistant: assistant, screen: screen, pages: false, isPrivate: true)
    return try session.check()
  }
}

extension JSONValue {
  /// Names and values of an object of slots; nil where it is none. `null` is a slot not asked about.
  fileprivate var slotPairs: [(slot: String, value: String)]? {
    guard case .object(let object) = self else { return nil }
    var pairs: [(slot: String, value: String)] = []
    for (slot, value) in object.sorted(by: { $0.key < $1.key }) {
      switch value {
      case .null: continue
      case .text(let text): pairs.append((slot, text))
      case .number(let number) where number == number.rounded() && abs(number) < 1_000_000:
        pairs.append((slot, String(Int(number))))
      default: return nil
      }
    }
    return pairs
  }
}
