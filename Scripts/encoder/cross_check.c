// Prints a hash of the vectors of pseudo-random pieces on every path that this processor has; cross_check.sh compares.

#include <stdio.h>

#include "CSentenceEncoder.h"

static uint64_t state = 1;

static uint32_t next(void) {
  state = state * 6364136223846793005u + 1442695040888963407u;
  return (uint32_t)(state >> 33);
}

static void apply(
    const SEKernels *k, const SEArena *a, const SELinear *linear, const float *rows, size_t count,
    size_t width, size_t outputs, bool gelu) {
  k->quantise(rows, count, width, a->quantised, a->scales);
  k->linear(
      se_weights(), linear, a->quantised, a->scales, count, width, outputs, gelu, a->wide);
}

static void encode(const SEKernels *k, const SEArena *a, size_t count, float *out) {
  const SEHeader *w = se_weights();
  k->embed(w, a->pieces, count, a->rows);
  for (size_t number = 0; number < SE_LAYERS; number++) {
    const SELayer *layer = se_layer(w, number);
    apply(k, a, &layer->queryKeyValue, a->rows, count, SE_HIDDEN, 3 * SE_HIDDEN, false);
    k->attend(a->wide, count, a->scores, a->context);
    apply(k, a, &layer->attentionOutput, a->context, count, SE_HIDDEN, SE_HIDDEN, false);
    k->addAndNormalise(w, &layer->attentionNorm, a->wide, count, a->rows);
    apply(k, a, &layer->inner, a->rows, count, SE_HIDDEN, SE_INNER, true);
    apply(k, a, &layer->output, a->wide, count, SE_INNER, SE_HIDDEN, false);
    k->addAndNormalise(w, &layer->outputNorm, a->wide, count, a->rows);
  }
  k->pool(a->rows, count, out);
}

int main(void) {
  const SEPath paths[] = {SE_PORTABLE, SE_AVX2, SE_NEON};
  const char *names[] = {"portable", "avx2", "neon"};
  const SEArena *arena = se_arena_acquire();
  for (int path = 0; path < 3; path++) {
    const SEKernels *kernels = se_kernels(paths[path]);
    if (!kernels) continue;
    uint64_t hash = 0xcbf29ce484222325u;
    state = 1;
    for (size_t count = 2; count <= SE_POSITIONS; count += count < 20 ? 1 : 27) {
      for (size_t i = 0; i < count; i++) arena->pieces[i] = (uint16_t)(next() % 30522);
      float vector[SE_HIDDEN];
      encode(kernels, arena, count, vector);
      for (size_t i = 0; i < SE_HIDDEN; i++) {
        union { float number; uint32_t bits; } u = {vector[i]};
        hash = (hash ^ u.bits) * 0x100000001b3u;
      }
    }
    printf("%s %016llx\n", names[path], (unsigned long long)hash);
  }
  return 0;
}
