/// A word without its endings, so that "raises", "raise" and "raising" are one.
///
/// It only has to bring the forms of one word together; what it makes of them need not be a word.
enum WordStem {
  static func of(_ word: String) -> String {
    var letters = Array(word.utf8)
    if let found = irregular[word] { return found }
    if letters.ends(with: "'s") { letters.removeLast(2) }
    guard letters.count > 3, letters.allSatisfy({ $0 < 0x80 }) else { return text(letters) }
    if letters.ends(with: "ies"), letters.count > 4 {
      letters.removeLast(2)
    } else if letters.ends(with: "ing"), letters.count > 5 {
      letters.removeLast(3)
      undouble(&letters)
    } else if letters.ends(with: "ed"), letters.count > 4 {
      letters.removeLast(2)
      undouble(&letters)
    } else if letters.ends(with: "s"), !letters.ends(with: "ss"), !letters.ends(with: "us") {
      letters.removeLast()
    }
    if letters.ends(with: "e"), letters.count > 2 { letters.removeLast() }
    if letters.ends(with: "y") { letters[letters.count - 1] = UInt8(ascii: "i") }
    return text(letters)
  }

  private static func undouble(_ letters: inout [UInt8]) {
    guard letters.count > 3, let last = letters.last, letters[letters.count - 2] == last,
      !"aeiouls".utf8.contains(last)
    else { return }
    letters.removeLast()
  }

  private static func text(_ letters: [UInt8]) -> String {
    String(decoding: letters, as: UTF8.self)
  }

  private static let irregular = [
    "feet": "foot", "ran": "run", "wore": "wear", "worn": "wear", "felt": "feel", "does": "do",
    "doing": "do", "did": "do", "has": "have", "had": "have", "people": "person",
    "better": "better",
    "worse": "worse", "slept": "sleep", "ate": "eat", "eaten": "eat", "bought": "buy",
  ]
}

extension [UInt8] {
  fileprivate func ends(with ending: StaticString) -> Bool {
    guard count >= ending.utf8CodeUnitCount else { return false }
    return ending.withUTF8Buffer { suffix($0.count).elementsEqual($0) }
  }
}
