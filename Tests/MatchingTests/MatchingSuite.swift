import CompiledKnowledge
import Knowledge
import Matching
import Testing

@Suite struct MatcherSuite {
  private static let sentences: [(String, Intent)] = [
    ("how long should I ice my heel", .topic("ice")),
    ("is ice good after a run", .topic("ice")),
    ("frozen peas on the sole for ten minutes", .topic("ice")),
    ("which running shoes should I buy", .topic("shoes")),
    ("are cushioned shoes better for my arch", .topic("shoes")),
    ("do I need new trainers", .topic("shoes")),
    ("hello there", .smallTalk("greeting")),
    ("good morning", .smallTalk("greeting")),
    ("what is the capital of France", .outOfScope("geography")),
    ("my achilles tendon is sore", .nearMiss("achilles")),
  ]

  private static var training: TrainingSet {
    var set = TrainingSet()
    for (text, intent) in sentences { set.add(text, intent) }
    return set
  }

  @Test func trainingGivesTheSameBytesEveryTime() {
    let first = MatcherTraining.train(Self.training, encoder: nil)
    let second = MatcherTraining.train(Self.training, encoder: nil)
    #expect(first.map(\.bytes) == second.map(\.bytes))
    #expect(first.map(\.name) == second.map(\.name))
  }

  @Test func aPhrasingItselfIsMatchedExactly() throws {
    let matcher = try Matcher(MatcherTraining.train(Self.training, encoder: nil), encoder: nil)
    for (text, intent) in Self.sentences {
      let result = matcher.match(text.uppercased() + "??")
      #expect(result.stage == .exact, "\(text)")
      switch intent {
      case .topic(let id), .smallTalk(let id): #expect(result.decision == .answer([id]))
      case .nearMiss(let id):
        guard case .decline(let refusal) = result.decision else {
          Issue.record("\(text): \(result.decision)")
          continue
        }
        #expect(refusal.nearMiss == id)
      case .outOfScope(let group):
        guard case .decline(let refusal) = result.decision else {
          Issue.record("\(text): \(result.decision)")
          continue
        }
        #expect(refusal.group == group)
      }
    }
  }

  @Test(arguments: ["", "  ", "?!", "\u{0}", "\u{200B}"])
  func nothingToGoByIsDeclined(message: String) throws {
    let matcher = try Matcher(MatcherTraining.train(Self.training, encoder: nil), encoder: nil)
    let result = matcher.match(message)
    #expect(result.stage == .empty)
    guard case .decline = result.decision else {
      Issue.record("\(result.decision)")
      return
    }
  }

  @Test func reasonsAreKept() throws {
    let matcher = try Matcher(MatcherTraining.train(Self.training, encoder: nil), encoder: nil)
    let result = matcher.match("ice for my sore heel please", explaining: true)
    #expect(result.candidates.first?.intent == .topic("ice"), "\(result.candidates)")
    #expect(result.tokens.contains { $0.token == "ice" && $0.weight > 0 }, "\(result.tokens)")
    #expect(result.tokens.contains { $0.token == "please" && $0.isUnknown }, "\(result.tokens)")
  }
}

@Suite struct ShippedMatcherSuite {
  @Test(arguments: [
    ("how long should i ice my heel for", "ice"),
    ("which exercises should I do", "exercises"),
    ("hi", "greeting"),
    ("shud i get an oporation", "surgery"),
  ])
  func plainQuestions(message: String, topic: String) throws {
    let matcher = try Matcher(CompiledKnowledge.blob)
    let result = matcher.match(message)
    #expect(result.candidates.first?.intent?.id == topic, "\(result)")
  }
}

@Suite struct WordBookSuite {
  @Test(arguments: [
    ("does strretching help my anckle", ["strretching>stretching", "anckle>ankle"]),
    ("the carbon plate in Boston", []),
    ("heal the heel severely", []),
    ("ibuprofin or advil", ["ibuprofin>ibuprofen"]),
  ])
  func repairs(message: String, expected: [String]) throws {
    let matcher = try Matcher(CompiledKnowledge.blob)
    let repairs = matcher.match(message).repairs.map { "\($0.from)>\($0.to)" }
    #expect(repairs == expected)
  }
}
