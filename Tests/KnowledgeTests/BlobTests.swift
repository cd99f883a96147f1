import Knowledge
import Testing

@Suite struct BlobTests {
  static let sample: [UInt8] = {
    var first = BlobEncoder()
    first.text("Wärme, “quoted”")
    first.number(0)
    first.number(63)
    first.number(64)
    first.number(1_000_000_007)
    first.signed(-5)
    first.signed(5)
    first.double(-0.1)
    first.symbols(["ice", "rolling", "ice"])
    var symbols = BlobEncoder()
    symbols.texts(first.symbols)
    var writer = BlobWriter()
    writer.addSection("first", first.bytes)
    writer.addSection("symbols", symbols.bytes)
    writer.addSection("empty", [])
    writer.addSection("weights", Array(0...127))
    return writer.finish()
  }()

  @Test func sectionsComeBack() throws {
    try Self.sample.withUnsafeBytes { bytes in
      let blob = try Blob(bytes: bytes)
      #expect(blob.entries.map(\.name) == ["first", "symbols", "empty", "weights"])
      #expect(blob.section("none") == nil)
      #expect(blob.section("empty")?.count == 0)
      #expect(blob.section("weights").map(Array.init) == Array(0...127))
      for entry in blob.entries { #expect(entry.range.lowerBound % Blob.alignment == 0) }
      var symbols = BlobDecoder(try blob.requiredSection("symbols"))
      var first = BlobDecoder(try blob.requiredSection("first"), symbols: try symbols.texts())
      #expect(try first.text() == "Wärme, “quoted”")
      #expect(try first.number() == 0)
      #expect(try first.number() == 63)
      #expect(try first.number() == 64)
      #expect(try first.number() == 1_000_000_007)
      #expect(try first.signed() == -5)
      #expect(try first.signed() == 5)
      #expect(try first.double() == -0.1)
      #expect(try first.symbols() == ["ice", "rolling", "ice"])
      #expect(first.isAtEnd)
      #expect(throws: BlobError.missingSection("none")) { try blob.requiredSection("none") }
    }
  }

  @Test func theContainerIsTextForALiteral() {
    #expect(String(validating: Self.sample, as: UTF8.self) != nil)
  }

  @Test func aLiteralCanBeOpened() {
    #expect(throws: BlobError.notABlob) { try Blob("no knowledge") }
    #expect(throws: BlobError.notABlob) { try Blob("") }
    #expect(throws: BlobError.truncated(at: 22)) { try Blob("firststep knowledge\n\u{1}\0") }
  }

  @Test func anotherVersionIsNamed() {
    var bytes = Self.sample
    bytes[Blob.magic.utf8CodeUnitCount] = 99
    #expect(throws: BlobError.version(found: 99, expected: Blob.version)) {
      try bytes.withUnsafeBytes { _ = try Blob(bytes: $0) }
    }
  }

  @Test func everyShorterContainerIsRefusedOrSafe() {
    for count in 0..<Self.sample.count {
      Self.sample[..<count].withUnsafeBytes { bytes in
        guard let blob = try? Blob(bytes: bytes) else { return }
        for entry in blob.entries { #expect(entry.range.upperBound <= count) }
      }
    }
  }

  @Test func everyDamagedByteIsRefusedOrSafe() {
    for index in Self.sample.indices {
      for value: UInt8 in [0, 1, 63, 64, 127, 128, 255] {
        var bytes = Self.sample
        bytes[index] = value
        bytes.withUnsafeBytes { bytes in
          guard let blob = try? Blob(bytes: bytes), let section = blob.section("first") else {
            return
          }
          var decoder = BlobDecoder(section)
          while (try? decoder.texts()) != nil, !decoder.isAtEnd {}
        }
      }
    }
  }

  @Test(arguments: [[0x40], [0x7F, 0x7F], [], [0x80], [UInt8](repeating: 0x7F, count: 20)])
  func badNumbersAreErrors(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { bytes in
      var decoder = BlobDecoder(bytes)
      #expect(throws: BlobError.self) { try decoder.number() }
    }
  }

  @Test func aHugeCountIsRefusedBeforeItIsReserved() {
    var encoder = BlobEncoder()
    encoder.number(1 << 40)
    encoder.bytes.withUnsafeBytes { bytes in
      var decoder = BlobDecoder(bytes)
      #expect(throws: BlobError.self) { try decoder.texts() }
    }
  }
}
