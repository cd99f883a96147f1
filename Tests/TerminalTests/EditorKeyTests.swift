import Testing

/// Keys in, the line that was read out; on a real pseudo-terminal, at three widths, in both key maps.
@Suite struct EditorKeyTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var name: String
    var keys: String
    var line: String
    var modes = ["emacs", "vi"]

    var testDescription: String { name }
  }

  static let escape = "\u{1B}"
  static let left = "\u{1B}[D"
  static let right = "\u{1B}[C"
  static let family = "\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}"
  static let backspace = "\u{7F}"

  static let cases: [Case] = [
    Case(name: "letters of all widths", keys: "é 日本 😀 ok", line: "é 日本 😀 ok"),
    Case(name: "Latin-1 letters that libedit could take for keys", keys: "ÀéÿĀ§×", line: "ÀéÿĀ§×"),
    Case(name: "a mark joins its letter", keys: "cafe\u{301}", line: "caf\u{E9}"),
    Case(name: "backspace takes letter and mark", keys: "ae\u{301}" + backspace, line: "a"),
    Case(name: "backspace takes a family", keys: "a\(family)b" + backspace + backspace, line: "a"),
    Case(name: "backspace takes a flag", keys: "🇫🇷🇯🇵" + backspace, line: "🇫🇷"),
    Case(name: "left goes over a family", keys: "a\(family)" + left + "x", line: "ax\(family)"),
    Case(name: "right goes over a mark", keys: "e\u{323}b\u{1}" + right + "x", line: "ẹxb"),
    Case(name: "delete before wide letters", keys: "日本語" + left + left + "\u{1B}[3~", line: "日語"),
    Case(name: "home and end", keys: "b\u{1B}[Ha\u{1B}[Fc", line: "abc"),
    Case(name: "home and end of rxvt", keys: "b\u{1B}[7~a\u{1B}[8~c", line: "abc"),
    Case(name: "application cursor keys", keys: "bc\u{1B}OD\u{1B}ODa\u{1B}OC-", line: "ab-c"),
    Case(
      name: "control-left and -right", keys: "one two\u{1B}[1;5D\u{1B}[1;5Dx\u{1B}[1;5Cy",
      line: "xoney two"),
    Case(name: "cut a word", keys: "one two\u{17}three", line: "one three"),
    Case(name: "cut to the start", keys: "one two\u{15}three", line: "three"),
    Case(
      name: "cut to the end and put back", keys: "one two\u{1B}[1;5D\u{B}1 \u{19}",
      line: "one 1 two"),
    Case(
      name: "deleting leaves what was cut", keys: "one\u{15}abc" + backspace + "\u{19}",
      line: "abone"),
    Case(name: "undo takes a word", keys: "one two\u{1F}\u{1F}1", line: "1"),
    Case(name: "undo of a cut", keys: "one two\u{15}\u{1F}", line: "one two"),
    Case(name: "a newline by Alt-Enter", keys: "one\u{1B}\rtwo", line: "one⏎two"),
    Case(name: "a newline by a backslash", keys: "one\\\rtwo", line: "one⏎two"),
    Case(name: "two backslashes are text", keys: "one\\\\", line: "one\\\\"),
    Case(name: "up in a text of lines", keys: "ab\u{1B}\rcd\u{1B}[Ax", line: "abx⏎cd"),
    Case(
      name: "a paste of lines", keys: "\u{1B}[200~one\r\ttwo\nthree \u{7}é\r\n\u{1B}[201~!",
      line: "one⏎␉two⏎three é!"),
    Case(
      name: "a paste in the middle", keys: "ad" + left + "\u{1B}[200~bc\u{1B}[201~", line: "abcd"),
    Case(name: "unknown keys do nothing", keys: "a\u{1B}[15~\u{1B}[99;99X\u{1B}[Ib", line: "ab"),
    Case(name: "a broken byte is visible", keys: "a\u{FFFD}b", line: "a\u{FFFD}b"),
    Case(name: "a quoted control character", keys: "a\u{16}\u{1}b", line: "a␁b"),
    Case(name: "delete, not leave, in a line", keys: "ab" + left + left + "\u{4}", line: "b"),
    Case(name: "search finds nothing", keys: "abc\u{12}zzz\u{7}d", line: "abcd"),
    Case(name: "down without history", keys: "abc\u{1B}[B\u{1B}[A", line: "abc"),

    Case(
      name: "Alt-b and Alt-f", keys: "one two\u{1B}b\u{1B}bx\u{1B}fy", line: "xoney two",
      modes: ["emacs"]),
    Case(
      name: "Alt-d and Alt-Backspace", keys: "one two three\u{1B}b\u{1B}\u{7F}\u{1B}d",
      line: "one ", modes: ["emacs"]),
    Case(
      name: "cuts in a row are one", keys: "one two three\u{17}\u{17}x\u{19}",
      line: "one xtwo three", modes: ["emacs"]),
    Case(
      name: "what was cut before", keys: "one\u{15}two\u{15}\u{19}\u{1B}y", line: "one",
      modes: ["emacs"]),
    Case(name: "upper case", keys: "été\u{1}\u{1B}u", line: "ÉTÉ", modes: ["emacs"]),
    Case(
      name: "Alt-Left as two escapes", keys: "ab cd\u{1B}\u{1B}[Dx", line: "ab xcd",
      modes: ["emacs"]),

    Case(name: "vi: x takes a family", keys: "a\(family)b\(escape)hx", line: "ab", modes: ["vi"]),
    Case(
      name: "vi: x takes letter and mark", keys: "ae\u{323}b\(escape)hx", line: "ab", modes: ["vi"]),
    Case(
      name: "vi: r writes over a family", keys: "a\(family)b\(escape)hrx", line: "axb",
      modes: ["vi"]),
    Case(
      name: "vi: R writes over letters and families",
      keys: "a\(family)e\u{323}b\(escape)0Rxyz", line: "xyzb", modes: ["vi"]),
    Case(
      name: "vi: a case changes under its mark", keys: "e\u{323}\(escape)~", line: "\u{1EB8}",
      modes: ["vi"]),
    Case(
      name: "vi: Escape in command mode loses no key",
      keys: "abc\(escape)\(escape)\(escape)x", line: "ab", modes: ["vi"]),
    Case(
      name: "vi: Escape ends a count and an operator",
      keys: "abcdef\(escape)03\(escape)d\(escape)x", line: "bcdef", modes: ["vi"]),
    Case(name: "vi: dw", keys: "one two three\(escape)bbdw", line: "one three", modes: ["vi"]),
    Case(name: "vi: dl and ch", keys: "abcd\(escape)0dlAx", line: "bcdx", modes: ["vi"]),
    Case(name: "vi: 3x", keys: "abcdef\(escape)03x", line: "def", modes: ["vi"]),
    Case(name: "vi: cw", keys: "one two\(escape)0cwfour", line: "four two", modes: ["vi"]),
    Case(name: "vi: u undoes", keys: "one two\(escape)0dwu", line: "one two", modes: ["vi"]),
    Case(
      name: "vi: arrows while inserting", keys: "ab" + left + "x" + right + "y", line: "axby",
      modes: ["vi"]),
    Case(
      name: "vi: a newline by Alt-Enter", keys: "one\u{1B}\rtwo", line: "one⏎two", modes: ["vi"]),
    Case(name: "vi: yank and put", keys: "ab cd\(escape)0ywP", line: "ab ab cd", modes: ["vi"]),
  ]

  struct Place: CustomTestStringConvertible, Sendable {
    var columns: Int
    var locale: String
    var joins: Bool

    var testDescription: String { "\(columns) columns, \(locale)" }
  }

  static let places = [
    Place(columns: 20, locale: "C.UTF-8", joins: true),
    Place(columns: 80, locale: "C", joins: false),
    Place(columns: 200, locale: "C.UTF-8", joins: true),
  ]

  @Test(arguments: cases, places) func readsWhatWasTyped(_ item: Case, _ place: Place) throws {
    for mode in item.modes {
      let probe = try Probe(mode: mode, locale: place.locale)
      let terminal = try probe.start(columns: place.columns)
      terminal.joinEmoji(place.joins)
      terminal.type(item.keys + "\r")
      // The line may come in parts.
      var read: String?
      terminal.wait("the line that was read, \(mode)") { _ in
        read = Self.line(in: String(decoding: terminal.written, as: UTF8.self))
        return read != nil
      }
      #expect(
        read?.unicodeScalars.elementsEqual(item.line.unicodeScalars) == true,
        "\(mode): \(read ?? "nothing")")
      terminal.type("\u{4}")
      #expect(terminal.waitForExit() == 0, "\(mode)")
      #expect(terminal.changedModes == [], "\(mode)")
      #expect(terminal.screen.complaints.isEmpty)
    }
  }

  static func line(in written: String) -> String? {
    guard let start = written.range("read 1 <") else { return nil }
    let rest = written[start...]
    return rest.range(">\r\n", isEnd: false).map { String(rest[..<$0]) }
  }
}

extension StringProtocol {
  /// The place behind (or of) the first `text` in it.
  func range(_ text: String, isEnd: Bool = true) -> Index? {
    var place = unicodeScalars.startIndex
    let wanted = Array(text.unicodeScalars)
    while place < unicodeScalars.endIndex {
      let rest = unicodeScalars[place...]
      if rest.starts(with: wanted) {
        return isEnd ? unicodeScalars.index(place, offsetBy: wanted.count) : place
      }
      place = unicodeScalars.index(after: place)
    }
    return nil
  }
}
