/// Keeps a large paste out of the line: one character stands for it until the line is submitted.
///
/// The characters are private ones (plane 15), which cannot be typed or pasted here.
package struct PasteFold: Sendable {
  /// Above either, a paste is folded.
  package static let longestLines = 20
  package static let longestCharacters = 2_000

  private static let firstToken: UInt32 = 0xF0000
  private static let tokenCount: UInt32 = 0xFFFE

  package private(set) var texts: [String] = []

  package init() {}

  package static func isToken(_ scalar: Unicode.Scalar) -> Bool {
    (firstToken..<firstToken + tokenCount).contains(scalar.value)
  }

  /// `text` itself, or the character that stands for it.
  package mutating func fold(_ text: String) -> String {
    guard Self.isLong(text), let token = Unicode.Scalar(Self.firstToken + UInt32(texts.count)),
      texts.count < Int(Self.tokenCount)
    else { return text }
    texts.append(text)
    return String(token)
  }

  package static func isLong(_ text: String) -> Bool {
    text.utf8.count > longestCharacters
      || text.utf8.lazy.filter { $0 == 0x0A }.count >= longestLines
  }

  /// What is shown for a token: how much it stands for.
  package func label(_ scalar: Unicode.Scalar) -> String? {
    guard let text = text(scalar) else { return nil }
    let lines = text.utf8.lazy.filter { $0 == 0x0A }.count + 1
    return lines > 1 ? "[pasted: \(lines) lines]" : "[pasted: \(text.count) characters]"
  }

  /// The line with every token replaced by what it stands for.
  package func unfold(_ line: String) -> String {
    guard !texts.isEmpty else { return line }
    var whole = String.UnicodeScalarView()
    for scalar in line.unicodeScalars {
      if let text = text(scalar) {
        whole.append(contentsOf: text.unicodeScalars)
      } else {
        whole.append(scalar)
      }
    }
    return String(whole)
  }

  private func text(_ scalar: Unicode.Scalar) -> String? {
    guard Self.isToken(scalar) else { return nil }
    let index = Int(scalar.value - Self.firstToken)
    return index < texts.count ? texts[index] : nil
  }
}
