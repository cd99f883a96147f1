/// Why bytes cannot be read as compiled knowledge.
package enum BlobError: Error, Hashable, Sendable {
  /// The bytes do not begin with the magic of the container.
  case notABlob
  /// The container was written by another version of the program.
  case version(found: Int, expected: Int)
  /// The bytes end, or a section begins or ends outside of them.
  case truncated(at: Int)
  /// A section that is needed is not there.
  case missingSection(String)
  /// A number, a length or an index is out of the range that its place allows.
  case badValue(String, at: Int)
  /// Text that is not UTF-8.
  case badText(at: Int)
}

extension BlobError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .notABlob: "this is not compiled knowledge"
    case .version(let found, let expected):
      "compiled knowledge of version \(found); this program reads version \(expected)"
    case .truncated(let offset): "the compiled knowledge ends too early, at byte \(offset)"
    case .missingSection(let name): "the compiled knowledge has no section '\(name)'"
    case .badValue(let what, let offset): "bad \(what) in compiled knowledge, at byte \(offset)"
    case .badText(let offset): "text that is not UTF-8 in compiled knowledge, at byte \(offset)"
    }
  }
}
