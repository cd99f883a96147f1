// Plain C: for processors without a path of their own, and the yardstick of the others.

#include <stddef.h>
#include <stdint.h>

#define SE_ROWS 4

static void dotTile(
    size_t rows, const int16_t *in, size_t width, const int8_t *weights, int32_t *sums) {
  for (size_t row = 0; row < rows; row++, in += width, sums += 16) {
    int32_t sum[16] = {0};
    const int8_t *w = weights;
    for (size_t i = 0; i < width; i += 2, w += 32) {
      for (int o = 0; o < 16; o++) {
        sum[o] += (int32_t)w[2 * o] * in[i] + (int32_t)w[2 * o + 1] * in[i + 1];
      }
    }
    for (int o = 0; o < 16; o++) sums[o] = sum[o];
  }
}

#include "KernelBody.h"

extern const SEKernels se_portable_kernels;
const SEKernels se_portable_kernels = SE_KERNELS;
