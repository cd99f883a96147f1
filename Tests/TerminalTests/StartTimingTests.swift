import Testing

/// Prints how long it takes from the start to the prompt, beside a Swift program that does nothing else;
/// the aim is less than four times as long. It does not fail on a slow machine.
@Suite struct StartTimingTests {
  @Test func startToPrompt() throws {
    let probe = try Probe()
    var empty: [Duration] = []
    var chat: [Duration] = []
    for _ in 0..<15 {
      empty.append(try time(probe, "empty-program"))
      chat.append(try time(probe, "firststep"))
    }
    let (least, usual) = (empty.sorted()[7], chat.sorted()[7])
    let ratio = usual / least
    print(
      "start to prompt: \(milliseconds(usual)) ms, empty program \(milliseconds(least)) ms,",
      "ratio \((ratio * 10).rounded() / 10)")
    #expect(empty.count == 15)
  }

  private func time(_ probe: Probe, _ program: String) throws -> Duration {
    let start = ContinuousClock.now
    let terminal = try PseudoTerminal(
      Probe.path(of: program), environment: probe.environment, columns: 80, rows: 24)
    terminal.wait("the prompt") { $0.cursorLine == "> |" }
    let duration = start.duration(to: .now)
    terminal.type("\u{4}")
    #expect(terminal.waitForExit() == 0)
    return duration
  }

  private func milliseconds(_ duration: Duration) -> Double {
    (duration / .milliseconds(1) * 10).rounded() / 10
  }
}
