import Knowledge

/// Which aspects the words of a message ask about.
enum AspectWords {
  /// Aspects of which a phrase stands among the words.
  static func aspects(of words: [String]) -> Set<Aspect> {
    let text = Array((" " + words.joined(separator: " ") + " ").utf8)
    let blanks = text.indices.filter { text[$0] == UInt8(ascii: " ") }
    var found: Set<Aspect> = []
    for (aspect, phrases) in table where phrases.contains(where: { stands($0, in: text, blanks) }) {
      found.insert(aspect)
    }
    return found
  }

  /// Whether a phrase, which begins with a blank, stands in a text. A hundredth of the time of the
  /// general search.
  private static func stands(_ phrase: String, in text: [UInt8], _ blanks: [Int]) -> Bool {
    blanks.contains { text[$0...].starts(with: phrase.utf8) }
  }

  /// Phrases with a blank on both sides, or on the left only where endings may follow; the blank on
  /// the left is never left out.
  private static let table: [(Aspect, [String])] = [
    (
      .howLong,
      [
        " how long ", " how many minutes", " how many weeks", " how many months",
        " how many seconds",
        " duration", " for how ",
      ]
    ),
    (.howOften, [" how often ", " how many times", " every day ", " daily ", " times a "]),
    (.howMuch, [" how much ", " how many ", " how hard ", " how heavy ", " how far ", " dose "]),
    (
      .howSoon,
      [" how soon ", " how quickly ", " when can ", " when could ", " when may ", " until "]
    ),
    (.why, [" why ", " reason", " how come ", " what causes "]),
    (.which, [" which ", " what kind ", " what type ", " best ", " brand"]),
    (.safe, [" safe", " harm", " danger", " risk", " side effect", " bad for ", " ok to "]),
    (.how, [" how do ", " how to ", " how should ", " how exactly ", " steps ", " technique"]),
    (.when, [" when ", " before or after "]),
    (.who, [" who "]),
    (.place, [" where "]),
    (
      .evidence,
      [
        " evidence", " proof", " proven", " stud", " research", " science", " really work",
        " actually work", " does it work ", " do they work ",
      ]
    ),
    (.cost, [" cost", " price", " expensive", " cheap", " pay "]),
    (.difference, [" differ", " disagree", " versus ", " vs ", " contradict", " agree "]),
    (
      .noHelp,
      [
        " no help ", " not help", " doesn't help ", " nothing ", " no change ", " didn't work ",
        " isn't working ", " not working ", " no better ", " stopped working ",
      ]
    ),
    (.atNight, [" night", " sleep", " bed "]),
    (.morning, [" morning", " wake ", " waking "]),
    (.bothFeet, [" both feet ", " both heels ", " two feet "]),
    (.age, [" age ", " old ", " older ", " masters ", " over 40 ", " over 50 ", " over 60 "]),
    (.menopause, [" menopaus", " perimenopaus", " hormon", " hrt "]),
    (.race, [" race", " marathon", " 10k ", " parkrun "]),
    (.pregnancy, [" pregnan", " breastfeed"]),
    (.beforeRun, [" before a run ", " before running ", " before i run ", " before my run "]),
    (.afterRun, [" after a run ", " after running ", " after i run ", " after my run "]),
    (.instead, [" instead ", " alternative", " rather than ", " other than ", " replace"]),
    (.stop, [" stop ", " quit ", " give up "]),
  ]
}
