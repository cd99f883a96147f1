/// Expected and actual sentences side by side, with as little change as possible.
///
/// It serves the line diff of a failure and the recorder, which keeps what still holds.
struct ReplyAlignment {
  /// A sentence of the expected reply, or `...`.
  struct Expected: Hashable {
    var text: String
    /// Whether a blank line stands before it.
    var opensBlock: Bool
    var opensLine: Bool
    var isAnything: Bool
    /// Mark of an optional passage.
    var isOptional: Bool
  }

  enum Step: Hashable {
    case same(Expected, [ReplyText.Sentence])
    /// What `...` stands for; may be nothing.
    case absorbed(Expected, [ReplyText.Sentence])
    case replaced(Expected, ReplyText.Sentence)
    case missing(Expected)
    case extra(ReplyText.Sentence)
  }

  let steps: [Step]

  init(_ reply: ExpectedReply, _ text: String) {
    let search = Search(expected: Self.expected(reply), actual: ReplyText.sentences(of: text))
    steps = search.steps()
  }

  /// Expected lines as sentences; forbidden lines are not among them.
  static func expected(_ reply: ExpectedReply) -> [Expected] {
    var all: [Expected] = []
    var opensBlock = true
    var run: (text: String, isOptional: Bool)?
    func flush() {
      guard let ended = run else { return }
      for (place, sentence) in ReplyText.split(ended.text[...]).enumerated() {
        all.append(
          Expected(
            text: sentence, opensBlock: opensBlock, opensLine: opensBlock || place == 0,
            isAnything: false, isOptional: ended.isOptional))
        opensBlock = false
      }
      run = nil
    }
    for line in reply.lines {
      switch line.kind {
      case .forbidden: continue
      case .blank:
        flush()
        opensBlock = true
      case .anything:
        flush()
        all.append(
          Expected(
            text: "...", opensBlock: opensBlock, opensLine: true, isAnything: true,
            isOptional: false))
        opensBlock = false
      case .text, .optional:
        let isOptional = line.kind == .optional
        if let current = run, current.isOptional == isOptional, !opensLine(line.text) {
          run = (current.text + " " + line.text, isOptional)
        } else {
          flush()
          run = (line.text, isOptional)
        }
      }
    }
    flush()
    return all
  }

  /// Whether a line of a file begins a point of a list.
  private static func opensLine(_ text: String) -> Bool {
    let number = text.prefix(while: \.isNumber)
    return text.hasPrefix("- ") || (!number.isEmpty && text.dropFirst(number.count).first == " ")
  }
}

extension ReplyAlignment {
  /// Least-cost alignment over expected · actual places.
  private struct Search {
    let expected: [Expected]
    let actual: [ReplyText.Sentence]

    private static let missing = 1.2
    private static let extra = 1.0

    private enum Move {
      case end
      case same(Int)
      case absorb, leave, replace, missing, extra
    }

    func steps() -> [Step] {
      let moves = moves()
      var steps: [Step] = []
      var (row, column) = (0, 0)
      var absorbed: [ReplyText.Sentence] = []
      while true {
        switch moves[row][column] {
        case .end: return steps
        case .same(let count):
          steps.append(.same(expected[row], Array(actual[column..<column + count])))
          row += 1
          column += count
        case .absorb:
          absorbed.append(actual[column])
          column += 1
        case .leave:
          steps.append(.absorbed(expected[row], absorbed))
          absorbed = []
          row += 1
        case .replace:
          steps.append(.replaced(expected[row], actual[column]))
          row += 1
          column += 1
        case .missing:
          steps.append(.missing(expected[row]))
          row += 1
        case .extra:
          steps.append(.extra(actual[column]))
          column += 1
        }
      }
    }

    /// The best move from every place, worked out from the end.
    private func moves() -> [[Move]] {
      let rows = expected.count
      let columns = actual.count
      var costs = [[Double]](repeating: [Double](repeating: 0, count: columns + 1), count: rows + 1)
      var moves = [[Move]](
        repeating: [Move](repeating: .end, count: columns + 1), count: rows + 1)
      for row in stride(from: rows, through: 0, by: -1) {
        for column in stride(from: columns, through: 0, by: -1) {
          if row == rows, column == columns { continue }
          var best: (cost: Double, move: Move) = (.infinity, .end)
          func offer(_ cost: Double, _ move: Move) {
            if cost < best.cost { best = (cost, move) }
          }
          if row < rows, expected[row].isAnything {
            offer(costs[row + 1][column], .leave)
            if column < columns { offer(costs[row][column + 1] + 1e-6, .absorb) }
          } else if row < rows {
            for count in matchingCounts(row, column) {
              offer(costs[row + 1][column + count], .same(count))
            }
            if column < columns {
              let unlike = 1 - 0.9 * likeness(expected[row].text, actual[column].text)
              offer(unlike + costs[row + 1][column + 1], .replace)
            }
            let price = expected[row].isOptional ? 0 : Self.missing
            offer(price + costs[row + 1][column], .missing)
          }
          if column < columns { offer(Self.extra + costs[row][column + 1], .extra) }
          costs[row][column] = best.cost
          moves[row][column] = best.move
        }
      }
      return moves
    }

    /// How many actual sentences of one block the expected one stands for; `[..]` may span several.
    private func matchingCounts(_ row: Int, _ column: Int) -> [Int] {
      let sentence = expected[row].text
      let pattern = ReplyPattern([.init(kind: .text, text: sentence, index: 0)])
      let limit = sentence.contains("[..]") ? 6 : 1
      var counts: [Int] = []
      var words: [Substring] = []
      for count in 1...limit where column + count <= actual.count {
        let next = actual[column + count - 1]
        if count > 1, next.opensBlock { break }
        words += next.text.split(separator: " ")
        if pattern.matches(words) { counts.append(count) }
      }
      return counts
    }

    /// Share of words in common, 0 to 1.
    private func likeness(_ a: String, _ b: String) -> Double {
      let left = Set(a.split(separator: " "))
      let right = Set(b.split(separator: " "))
      guard !left.isEmpty, !right.isEmpty else { return 0 }
      return Double(2 * left.intersection(right).count) / Double(left.count + right.count)
    }
  }
}
