internal import CSentenceEncoder

/// One pass of a text through the six layers. What each step computes is in the kernels; their order is here.
struct ForwardPass {
  let weights: UnsafePointer<SEHeader>
  let kernels: SEKernels
  let arena: SEArena
  /// Rows, one for each word piece in `arena.pieces`.
  let count: Int

  private static let hidden = Int(SE_HIDDEN)
  private static let inner = Int(SE_INNER)

  /// Writes the mean of the last layer's rows, scaled to length 1.
  func run(into vector: UnsafeMutablePointer<Float>) {
    kernels.embed(weights, arena.pieces, count, arena.rows)
    for number in 0..<Int(SE_LAYERS) {
      let layer = se_layer(weights, number)
      attend(layer)
      think(layer)
    }
    kernels.pool(arena.rows, count, vector)
  }

  /// Each row looks at all rows.
  private func attend(_ layer: UnsafePointer<SELayer>) {
    var (queryKeyValue, output) = (layer.pointee.queryKeyValue, layer.pointee.attentionOutput)
    var norm = layer.pointee.attentionNorm
    apply(&queryKeyValue, to: arena.rows, from: Self.hidden, to: 3 * Self.hidden)
    kernels.attend(arena.wide, count, arena.scores, arena.context)
    apply(&output, to: arena.context, from: Self.hidden, to: Self.hidden)
    kernels.addAndNormalise(weights, &norm, arena.wide, count, arena.rows)
  }

  /// Each row by itself, through a wider layer and back.
  private func think(_ layer: UnsafePointer<SELayer>) {
    var (inner, output) = (layer.pointee.inner, layer.pointee.output)
    var norm = layer.pointee.outputNorm
    apply(&inner, to: arena.rows, from: Self.hidden, to: Self.inner, gelu: true)
    apply(&output, to: arena.wide, from: Self.inner, to: Self.hidden)
    kernels.addAndNormalise(weights, &norm, arena.wide, count, arena.rows)
  }

  /// arena.wide = rows · matrix + bias. The rows may be `arena.wide` itself: they are quantised first.
  private func apply(
    _ linear: inout SELinear, to rows: UnsafePointer<Float>, from width: Int, to outputs: Int,
    gelu: Bool = false
  ) {
    kernels.quantise(rows, count, width, arena.quantised, arena.scales)
    kernels.linear(
      weights, &linear, arena.quantised, arena.scales, count, width, outputs, gelu, arena.wide)
  }
}
