/// The decision table written a second time, as simply as possible and without any code of the
/// program, so that the two can be compared.
struct NaiveTriage {
  struct Result: Equatable {
    var level: Int
    var appointment: Bool
    var rules: [String]
  }

  private var rules: [(id: String, conditions: [(String, Int)], level: Int, flag: Bool)] = []

  init() {
    for line in specifiedRules {
      let parts = line.split(separator: "|", omittingEmptySubsequences: false)
        .map { $0.split(separator: " ").joined(separator: " ") }
      let conditions = parts[1].split(separator: " ").map { condition -> (String, Int) in
        let sides = condition.split(separator: ">")
        return (String(sides[0]), Int(sides[1].dropFirst()) ?? 99)
      }
      let level = parts[2].first?.wholeNumberValue ?? 99
      rules.append((parts[0], conditions, level, parts[2].hasSuffix("+a") || level >= 3))
    }
  }

  /// `nil` is an unknown; a slot that is not there was not asked.
  func evaluate(_ values: [String: Int?]) -> Result {
    var counted: [String: Int] = [:]
    var level = 0
    var flag = false
    for (slot, value) in values {
      if let value {
        counted[slot] = value
        continue
      }
      switch slot {
      case "site", "duration": counted[slot] = 1
      case "run": counted[slot] = 3
      case "walk", "level", "nextday", "plan", "rehab", "returning": counted[slot] = 2
      case "age": counted[slot] = 0
      case "diabetes", "bonerisk", "pregnant", "general", "inflam", "injection", "fluoro":
        level = max(level, 1)
      default:
        level = max(level, 2)
        flag = true
      }
    }
    var fired: [String] = []
    for rule in rules
    where rule.conditions.allSatisfy({ (counted[$0.0] ?? 0) >= $0.1 }) {
      level = max(level, rule.level)
      flag = flag || rule.flag
      if rule.id != "S1" { fired.append(rule.id) }
    }
    return Result(level: level, appointment: flag, rules: fired.isEmpty ? ["S1"] : fired)
  }
}
