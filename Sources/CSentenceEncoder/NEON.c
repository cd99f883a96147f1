// 64-bit ARM: four rows by sixteen outputs in sixteen registers.

#if defined(__aarch64__)

#include <arm_neon.h>
#include <stddef.h>
#include <stdint.h>

#define SE_ROWS 4

#define STEP(lane, w)                                                                            \
  {                                                                                              \
    int8x16x2_t pair = vld2q_s8(w);                                                              \
    int16x8_t low0 = vmovl_s8(vget_low_s8(pair.val[0])), high0 = vmovl_high_s8(pair.val[0]);     \
    int16x8_t low1 = vmovl_s8(vget_low_s8(pair.val[1])), high1 = vmovl_high_s8(pair.val[1]);     \
    _Pragma("clang loop unroll(full)") for (int row = 0; row < rows; row++) {                    \
      int32x4_t *s = sum[row];                                                                   \
      s[0] = vmlal_laneq_s16(s[0], vget_low_s16(low0), a[row], 2 * lane);                        \
      s[1] = vmlal_high_laneq_s16(s[1], low0, a[row], 2 * lane);                                 \
      s[2] = vmlal_laneq_s16(s[2], vget_low_s16(high0), a[row], 2 * lane);                       \
      s[3] = vmlal_high_laneq_s16(s[3], high0, a[row], 2 * lane);                                \
      s[0] = vmlal_laneq_s16(s[0], vget_low_s16(low1), a[row], 2 * lane + 1);                    \
      s[1] = vmlal_high_laneq_s16(s[1], low1, a[row], 2 * lane + 1);                             \
      s[2] = vmlal_laneq_s16(s[2], vget_low_s16(high1), a[row], 2 * lane + 1);                   \
      s[3] = vmlal_high_laneq_s16(s[3], high1, a[row], 2 * lane + 1);                            \
    }                                                                                            \
  }

static inline __attribute__((always_inline)) void fixedTile(
    const int rows, const int16_t *in, size_t width, const int8_t *weights, int32_t *sums) {
  int32x4_t sum[SE_ROWS][4];
#pragma clang loop unroll(full)
  for (int row = 0; row < rows; row++) {
    sum[row][0] = sum[row][1] = sum[row][2] = sum[row][3] = vdupq_n_s32(0);
  }
  for (size_t i = 0; i < width; i += 8, weights += 128) {
    int16x8_t a[SE_ROWS];
#pragma clang loop unroll(full)
    for (int row = 0; row < rows; row++) a[row] = vld1q_s16(in + (size_t)row * width + i);
    STEP(0, weights)
    STEP(1, weights + 32)
    STEP(2, weights + 64)
    STEP(3, weights + 96)
  }
#pragma clang loop unroll(full)
  for (int row = 0; row < rows; row++) {
#pragma clang loop unroll(full)
    for (int part = 0; part < 4; part++) vst1q_s32(sums + row * 16 + part * 4, sum[row][part]);
  }
}

static void dotTile(
    size_t rows, const int16_t *in, size_t width, const int8_t *weights, int32_t *sums) {
  switch (rows) {
  case 1: return fixedTile(1, in, width, weights, sums);
  case 2: return fixedTile(2, in, width, weights, sums);
  case 3: return fixedTile(3, in, width, weights, sums);
  default: return fixedTile(4, in, width, weights, sums);
  }
}

#include "KernelBody.h"

extern const SEKernels se_neon_kernels;
const SEKernels se_neon_kernels = SE_KERNELS;

#else
typedef int NoNEON;
#endif
