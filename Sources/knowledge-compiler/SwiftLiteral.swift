/// Swift source that holds bytes as one string literal.
///
/// One literal of 6 MB compiles in about a second, where an array literal of 300 KB takes 28
/// (measured with Swift 6.3 on Linux).
enum SwiftLiteral {
  /// The bytes must be UTF-8.
  static func source(holding bytes: [UInt8]) throws(CompilerError) -> [UInt8] {
    guard String(validating: bytes, as: UTF8.self) != nil else { throw .notText }
    var source = Array(
      """
      // Written by knowledge-compiler at every build; do not edit.
      extension CompiledKnowledge {
        static let literal: StaticString = "
      """.utf8)
    source.reserveCapacity(source.count + bytes.count * 2)
    for byte in bytes { append(byte, to: &source) }
    source.append(contentsOf: "\"\n}\n".utf8)
    return source
  }

  private static func append(_ byte: UInt8, to source: inout [UInt8]) {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"):
      source.append(UInt8(ascii: "\\"))
      source.append(byte)
    case 0:
      source.append(contentsOf: "\\0".utf8)
    case 9:
      source.append(contentsOf: "\\t".utf8)
    case 10:
      source.append(contentsOf: "\\n".utf8)
    case 13:
      source.append(contentsOf: "\\r".utf8)
    case 1..<0x20, 0x7F:
      source.append(contentsOf: "\\u{\(String(byte, radix: 16))}".utf8)
    default:
      source.append(byte)
    }
  }
}
