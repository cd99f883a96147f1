// x86-64 with AVX2: six rows by sixteen outputs in twelve registers.

#if defined(__x86_64__)

#include <immintrin.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#pragma clang attribute push(__attribute__((target("avx2"))), apply_to = function)

#define SE_ROWS 6

static inline __attribute__((always_inline)) void fixedTile(
    const int rows, const int16_t *in, size_t width, const int8_t *weights, int32_t *sums) {
  __m256i sum[SE_ROWS][2];
#pragma clang loop unroll(full)
  for (int row = 0; row < rows; row++) sum[row][0] = sum[row][1] = _mm256_setzero_si256();
  for (size_t i = 0; i < width; i += 2, weights += 32) {
    __m256i low = _mm256_cvtepi8_epi16(_mm_loadu_si128((const __m128i *)weights));
    __m256i high = _mm256_cvtepi8_epi16(_mm_loadu_si128((const __m128i *)(weights + 16)));
#pragma clang loop unroll(full)
    for (int row = 0; row < rows; row++) {
      int32_t pair;
      memcpy(&pair, in + (size_t)row * width + i, sizeof pair);
      __m256i both = _mm256_set1_epi32(pair);
      sum[row][0] = _mm256_add_epi32(sum[row][0], _mm256_madd_epi16(low, both));
      sum[row][1] = _mm256_add_epi32(sum[row][1], _mm256_madd_epi16(high, both));
    }
  }
#pragma clang loop unroll(full)
  for (int row = 0; row < rows; row++) {
    _mm256_storeu_si256((__m256i *)(sums + row * 16), sum[row][0]);
    _mm256_storeu_si256((__m256i *)(sums + row * 16 + 8), sum[row][1]);
  }
}

static void dotTile(
    size_t rows, const int16_t *in, size_t width, const int8_t *weights, int32_t *sums) {
  switch (rows) {
  case 1: return fixedTile(1, in, width, weights, sums);
  case 2: return fixedTile(2, in, width, weights, sums);
  case 3: return fixedTile(3, in, width, weights, sums);
  case 4: return fixedTile(4, in, width, weights, sums);
  case 5: return fixedTile(5, in, width, weights, sums);
  default: return fixedTile(6, in, width, weights, sums);
  }
}

#include "KernelBody.h"

#pragma clang attribute pop

extern const SEKernels se_avx2_kernels;
const SEKernels se_avx2_kernels = SE_KERNELS;

#else
typedef int NoAVX2;
#endif
