/// Compiled knowledge: named sections of bytes behind a small directory, read in place.
///
/// Outside of texts every byte is 0 to 127, so that the whole is valid UTF-8 and can stand in a
/// string literal; texts are plain UTF-8. The bytes belong to a string literal, which lives as long
/// as the program, or to `owner` (a mapped file), which every copy of the value keeps alive.
///
/// Layout: the magic, the version and the number of sections as fixed numbers (`BlobNumber`), then
/// for each section the length of its name, the name, its offset and its length; then the sections,
/// each at a multiple of `alignment` from the start. Opening checks the directory and nothing else.
package struct Blob: @unchecked Sendable {
  /// First bytes of every container.
  package static let magic: StaticString = "firststep knowledge\n"
  /// Raised whenever the meaning of any section changes.
  package static let version = 1
  /// Sections begin at multiples of this, in bytes from the start of the container.
  package static let alignment = 64

  /// Name and place of a section.
  package struct Entry: Hashable, Sendable {
    package var name: String
    package var range: Range<Int>
  }

  /// The whole container.
  package let bytes: UnsafeRawBufferPointer
  /// The sections in the order in which they were added.
  package let entries: [Entry]
  private let owner: (any AnyObject & Sendable)?

  /// Opens a container that `owner` keeps in memory, or that is never freed when `owner` is nil.
  package init(
    bytes: UnsafeRawBufferPointer, owner: (any AnyObject & Sendable)? = nil
  ) throws(BlobError) {
    var decoder = BlobDecoder(bytes)
    guard decoder.skip(Self.magic) else { throw .notABlob }
    let version = try decoder.fixed()
    guard version == Self.version else {
      throw .version(found: version, expected: Self.version)
    }
    var entries: [Entry] = []
    for _ in 0..<(try decoder.fixedCount()) {
      let name = try decoder.text()
      let offset = try decoder.fixed()
      let length = try decoder.fixed()
      guard offset <= bytes.count, length <= bytes.count - offset else {
        throw .truncated(at: bytes.count)
      }
      entries.append(Entry(name: name, range: offset..<offset + length))
    }
    self.bytes = bytes
    self.entries = entries
    self.owner = owner
  }

  /// Opens the container that a string literal holds.
  package init(_ literal: StaticString) throws(BlobError) {
    guard literal.hasPointerRepresentation else { throw .notABlob }
    try self.init(
      bytes: UnsafeRawBufferPointer(
        start: UnsafeRawPointer(literal.utf8Start), count: literal.utf8CodeUnitCount))
  }

  /// The bytes of a section, or nil where there is none of that name. Valid as long as the blob.
  package func section(_ name: String) -> UnsafeRawBufferPointer? {
    guard let entry = entries.first(where: { $0.name == name }) else { return nil }
    return UnsafeRawBufferPointer(rebasing: bytes[entry.range])
  }

  /// The bytes of a section that must be there.
  package func requiredSection(_ name: String) throws(BlobError) -> UnsafeRawBufferPointer {
    guard let section = section(name) else { throw .missingSection(name) }
    return section
  }
}
