import CompiledKnowledge
import Dialogue
import Knowledge
import Matching
import Testing
import Triage

/// The shipped conversation, built once.
let shipped: Conversation? = {
  guard let blob = try? CompiledKnowledge.blob, let knowledge = try? KnowledgeBase(blob),
    let matcher = try? Matcher(blob), let table = try? TriageTable(blob: blob),
    let reader = try? SlotReader(blob, table: table)
  else { return nil }
  return Conversation(knowledge: knowledge, matcher: matcher, reader: reader, table: table)
}()

/// Replies to messages of one conversation.
func replies(to messages: String...) throws -> [Reply] {
  let conversation = try #require(shipped)
  var state = ConversationState()
  return messages.map { conversation.respond(to: $0, in: &state) }
}

@Suite struct AskedTests {
  @Test("What the documents differ on can be asked for", arguments: 1...20)
  func difference(number: Int) throws {
    let knowledge = try #require(shipped?.knowledge)
    let difference = try #require(knowledge.difference("D\(number)"))
    let side = try #require((difference.blog + difference.healthline).first)
    try expect(side, from: difference.asked)
  }

  @Test("What the documents lost or never said can be asked for", arguments: 1...18)
  func gap(number: Int) throws {
    let knowledge = try #require(shipped?.knowledge)
    let gap = try #require(knowledge.gap("L\(number)"))
    try expect(try #require(gap.says.first), from: gap.asked)
  }

  /// Every question but at most one gets the sentence.
  private func expect(_ sentence: Sentence, from questions: [String]) throws {
    try #require(questions.count >= 3, "there is nothing to ask")
    let words = sentence.text.prefix(40)
    let missed = try questions.filter { question in
      !(try replies(to: question)[0].text.contains(words))
    }
    #expect(missed.count <= 1, "\(missed)")
  }
}
