import Knowledge
import Testing
import Triage

/// Whole checks in words, with the reader of free text: the message before the check, or ">" for
/// none, the answers, then what is known and the verdict.
@Suite struct CheckConversationTests {
  let table = shippedTable

  @Test(arguments: [
    "heel hurts the first mile then eases, 3/10, can i do my easy 5?|none|none"
      + " => run=1 level=1 run-easy",
    ">none|none|hurts for the first mile then goes away|about 3 out of 10|fine the next morning, "
      + "had it for a week|easy 5k same as always|yeah doing calf raises and hips"
      + " => run=1 level=1 run-easy",
    ">just a bit of swelling|no => look=1 rest-see-clinician",
    ">no swelling or anything|none|none|fades|2 => run=1 level=1 run-easy",
    ">it tingles a bit => nerve=2 urgent-care",
    ">none of those|I have type 1 diabetes|starts ok then comes on around 8k|4 maybe 5"
      + " => diabetes=1 run=2 level=2 cross-train + appointment",
    ">none|none|first steps in the morning hurt|mild|getting better|first run back after 3 weeks "
      + "off => walk=1 level=1 returning=1 modify",
    ">none|none|skip|don't know|skip"
      + " => run=? walk=? level=? nextday=? duration=? cross-train + appointment",
    ">none|i'm 16 => age=1 rest-see-clinician",
    ">none|none|it gets worse as i go => run=4 rest-see-clinician",
    ">none|none|only at the start|2|been about 4 months and no better"
      + " => run=1 level=1 duration=2 cross-train + appointment",
    ">none|none|only at the start|2|3 weeks no change|same|yes"
      + " => run=1 level=1 duration=1 run-easy + appointment",
    ">4|small blister => skin=1 cross-train + appointment",
    ">1|felt a pop => onset=2 urgent-care",
    ">none|took cipro last month => fluoro=1 cross-train + appointment",
    ">none|none|fades|4|sorry, a 2 not a 4 => run=1 level=1 run-easy",
    ">none|none|whole run|4|actually only the first mile => run=1 level=2 cross-train",
  ])
  func conversation(row: String) {
    guard let arrow = row.firstRange(of: " => ") else {
      Issue.record("no result in \(row)")
      return
    }
    let reader = { (text: String) in shippedReader.read(text).findings }
    var answers = row[..<arrow.lowerBound].split(separator: "|").map(String.init)
    var check = Check()
    if answers[0].hasPrefix(">") {
      answers[0].removeFirst()
    } else {
      check = Check(depth: .brief)
      check.take(reader(answers.removeFirst()), table: table)
    }
    for answer in answers {
      let step = check.apply(answer, table: table, reader: reader)
      #expect(step == .answered || step == .corrected, "\(answer): \(step)")
    }
    let known = Slot.allCases.compactMap { slot -> String? in
      switch check.values[slot] {
      case .notAsked, .value(0): nil
      case .value(let value): "\(slot.id)=\(value)"
      case .unknown: "\(slot.id)=?"
      }
    }
    let result = known + [table.evaluate(check.values).verdict.id]
    #expect(result.joined(separator: " ") == row[arrow.upperBound...])
  }
}
