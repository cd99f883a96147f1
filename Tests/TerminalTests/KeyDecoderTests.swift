import Terminal
import TestSupport
import Testing

@Suite struct KeyDecoderTests {
  struct Case: Sendable {
    var bytes: String
    var keys: [Key]
  }

  static let cases: [Case] = [
    Case(bytes: "aé日😀", keys: [.scalar("a"), .scalar("é"), .scalar("日"), .scalar("😀")]),
    Case(bytes: "\u{1B}[A\u{1B}OB", keys: [.named(.up), .named(.down)]),
    Case(
      bytes: "\u{1B}[1;5C\u{1B}[1;3D\u{1B}\u{1B}[C",
      keys: [.named(.wordRight), .named(.wordLeft), .named(.wordRight)]),
    Case(bytes: "\u{1B}[1;2C\u{1B}[1;1D", keys: [.named(.right), .named(.left)]),
    Case(bytes: "\u{1B}[3~\u{1B}[3;5~", keys: [.named(.delete), .named(.deleteWord)]),
    Case(
      bytes: "\u{1B}[5~\u{1B}[6~\u{1B}[Z",
      keys: [.named(.pageUp), .named(.pageDown), .named(.backTab)]),
    Case(
      bytes: "\u{1B}\r\u{1B}[13;2u\u{1B}[27;5;13~\u{1B}OM",
      keys: Array(repeating: .named(.newline), count: 4)),
    Case(bytes: "\u{1B}b\u{1B}", keys: [.scalar("\u{1B}"), .scalar("b"), .scalar("\u{1B}")]),
    Case(bytes: "\u{1B}[\u{3}", keys: [.scalar("\u{1B}"), .scalar("["), .scalar("\u{3}")]),
    Case(bytes: "\u{1B}[[A", keys: [.unknown(Array("\u{1B}[[A".utf8))]),
    Case(
      bytes: "\u{1B}[200~a\rb\r\nc\u{7}\td\n\u{1B}[201~e",
      keys: [.paste("a\nb\nc\td"), .scalar("e")]),
    Case(bytes: "\u{1B}[200~\u{1B}[201~", keys: [.paste("")]),
    Case(bytes: "\u{1B}[200~\u{1B}[31mred\u{1B}[201~", keys: [.paste("[31mred")]),
    Case(bytes: "a\u{85}\u{9B}b", keys: [.scalar("a"), .scalar("b")]),
    Case(bytes: "\u{F0000}", keys: [.scalar("\u{FFFD}")]),
    Case(bytes: "\u{1B}[200~\u{F0000}\u{1B}[201~", keys: [.paste("\u{FFFD}")]),
  ]

  /// However the bytes are torn apart, the keys are the same.
  @Test(arguments: cases) func decodes(_ item: Case) {
    var random = SeededGenerator(seed: 1)
    for _ in 0..<20 {
      var decoder = KeyDecoder()
      var keys: [Key] = []
      var rest = Array(item.bytes.utf8)[...]
      while !rest.isEmpty {
        let count = Int.random(in: 1...rest.count, using: &random)
        decoder.feed(rest.prefix(count))
        rest = rest.dropFirst(count)
        while let key = decoder.next() { keys.append(key) }
      }
      while let key = decoder.next(atPause: true) { keys.append(key) }
      #expect(keys == item.keys)
    }
  }

  @Test func brokenBytesAreReplacedAndNeverStopIt() {
    var random = SeededGenerator(seed: 2)
    for _ in 0..<2_000 {
      var decoder = KeyDecoder()
      let bytes = (0..<Int.random(in: 1...12, using: &random)).map { _ in
        UInt8.random(in: 0...255, using: &random)
      }
      decoder.feed(bytes)
      decoder.feed(Array("\u{1B}[201~".utf8) + Array("z".utf8))
      var last: Key?
      while let key = decoder.next(atPause: true) { last = key }
      #expect(last == .scalar("z"), "\(bytes)")
    }
    var decoder = KeyDecoder()
    decoder.feed([0x61, 0xFF, 0xC3, 0x62, 0xE2, 0x82])
    var keys: [Key] = []
    while let key = decoder.next(atPause: true) { keys.append(key) }
    #expect(
      keys == [
        .scalar("a"), .scalar("\u{FFFD}"), .scalar("\u{FFFD}"), .scalar("b"), .scalar("\u{FFFD}"),
      ])
  }

  @Test func sequencesThatTheUserHasBoundAreHandedOn() {
    var decoder = KeyDecoder()
    decoder.bound = [Array("\u{1B}[A".utf8)]
    decoder.feed(Array("\u{1B}[A\u{1B}[B".utf8))
    #expect(decoder.next() == .unknown(Array("\u{1B}[A".utf8)))
    #expect(decoder.next() == .named(.down))
  }
}
