import CompiledKnowledge
import Dialogue
import Foundation
import Knowledge
import Matching
import TestSupport
import Testing
import Triage

/// A walk through everything that can be said, drawn at random from a seed.
///
/// `FIRSTSTEP_WALK=100000` sets another number of turns; `FIRSTSTEP_WALK_SEED` another walk.
@Suite struct WalkTests {
  private static func number(_ name: String, or standard: Int) -> Int {
    ProcessInfo.processInfo.environment[name].flatMap { Int($0) } ?? standard
  }

  private static let commands = ConversationCommand.allCases.map { "/\($0.rawValue)" }
  private static let answers = [
    "yes", "no", "none", "1", "2", "3", "7", "the second", "both", "neither", "don't know", "skip",
    "back", "why do you ask", "stop", "more", "shorter", "say that again", "why", "sources",
    "are you sure", "who is right", "what does the other one say", "how long?", "how often",
    "and at night?", "and ice?", "no, the other one", "I don't understand", "thanks", "bye",
    "what do you know about me", "check", "can I run today?", "for three weeks",
    "hurts for the first mile then fades", "about a 3", "my heel is numb", "I am 58",
    "I felt a pop in my arch",
  ]
  private static let pieces = [
    " ", "?", "\u{7}", "é", "日本", "😀", "\u{0}", "....", "\n", "/", "–", "ß",
  ]

  private static func noise(_ random: inout SeededGenerator) -> String {
    switch Int.random(in: 0..<4, using: &random) {
    case 0:
      String(
        (0..<Int.random(in: 1...30, using: &random)).map { _ in
          Character(UnicodeScalar(UInt8.random(in: 32...126, using: &random)))
        })
    case 1: (0..<6).compactMap { _ in pieces.randomElement(using: &random) }.joined()
    case 2: String(repeating: "ha", count: Int.random(in: 1...200, using: &random))
    default: "\(Int.random(in: -5...1_000_000, using: &random))"
    }
  }

  /// One slip in a phrasing: two letters change places.
  private static func slip(_ text: String, _ random: inout SeededGenerator) -> String {
    var letters = Array(text)
    guard letters.count > 3 else { return text }
    let place = Int.random(in: 1..<letters.count, using: &random)
    letters.swapAt(place, place - 1)
    return String(letters)
  }

  /// All phrasings of the shipped knowledge.
  private static func phrasings() throws -> [String] {
    let blob = try CompiledKnowledge.blob
    var knowledge = try KnowledgeBase(blob)
    try knowledge.readPhrasings(from: blob)
    return knowledge.phrasings.flatMap(\.phrasings)
  }

  private static func message(_ phrasings: [String], _ random: inout SeededGenerator) -> String {
    let phrasing = phrasings.randomElement(using: &random) ?? ""
    return switch Int.random(in: 0..<20, using: &random) {
    case 0..<10: phrasing
    case 10..<12: slip(phrasing, &random)
    case 12..<17: answers.randomElement(using: &random) ?? ""
    case 17: commands.randomElement(using: &random) ?? ""
    default: noise(&random)
    }
  }

  /// Moves and commands that may take a danger sign off the record.
  private static let takingBack: Set<String> = [
    "forget-all", "forget-fact", "forget", CheckMove.correction.rawValue, CheckMove.back.rawValue,
  ]

  /// Whether a message is a plain answer to how bad a sign is that was picked from the list.
  private static func isAnswer(_ message: String, to question: CheckQuestion?) -> Bool {
    question?.kind == .slot && answers.contains(message)
  }

  /// "onset value(2) to value(1)".
  private static func changes(from before: SlotValues, to after: SlotValues) -> [String] {
    Slot.allCases.filter { before[$0] != after[$0] }.map {
      "\($0.id) \(before[$0]) to \(after[$0])"
    }
  }

  @Test func neverFails() throws {
    let shipped = try #require(shipped)
    var conversation = shipped
    let phrasings = try Self.phrasings()
    #expect(phrasings.count > 4_000)
    let turns = Self.number("FIRSTSTEP_WALK", or: 1_500)
    var random = SeededGenerator(seed: UInt64(Self.number("FIRSTSTEP_WALK_SEED", or: 1)))
    var state = ConversationState()
    var last = ""
    var talking = Duration.zero
    var largest = 0
    var talk: [String] = []
    let clock = ContinuousClock()
    for turn in 1...turns {
      if turn % 1_000 == 1 {
        conversation = Conversation(
          knowledge: shipped.knowledge, matcher: shipped.matcher.remembering(),
          reader: shipped.reader, table: shipped.table)
      }
      let message = Self.message(phrasings, &random)
      let values = state.check.values
      let before = conversation.table.evaluate(values).outcome
      let question = state.isChecking ? state.check.next(conversation.table) : nil
      talk.append(message)
      var reply = Reply(kind: .unknown)
      // Once before the clock starts, so that the matcher has its result at hand.
      var trial = state
      let first = conversation.respond(to: message, in: &trial)
      talking += clock.measure { reply = conversation.respond(to: message, in: &state) }
      #expect(reply.text == first.text, "turn \(turn): \(message)")
      #expect(!reply.text.isEmpty, "turn \(turn): \(message)")
      #expect(reply.text != last, "turn \(turn): \(message)")
      last = reply.text
      if before >= .urgentCare, !message.hasPrefix("/forget"),
        !Self.isAnswer(message, to: question),
        conversation.table.evaluate(state.check.values).outcome < before
      {
        #expect(
          !Self.takingBack.isDisjoint(with: state.record.moves + state.record.commands),
          """
          turn \(turn) lost danger: \(talk.suffix(6)), \(Self.changes(from: values, to: state.check.values))
          """)
      }
      // Talks of 40 turns, and one of 1,000 for what grows.
      if turn % 40 == 0, turn % 2_000 > 1_000 || turns < 2_000 {
        largest = max(largest, try JSONEncoder().encode(state).count)
        state = ConversationState()
        talk = []
        last = ""
      }
    }
    print(
      "walk of \(turns) turns: \(talking / turns) a turn beside the matcher; "
        + "largest state \(largest) bytes")
  }

  @Test("A conversation stored after every turn goes on alike", arguments: [UInt64(3), 5, 8])
  func goesOnFromWhatWasStored(seed: UInt64) throws {
    let conversation = try #require(shipped)
    let phrasings = try Self.phrasings()
    var random = SeededGenerator(seed: seed)
    var state = ConversationState()
    var stored = ConversationState()
    for turn in 0..<120 {
      let message = Self.message(phrasings, &random)
      let reply = conversation.respond(to: message, in: &state)
      let again = conversation.respond(to: message, in: &stored)
      #expect(reply.json == again.json, "turn \(turn): \(message)")
      let data = try JSONEncoder().encode(stored)
      stored = try JSONDecoder().decode(ConversationState.self, from: data)
      #expect(stored == state, "turn \(turn): \(message)")
    }
  }
}
