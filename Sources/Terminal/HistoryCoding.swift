/// The file form of libedit's history: a header, then one entry a line in the manner of vis(3).
///
/// libedit writes a blank as `\040`, a tab as `\011`, a newline as `\012` and a backslash as `\134`;
/// letters stay as they are. Reading is lenient: what cannot be understood is kept as it stands, and
/// broken UTF-8 is repaired with U+FFFD.
package enum HistoryCoding {
  package static let header = "_HiStOrY_V2_"

  package static func encode(_ entries: some Sequence<String>) -> [UInt8] {
    var bytes = Array((header + "\n").utf8)
    for entry in entries {
      for byte in entry.utf8 {
        if byte <= 0x20 || byte == 0x7F || byte == 0x5C {
          bytes.append(0x5C)
          bytes.append(0x30 + (byte >> 6))
          bytes.append(0x30 + (byte >> 3) & 7)
          bytes.append(0x30 + byte & 7)
        } else {
          bytes.append(byte)
        }
      }
      bytes.append(0x0A)
    }
    return bytes
  }

  /// Entries of a file, oldest first; a missing header and empty lines do no harm.
  package static func decode(_ bytes: [UInt8]) -> [String] {
    var entries: [String] = []
    for line in bytes.split(separator: 0x0A) {
      if entries.isEmpty, line.elementsEqual(header.utf8) { continue }
      let text = String(decoding: decodeEntry(line), as: UTF8.self)
      if !text.isEmpty { entries.append(text) }
    }
    return entries
  }

  private static func decodeEntry(_ line: ArraySlice<UInt8>) -> [UInt8] {
    guard line.contains(0x5C) else { return line.filter { $0 != 0 } }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(line.count)
    var index = line.startIndex
    while index < line.endIndex {
      let byte = line[index]
      index += 1
      guard byte == 0x5C, index < line.endIndex else {
        if byte != 0 { bytes.append(byte) }
        continue
      }
      let rest = line[index...]
      if let (value, length) = escape(rest) {
        index += length
        if value != 0 { bytes.append(value) }
      } else {
        bytes.append(byte)
      }
    }
    return bytes
  }

  /// The byte that an escape stands for, and the bytes it takes after the backslash.
  private static func escape(_ rest: ArraySlice<UInt8>) -> (value: UInt8, length: Int)? {
    let digits = rest.prefix(3).prefix { (0x30...0x37).contains($0) }
    if digits.count == 3 {
      let value = digits.reduce(0) { $0 * 8 + Int($1 - 0x30) }
      return value < 256 ? (UInt8(value), 3) : nil
    }
    guard let kind = rest.first else { return nil }
    let second = rest.dropFirst().first
    let third = rest.dropFirst(2).first
    switch kind {
    case UInt8(ascii: "\\"): return (0x5C, 1)
    case UInt8(ascii: "n"): return (0x0A, 1)
    case UInt8(ascii: "t"): return (0x09, 1)
    case UInt8(ascii: "s"): return (0x20, 1)
    case UInt8(ascii: "^"): return second.map { ($0 == UInt8(ascii: "?") ? 0x7F : $0 & 0x1F, 2) }
    case UInt8(ascii: "M"):
      guard let second, let third else { return nil }
      if second == UInt8(ascii: "-") { return (third | 0x80, 3) }
      if second == UInt8(ascii: "^") {
        return ((third == UInt8(ascii: "?") ? 0x7F : third & 0x1F) | 0x80, 3)
      }
      return nil
    default: return nil
    }
  }
}
