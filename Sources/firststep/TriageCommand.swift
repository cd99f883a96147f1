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
      Without options it asks. With options it decides at once on what they say, one for each slot, \
      its value as a number or a word; with --ask it asks for the rest. With --batch every line of standard input is one JSON object \
      of slots, and every reply one line; a line that is none gets an error in place of a reply, and \
      the exit status is 64 in the end.
      """)

  @OptionGroup var options: GlobalOptions

  @Flag(help: "Read one JSON object of slots a line from standard input.")
  var batch = false

  @Flag(help: "Ask for what the options leave open, instead of deciding at once.")
  var ask = false

  @Flag(help: "Exit with the level of the outcome, 0 (run easy) to 5 (emergency).")
  var exitCode = false

  @OptionGroup(title: "Slots") var slots: SlotOptions

  func validate() throws {
    if batch && !slots.given.isEmpty {
      throw ValidationError("'--batch' reads its slots from standard input, not from options")
    }
    if batch && ask {
      throw ValidationError("'--batch' asks nothing; leave '--ask' out")
    }
  }

  func run() throws {
    let assistant = try Assistant.load(options)
    let screen = Screen(options)
    let level: Int? =
      if batch {
        try answerBatch(assistant, screen)
      } else if ask || slots.given.isEmpty {
        try guide(assistant, screen)
      } else {
        try answer(values(slots.given, assistant), assistant, screen)
      }
    guard exitCode else { return }
    // Nothing said must not pass for the mildest level.
    guard let level else {
      throw Failure.usage("the check has ended without an outcome", nearest: nil)
    }
    if level > 0 { throw ExitCode(Int32(level)) }
  }

  private func table(_ assistant: Assistant) -> TriageTable { assistant.conversation.table }

  private func answer(
    _ values: SlotValues, _ assistant: Assistant, _ screen: Screen
  ) throws -> Int {
    let report = table(assistant).report(values)
    try screen.show(
      assistant.conversation.reply(on: report, values: values), knowledge: assistant.knowledge)
    return report.outcome.outcome.rawValue
  }

  /// One reply a line; the level is the worst of all. A line that is no case is told in its place, and
  /// the lines after it are read all the same.
  private func answerBatch(_ assistant: Assistant, _ screen: Screen) throws -> Int {
    var reader = PlainReader()
    var number = 0
    var worst = 0
    var bad: [Int] = []
    while let line = try reader.next() {
      number += 1
      if number > 1, options.format == .text { try screen.out.write("\n") }
      do {
        let values = try table(assistant).values(from: SlotLine.pairs(in: line))
        worst = max(worst, try answer(values, assistant, screen))
      } catch let error as SlotLineError {
        bad.append(number)
        try tell(error.description, line: number, screen)
      } catch let error as SlotInputError {
        bad.append(number)
        try tell(error.description, line: number, screen)
      }
    }
    if let first = bad.first {
      throw Failure.usage(
        bad.count == 1
          ? "line \(first) of standard input is no case"
          : "\(bad.count) of \(number) lines of standard input are no cases, the first is line \(first)",
        nearest: nil)
    }
    return worst
  }

  /// What is wrong with a line, where its reply would stand.
  private func tell(_ problem: String, line: Int, _ screen: Screen) throws {
    guard options.format == .json else {
      return try screen.out.write("line \(line): error: \(problem)\n")
    }
    var json = JSONText()
    json.object { json in
      json.key("line")
      json.value(line)
      json.key("error")
      json.value(problem)
    }
    try screen.out.write(json.text + "\n")
  }

  /// Asks until the result stands or the input ends, beginning with what the options say.
  private func guide(_ assistant: Assistant, _ screen: Screen) throws -> Int? {
    let values = try values(slots.given, assistant)
    var session = ChatSession(
      assistant: assistant, screen: screen, settings: .init(pages: false, isPrivate: true))
    return try session.check(from: values)
  }

  private func values(
    _ pairs: [(slot: String, value: String)], _ assistant: Assistant
  ) throws -> SlotValues {
    do {
      return try table(assistant).values(from: pairs)
    } catch {
      throw Failure.usage(error.description, nearest: nil)
    }
  }
}
