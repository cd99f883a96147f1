/// Bytes of a trained model, from a blob or from memory, kept alive by the value.
struct ModelBytes: @unchecked Sendable {
  let bytes: UnsafeRawBufferPointer
  private let owner: (any AnyObject & Sendable)?

  /// Bytes that `owner` keeps in memory, or that are never freed.
  init(_ bytes: UnsafeRawBufferPointer, owner: (any AnyObject & Sendable)?) {
    self.bytes = bytes
    self.owner = owner
  }

  /// A copy of an array, freed with the last copy of the value.
  init(copying array: [UInt8]) {
    let store = Store(array)
    bytes = UnsafeRawBufferPointer(store.buffer)
    owner = store
  }

  subscript(range: Range<Int>) -> ModelBytes {
    ModelBytes(UnsafeRawBufferPointer(rebasing: bytes[range]), owner: owner)
  }

  private final class Store: @unchecked Sendable {
    let buffer: UnsafeMutableRawBufferPointer

    init(_ array: [UInt8]) {
      buffer = .allocate(byteCount: array.count, alignment: 64)
      buffer.copyBytes(from: array)
    }

    deinit {
      buffer.deallocate()
    }
  }
}
