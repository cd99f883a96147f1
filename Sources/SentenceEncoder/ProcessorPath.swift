internal import CSentenceEncoder

/// A set of instructions that the kernels are written for. All give the same bits.
package enum ProcessorPath: CaseIterable, Sendable {
  /// x86-64 with AVX2.
  case avx2
  /// 64-bit ARM.
  case neon
  /// Plain C, on every processor.
  case portable

  static let vectorised: [ProcessorPath] = [.avx2, .neon]

  var code: SEPath {
    switch self {
    case .avx2: SE_AVX2
    case .neon: SE_NEON
    case .portable: SE_PORTABLE
    }
  }
}
