import Foundation

/// What the reference implementation says; Scripts/encoder/make_fixtures.py writes it.
enum Fixtures {
  /// The first 200 have a vector.
  static let texts: [String] = read("texts")
  static let pieces: [[UInt16]] = read("pieces")
  static let vectors: [[Float]] = read("vectors").map { (row: String) in
    (Data(base64Encoded: row) ?? Data()).map { Float(Int8(bitPattern: $0)) }
  }

  private static func read<Value: Decodable>(_ name: String) -> [Value] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
    let file = folder.appending(path: "Fixtures/\(name).json")
    do {
      return try JSONDecoder().decode([Value].self, from: Data(contentsOf: file))
    } catch {
      preconditionFailure("\(file.path): \(error)")
    }
  }
}

/// Share of direction that two vectors have in common, from -1 to 1.
func cosine(_ one: [Float], _ other: [Float]) -> Double {
  var (dot, first, second) = (0.0, 0.0, 0.0)
  for (a, b) in zip(one, other) {
    dot += Double(a) * Double(b)
    first += Double(a) * Double(a)
    second += Double(b) * Double(b)
  }
  return dot / (first * second).squareRoot()
}
