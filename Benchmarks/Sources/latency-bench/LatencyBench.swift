import BenchmarkSupport
import CAllocationCount
import Knowledge
import Matching
import SentenceEncoder

/// Measures the time from a message to its topics.
///
///     latency-bench [--program PATH --questions FILE [--empty PATH]] [TOPICS ...]
///
/// With a program: latency, memory and start-up of the shipped size. With numbers of topics:
/// synthetic knowledge of that size, 20 phrasings a topic made of words of its own and words that all
/// share. Printed for each size: median and 99th percentile of the whole match, the median of the
/// sentence encoder alone, what the search costs beside it, allocations a match, and memory.
@main
struct LatencyBench {
  static func main() throws {
    var options: [String: String] = [:]
    var sizes: [Int] = []
    var arguments = CommandLine.arguments.dropFirst()
    while let argument = arguments.popFirst() {
      if let size = Int(argument) {
        sizes.append(size)
      } else {
        options[argument] = arguments.popFirst()
      }
    }
    if let program = options["--program"], let questions = options["--questions"] {
      guard let bench = ProgramBench(program: program, questions: questions) else {
        print("cannot read \(questions)")
        return
      }
      bench.run(emptyProgram: options["--empty"])
    }
    guard !sizes.isEmpty else { return }
    print("synthetic knowledge; processor time in ms, memory of this process in MB")
    print("topics  phrasings  match p50  p99  encoder p50  search p50  allocations  resident")
    for size in sizes { try measure(size) }
  }

  private static func measure(_ size: Int) throws {
    let encoder = SentenceEncoder()
    var source = SyntheticKnowledge(topics: size)
    let set = source.trainingSet()
    let matcher = try Matcher(
      MatcherTraining.sketch(set, dimensions: SentenceEncoder.dimensions), encoder: encoder)
    let questions = (0..<300).map { _ in source.question() }
    _ = matcher.match(questions[0])
    var matches: [Double] = []
    var encodings: [Double] = []
    var allocations: [Double] = []
    for question in questions {
      let before = Stopwatch.processorSeconds
      _ = encoder.encode(question)
      let middle = Stopwatch.processorSeconds
      let count = allocation_count()
      _ = matcher.match(question)
      allocations.append(Double(allocation_count() - count))
      encodings.append((middle - before) * 1000)
      matches.append((Stopwatch.processorSeconds - middle) * 1000)
    }
    let searches = zip(matches, encodings).map { $0 - $1 }
    let row = [
      Double(size), Double(set.examples.count), Sample.percentile(matches, 0.5),
      Sample.percentile(matches, 0.99), Sample.percentile(encodings, 0.5),
      Sample.percentile(searches, 0.5), Sample.percentile(allocations, 0.5), residentMegabytes(),
    ]
    print(row.map { "\(Sample.rounded($0))" }.joined(separator: "  "))
  }

  /// Resident memory as the kernel tells it; 0 where it does not.
  private static func residentMegabytes() -> Double {
    let line = LineFile.lines(of: "/proc/self/statm")?.first ?? ""
    let pages = line.split(separator: " ").dropFirst().first.flatMap { Double($0) } ?? 0
    return pages * 4096 / 1_048_576
  }
}
