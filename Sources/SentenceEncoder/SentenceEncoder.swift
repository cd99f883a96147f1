internal import CSentenceEncoder

/// A text in, a unit vector out: all-MiniLM-L6-v2, 22 MB of 8-bit weights read in place from the program's own image.
///
/// Texts that mean the same have vectors with a large dot product. The vector of a text is the same to the bit on every
/// processor. Making an encoder costs nothing; the first texts pay for reading the weights from disk, about 11 MB.
///
/// Reimers and Gurevych, "Sentence-BERT", EMNLP 2019, doi:10.18653/v1/D19-1410; Wang et al., "MiniLM", 2020,
/// arXiv:2002.10957. Weights are whole numbers of 8 bits with a scale an output, activations of 14 bits with a scale a
/// row, so that every dot product is an exact sum.
package struct SentenceEncoder: Sendable {
  /// Numbers in a vector.
  package static let dimensions = Int(SE_HIDDEN)

  /// Word pieces that are read, the two markers included; what a longer text says after them is ignored.
  package static let longestInput = Int(SE_POSITIONS)

  package let path: ProcessorPath
  nonisolated(unsafe) private let kernels: UnsafePointer<SEKernels>
  nonisolated(unsafe) private let weights: UnsafePointer<SEHeader>

  /// An encoder on the fastest path that this processor has.
  package init() {
    var (path, kernels) = (ProcessorPath.portable, se_portable())
    for candidate in ProcessorPath.vectorised {
      if let better = se_kernels(candidate.code) { (path, kernels) = (candidate, better) }
    }
    self.init(path: path, kernels: kernels)
  }

  /// An encoder on one path; nil if this processor lacks what the path needs.
  package init?(path: ProcessorPath) {
    guard let kernels = se_kernels(path.code) else { return nil }
    self.init(path: path, kernels: kernels)
  }

  private init(path: ProcessorPath, kernels: UnsafePointer<SEKernels>) {
    self.path = path
    self.kernels = kernels
    self.weights = se_weights()
  }

  /// The vector of a text: `dimensions` numbers of length 1, also for an empty text.
  package func encode(_ text: String) -> [Float] {
    [Float](unsafeUninitializedCapacity: Self.dimensions) { buffer, count in
      encode(text, into: UnsafeMutableBufferPointer(rebasing: buffer[..<Self.dimensions]))
      count = Self.dimensions
    }
  }

  /// Writes the vector of a text without allocating; 1 to 2 ms for a question of eleven pieces.
  package func encode(_ text: String, into vector: UnsafeMutableBufferPointer<Float>) {
    precondition(
      vector.count == Self.dimensions,
      "room for \(vector.count) numbers instead of \(Self.dimensions)")
    guard let out = vector.baseAddress, let arena = se_arena_acquire() else {
      preconditionFailure("no memory for a sentence vector")
    }
    defer { se_arena_release(arena) }
    let pieces = UnsafeMutableBufferPointer(
      start: arena.pointee.pieces, count: Self.longestInput)
    let count = WordPieceTokenizer.tokenize(text, weights: weights, into: pieces)
    ForwardPass(weights: weights, kernels: kernels.pointee, arena: arena.pointee, count: count)
      .run(into: out)
  }

  /// Ids of the word pieces that the encoder reads for a text, markers included.
  package func pieces(of text: String) -> [UInt16] {
    [UInt16](unsafeUninitializedCapacity: Self.longestInput) { buffer, count in
      let room = UnsafeMutableBufferPointer(rebasing: buffer[..<Self.longestInput])
      count = WordPieceTokenizer.tokenize(text, weights: weights, into: room)
    }
  }
}
