import BenchmarkSupport
import Matching
import SentenceEncoder

/// Trains the matcher on any set of intents and prints how well it does.
///
///     intent-bench --train T --valid V --test S [--oos-valid A --oos-test B]
///
/// Files are TSV, `text<TAB>label`. The validation files serve only to weigh the signs of a message
/// out of scope against each other and to choose the threshold; the test files only to judge.
@main
struct IntentBench {
  static func main() throws {
    var files: [String: String] = [:]
    var arguments = CommandLine.arguments.dropFirst()
    while let name = arguments.popFirst(), let value = arguments.popFirst() { files[name] = value }
    guard let train = rows("--train", files), let test = rows("--test", files) else {
      print("usage: intent-bench --train T --valid V --test S [--oos-valid A --oos-test B]")
      return
    }
    let encoder = SentenceEncoder()
    var set = TrainingSet()
    for row in train { set.add(row.text, .topic(row.label)) }
    let start = Stopwatch.processorSeconds
    let matcher = try Matcher(MatcherTraining.train(set, encoder: encoder), encoder: encoder)
    let trained = Stopwatch.processorSeconds
    let judged = judge(test, matcher)
    let spent = Stopwatch.processorSeconds - trained
    print("training, processor time: \(rounded(trained - start)) s for \(train.count) texts")
    print("median and 99th percentile of \(test.count) texts, processor ms:", percentiles(judged))
    print("mean, ms: \(rounded(spent / Double(max(test.count, 1)) * 1000))")
    print("in-scope accuracy: \(percent(judged.filter(\.isRight).count, judged.count)) %")
    if let valid = rows("--valid", files), let outsideValid = rows("--oos-valid", files),
      let outsideTest = rows("--oos-test", files)
    {
      let detector = OutsideDetector(
        inside: judge(valid, matcher), outside: judge(outsideValid, matcher))
      detector.report(inside: judged, outside: judge(outsideTest, matcher))
    }
  }

  private static func rows(
    _ option: String, _ files: [String: String]
  ) -> [(text: String, label: String)]? {
    files[option].flatMap { LineFile.rows(of: $0) }
  }

  private static func judge(
    _ rows: [(text: String, label: String)], _ matcher: Matcher
  ) -> [Judged] {
    rows.map { row in
      let start = Stopwatch.processorSeconds
      let result = matcher.match(row.text)
      return Judged(
        isRight: result.candidates.first { $0.intent != nil }?.intent?.id == row.label,
        signs: result.signs, seconds: Stopwatch.processorSeconds - start)
    }
  }

  private static func percentiles(_ judged: [Judged]) -> String {
    let sorted = judged.map(\.seconds).sorted()
    guard !sorted.isEmpty else { return "-" }
    let high = sorted[min(sorted.count - 1, sorted.count * 99 / 100)]
    return "\(rounded(sorted[sorted.count / 2] * 1000)) \(rounded(high * 1000))"
  }

  static func percent(_ count: Int, _ total: Int) -> Double {
    rounded(Double(count) / Double(max(total, 1)) * 100)
  }

  static func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }
}

/// One text with what the matcher made of it.
struct Judged {
  var isRight: Bool
  /// Signs of being in scope.
  var signs: [Double]
  var seconds: Double
}
