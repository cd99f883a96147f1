/// Builds a container that `Blob` reads.
package struct BlobWriter: Sendable {
  private var sections: [(name: String, bytes: [UInt8])] = []

  package init() {}

  /// Adds a section; names must differ and sections must be UTF-8, as `BlobEncoder` writes them.
  package mutating func addSection(_ name: String, _ bytes: [UInt8]) {
    precondition(
      !sections.contains { $0.name == name }, "section '\(name)' is already in the container")
    sections.append((name, bytes))
  }

  /// The finished container.
  package func finish() -> [UInt8] {
    // Numbers in the directory have a fixed width, so its size does not depend on the offsets.
    let directorySize = directory(offsets: sections.map { _ in 0 }).count
    var offsets: [Int] = []
    var end = directorySize
    for section in sections {
      let offset = (end + Blob.alignment - 1) / Blob.alignment * Blob.alignment
      offsets.append(offset)
      end = offset + section.bytes.count
    }
    var result = directory(offsets: offsets)
    result.reserveCapacity(end)
    for (section, offset) in zip(sections, offsets) {
      result.append(contentsOf: repeatElement(0, count: offset - result.count))
      result.append(contentsOf: section.bytes)
    }
    return result
  }

  private func directory(offsets: [Int]) -> [UInt8] {
    var encoder = BlobEncoder()
    Blob.magic.withUTF8Buffer { encoder.raw($0) }
    encoder.fixed(Blob.version)
    encoder.fixed(sections.count)
    for (section, offset) in zip(sections, offsets) {
      encoder.text(section.name)
      encoder.fixed(offset)
      encoder.fixed(section.bytes.count)
    }
    return encoder.bytes
  }
}
