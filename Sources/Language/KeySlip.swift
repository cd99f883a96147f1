/// Which slips fingers make: two keys in the wrong order, one left out, hit twice, or the one beside it.
///
/// These four are over 80 % of single slips (Damerau 1964, doi:10.1145/363958.363994) once a wrong
/// letter is held to the neighbouring keys.
package enum KeySlip {
  /// Whether `written` is one such slip away from `meant`; both in small letters of the alphabet.
  package static func isLikely(
    _ written: UnsafeBufferPointer<UInt8>, for meant: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    let place = zip(written, meant).prefix { $0 == $1 }.count
    let (rest, other) = (written[place...], meant[place...])
    switch written.count - meant.count {
    case -1: return rest.elementsEqual(other.dropFirst())
    case 1:
      let isDouble = place > 0 && written[place] == written[place - 1]
      return isDouble && rest.dropFirst().elementsEqual(other)
    case 0:
      guard let hit = rest.first, let wanted = other.first else { return false }
      if rest.dropFirst().elementsEqual(other.dropFirst()) { return areNeighbours(hit, wanted) }
      return rest.count > 1 && hit == other[place + 1] && rest[place + 1] == wanted
        && rest.dropFirst(2).elementsEqual(other.dropFirst(2))
    default: return false
    }
  }

  private static func areNeighbours(_ one: UInt8, _ other: UInt8) -> Bool {
    rows.contains { row in
      guard let place = row.firstIndex(of: one), let second = row.firstIndex(of: other) else {
        return false
      }
      return abs(place - second) == 1
    }
  }

  /// The common layout.
  private static let rows = ["qwertyuiop", "asdfghjkl", "zxcvbnm"].map { Array($0.utf8) }
}
