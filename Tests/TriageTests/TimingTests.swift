import Knowledge
import Testing
import Triage

/// Prints what things cost on this machine; asserts nothing, for a busy machine is slow.
///
///     swift test -c release --skip-build --filter TimingTests
@Suite struct TimingTests {
  @Test func proof() {
    let table = shippedTable
    let clock = ContinuousClock()
    var problems = 0
    let spent = clock.measure { problems = table.proof().findings.count }
    print("proof of the shipped table: \(spent), \(problems) problems")
  }

  @Test func readingAndEvaluating() {
    let table = shippedTable
    let messages = ["developed", "kept-aside", "fresh", "strangers", "harmless"]
      .flatMap(labelledMessages).map(\.text)
    let clock = ContinuousClock()
    var alarming = 0
    var slowest = Duration.zero
    let reading = clock.measure {
      for message in messages {
        let spent = clock.measure {
          alarming += shippedReader.read(message).isAlarming ? 1 : 0
        }
        slowest = max(slowest, spent)
      }
    }
    print(
      "reading: \(reading / max(1, messages.count)) a message, \(slowest) the slowest of \(messages.count)"
    )
    let cases = messages.map { message -> SlotValues in
      var check = Check()
      check.take(shippedReader.read(message).findings, table: table)
      return check.values
    }
    var sum = 0
    let evaluating = clock.measure {
      for values in cases { sum += table.evaluate(values).outcome.rawValue }
    }
    print("evaluating: \(evaluating / max(1, cases.count)) a case")
    let asking = clock.measure {
      for values in cases.prefix(200) { sum += Check(values).next(table) == nil ? 0 : 1 }
    }
    print("choosing the next question: \(asking / max(1, min(200, cases.count)))")
    #expect(sum + alarming > 0)
  }
}
