/// White space by bytes, which is many times faster than by characters; blanks that do not break are
/// none.
extension StringProtocol {
  /// Nothing but white space.
  var isBlank: Bool { utf8.allSatisfy(\.isWhiteSpace) }

  /// The words between white space.
  var words: [SubSequence] {
    var words: [SubSequence] = []
    let bytes = utf8
    var start: Index?
    for place in bytes.indices {
      if bytes[place].isWhiteSpace {
        if let begun = start { words.append(self[begun..<place]) }
        start = nil
      } else if start == nil {
        start = place
      }
    }
    if let begun = start { words.append(self[begun...]) }
    return words
  }
}

extension UInt8 {
  fileprivate var isWhiteSpace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
}
