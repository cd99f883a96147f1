package import Knowledge

/// The knowledge that the build compiled in.
///
/// The build plugin reads every YAML file of this folder and writes the rest of this type: the
/// container as one string literal.
package enum CompiledKnowledge {
  /// The container, opened; takes a few microseconds and copies nothing.
  package static var blob: Blob {
    get throws(BlobError) { try Blob(literal) }
  }
}
