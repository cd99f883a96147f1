import BenchmarkSupport
import SentenceEncoder

/// Measures the built program as its users meet it.
struct ProgramBench {
  let program: String
  /// Questions of at most 20 words, from a file of labelled questions.
  let questions: [String]

  init?(program: String, questions path: String) {
    guard let lines = LineFile.lines(of: path) else { return nil }
    self.program = program
    questions = lines.compactMap(ProgramBench.text).filter {
      $0.split(separator: " ").count <= 20
    }
  }

  /// The text in a line of JSON; enough for questions without escapes.
  private static func text(_ line: String) -> String? {
    let parts = line.split(separator: "\"text\":", maxSplits: 1)
    guard parts.count == 2, let start = parts[1].firstIndex(of: "\"") else { return nil }
    let rest = parts[1][parts[1].index(after: start)...]
    guard let end = rest.firstIndex(of: "\""), !rest[..<end].contains("\\") else { return nil }
    return String(rest[..<end])
  }

  func run(emptyProgram: String?) {
    guard let child = ChildProgram(program, ["ask", "--batch", "--format", "json"]) else {
      print("cannot start \(program)")
      return
    }
    _ = child.ask("warm up")
    var times: [Double] = []
    for question in questions {
      let start = Stopwatch.seconds
      _ = child.ask(question)
      times.append((Stopwatch.seconds - start) * 1000)
    }
    print("questions of at most 20 words, message to whole reply, through the program:")
    print(
      "  p50 \(Sample.rounded(Sample.percentile(times, 0.5))) ms,",
      "p99 \(Sample.rounded(Sample.percentile(times, 0.99))) ms of \(times.count),",
      "resident at most \(Sample.rounded(child.peakMegabytes)) MB")
    child.finish()
    let encoder = SentenceEncoder()
    let encodings = questions.map { question in
      let start = Stopwatch.processorSeconds
      _ = encoder.encode(question)
      return (Stopwatch.processorSeconds - start) * 1000
    }
    print(
      "  sentence encoder alone, processor time: p50 \(Sample.rounded(Sample.percentile(encodings, 0.5))) ms"
    )
    let ask = start(program, ["ask", "how long should I ice my heel after a run tomorrow"])
    print("one-shot ask: median \(Sample.rounded(ask)) ms")
    if let emptyProgram {
      let empty = start(emptyProgram, [])
      print("empty Swift program: median \(Sample.rounded(empty)) ms,")
      print("  so ask takes \(Sample.rounded(ask / max(empty, 0.001))) times as long")
    }
  }

  /// Median time in milliseconds of 21 starts to their end.
  private func start(_ path: String, _ arguments: [String]) -> Double {
    let times = (0..<21).map { _ in
      let start = Stopwatch.seconds
      ChildProgram(path, arguments)?.finish()
      return (Stopwatch.seconds - start) * 1000
    }
    return Sample.percentile(times, 0.5)
  }
}
