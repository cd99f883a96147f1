import ArgumentParser
import Dialogue
import Knowledge
import Presentation
import Terminal

/// Facts about the place that the program runs in, and what it has decided by them.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Show facts about this terminal and its files, and what follows from them.",
    discussion: "It looks only, and changes nothing. For a report of something that goes wrong.")

  @OptionGroup var options: GlobalOptions

  @Flag(help: "Decide as for 'chat --plain'.")
  var plain = false

  func run() throws {
    let assistant = try Assistant.load(options)
    let screen = Screen(options, plain: plain)
    let history = History(program: "firststep", environment: screen.environment)
    let decision = PlainDecision(
      option: plain, environment: screen.environment,
      inputIsTerminal: OutputStream(descriptor: 0).isTerminal, outputIsTerminal: screen.isTerminal)
    let facts =
      program(assistant.knowledge)
      + TerminalFacts.list(
        environment: screen.environment, colour: screen.colour, plain: decision, history: history,
        width: options.width)
    switch options.format {
    case .json: try screen.out.write(json(facts) + "\n")
    case .text: try screen.show(reply(facts), knowledge: assistant.knowledge)
    }
  }

  private func program(_ knowledge: KnowledgeBase) -> [TerminalFact] {
    let counts = [
      "\(knowledge.topics.count) topics", "\(knowledge.claims.count) claims",
      "\(knowledge.sources.count) sources",
    ]
    return [
      TerminalFact("version", FirstStep.version),
      TerminalFact(
        "knowledge", options.knowledge ?? "built in", counts.joined(separator: ", ")),
    ]
  }

  private func reply(_ facts: [TerminalFact]) -> Reply {
    var reply = Reply(kind: .smalltalk)
    reply.blocks = [
      .labelled(
        facts.map { fact in
          let value = fact.value.isEmpty ? "none" : fact.value
          return LabelledLine(
            label: fact.key, text: fact.reason.isEmpty ? value : "\(value) (\(fact.reason))")
        })
    ]
    return reply
  }

  private func json(_ facts: [TerminalFact]) -> String {
    var json = JSONText()
    json.object { json in
      for fact in facts {
        json.key(fact.key)
        json.object { json in
          json.key("value")
          json.value(fact.value)
          json.key("reason")
          json.value(fact.reason)
        }
      }
    }
    return json.text
  }
}
