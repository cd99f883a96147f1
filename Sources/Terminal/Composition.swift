/// Letters with marks as one scalar where Unicode has one (normalization form C for the scripts that
/// people type decomposed), so that what is typed on one machine equals what is typed on another.
package enum Composition {
  package static func composed(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { (0x300...0x36F).contains($0.value) }) else {
      return text
    }
    var composed = String.UnicodeScalarView()
    for character in text {
      let scalars = character.unicodeScalars
      if scalars.count > 1, let single = singles[character] {
        composed.append(single)
      } else {
        composed.append(contentsOf: scalars)
      }
    }
    return String(composed)
  }

  /// A character finds its composed scalar, since Swift compares characters by canonical equivalence.
  private static let singles: [Character: Unicode.Scalar] = {
    let ranges: [ClosedRange<UInt32>] = [
      0x00C0...0x017F, 0x01CD...0x0233, 0x0386...0x03CE, 0x0400...0x045F, 0x1E00...0x1EFF,
      0x1F00...0x1FFC,
    ]
    var singles: [Character: Unicode.Scalar] = [:]
    for value in ranges.joined() {
      guard let scalar = Unicode.Scalar(value), scalar.properties.isAlphabetic else { continue }
      // Several scalars may be the same character; the first is the composed form.
      if singles[Character(scalar)] == nil { singles[Character(scalar)] = scalar }
    }
    return singles
  }()
}
