import Foundation
import Testing

@Suite struct AskTests {
  @Test func answersFromTheArticleWithItsPlace() throws {
    let result = try Program.run("ask", "how", "long", "should", "I", "ice?")
    #expect(result.status == 0)
    #expect(result.text.contains("10 to 15 minutes"))
    #expect(result.text.contains("Healthline: Ice after running"))
    #expect(result.error.isEmpty)
  }

  @Test func answersFromTheCoachWithTheStateOfTheEvidence() throws {
    let result = try Program.run("ask", "why is it worse since menopause", "--format", "json")
    let reply = try reply(result.output)
    #expect(reply["kind"] as? String == "answer")
    #expect((reply["topics"] as? [String])?.first == "menopause")
    let sources = (reply["citations"] as? [[String: Any]])?.compactMap { $0["source"] as? String }
    #expect(sources?.contains("blog") == true)
    let text = try #require(reply["text"] as? String).lowercased()
    #expect(text.contains("evidence") || text.contains("studies") || text.contains("research"))
  }

  @Test func answersOneQuestionFromAPipe() throws {
    let result = try Program.run(input: Data("how long should I ice?\n".utf8))
    #expect(result.status == 0)
    #expect(result.text.contains("10 to 15 minutes"))
    #expect(result.output.allSatisfy { $0 == 0x0A || $0 >= 0x20 }, "no escape codes on a pipe")
  }

  @Test func givesEveryLineOfABatchItsOwnReply() throws {
    let lines = ["should I ice it", "", "what is the capital of France", "can I race"]
    let input = Data((lines.joined(separator: "\n") + "\n").utf8)
    let result = try Program.run("ask", "--batch", "--format", "json", input: input)
    #expect(result.status == 0)
    #expect(result.lines.count == lines.count)
    for line in result.lines { _ = try reply(Data(line.utf8)) }
  }

  @Test func writesTheKeysOfAReplyInTheirOrder() throws {
    let result = try Program.run("ask", "should I ice it", "--format", "json")
    let keys = [
      "kind", "topics", "outcome", "appointment", "provisional", "asks", "slots", "rules", "text",
      "citations", "alternatives", "confidence", "repairs",
    ]
    var rest = Substring(result.text)
    for key in keys {
      let range = try #require(rest.range(of: "\"\(key)\":"), "\(key) is missing or out of order")
      rest = rest[range.upperBound...]
    }
    #expect(result.lines.count == 1)
  }

  private func reply(_ data: Data) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }
}
