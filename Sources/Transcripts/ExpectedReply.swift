/// The lines that a reply is compared with, as they stand in the file.
package struct ExpectedReply: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// Words that must be there; `[..]` stands for any words.
    case text
    /// `...`: any lines, or none.
    case anything
    /// `? words`: may be there.
    case optional
    /// `! words`: must not be anywhere in the reply.
    case forbidden
    /// Empty: the end of a block.
    case blank
  }

  package struct Line: Hashable, Sendable {
    package var kind: Kind
    /// Without indentation and mark.
    package var text: String
    /// Place in the file's lines, from 0.
    package var index: Int
  }

  package var lines: [Line] = []

  /// More optional passages than this in a reply are refused; each doubles the comparisons.
  package static let optionalLimit = 6

  package var isEmpty: Bool { lines.isEmpty }

  package var forbidden: [Line] { lines.filter { $0.kind == .forbidden } }

  /// Whether there are lines that the whole reply is compared with; forbidden lines alone accept
  /// any other reply.
  package var comparesWhole: Bool {
    lines.contains { $0.kind != .forbidden && $0.kind != .blank }
  }

  package init(lines: [Line] = []) {
    self.lines = lines
  }

  /// Every way to read the optional passages: with each of them there or not.
  var readings: [[Line]] {
    var passages: [Range<Int>] = []
    for (place, line) in lines.enumerated() where line.kind == .optional {
      if let last = passages.last, last.upperBound == place {
        passages[passages.count - 1] = last.lowerBound..<place + 1
      } else {
        passages.append(place..<place + 1)
      }
    }
    guard !passages.isEmpty else { return [lines] }
    return (0..<(1 << passages.count)).map { mask in
      var absent: Set<Int> = []
      for (bit, passage) in passages.enumerated() where mask >> bit & 1 == 1 {
        absent.formUnion(passage)
      }
      return lines.indices.filter { !absent.contains($0) }.map { lines[$0] }
    }
  }

  /// How many optional passages there are.
  var optionalCount: Int {
    var count = 0
    var previous = Kind.blank
    for line in lines {
      if line.kind == .optional, previous != .optional { count += 1 }
      previous = line.kind
    }
    return count
  }
}
