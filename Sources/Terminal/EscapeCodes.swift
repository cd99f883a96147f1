/// Sequences for the terminal within a text.
package enum EscapeCodes {
  /// The text without control sequences (CSI) and operating system commands (OSC), as ECMA-48 has them.
  package static func removed(from text: some StringProtocol) -> String {
    guard text.utf8.contains(0x1B) else { return String(text) }
    var kept: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      guard byte == 0x1B else {
        kept.append(byte)
        continue
      }
      switch rest.popFirst() {
      case UInt8(ascii: "["):
        while let next = rest.popFirst(), !(0x40...0x7E).contains(next) {}
      case UInt8(ascii: "]"):
        while let next = rest.popFirst(), next != 0x07 {
          if next == 0x1B, rest.first == UInt8(ascii: "\\") {
            rest.removeFirst()
            break
          }
        }
      default: break
      }
    }
    return String(decoding: kept, as: UTF8.self)
  }
}
