// Plain C with vectors of the compiler: for processors without a path of their own, and the yardstick of the others.

#include <stddef.h>
#include <stdint.h>

#include "Vectors.h"

#define SE_ROWS 2

/// Sums of two rows with eight outputs: `even` and `odd` weights of a pair of inputs.
INLINE Whole8 pairSum(Short8 even, Short8 odd, const int16_t *pair) {
  Short8 first = (Short8){0} + pair[0], second = (Short8){0} + pair[1];
  return __builtin_convertvector(even, Whole8) * __builtin_convertvector(first, Whole8)
      + __builtin_convertvector(odd, Whole8) * __builtin_convertvector(second, Whole8);
}

static void dotTile(
    size_t rows, const int16_t *in, size_t width, const int8_t *weights, int32_t *sums) {
  const int16_t *other = rows > 1 ? in + width : in;
  Whole8 sum[4] = {{0}, {0}, {0}, {0}};
  for (size_t i = 0; i < width; i += 2, weights += 32) {
    Byte16 low = *(const Byte16 *)weights, high = *(const Byte16 *)(weights + 16);
    Short8 even = __builtin_convertvector(EVEN(low), Short8);
    Short8 odd = __builtin_convertvector(ODD(low), Short8);
    sum[0] += pairSum(even, odd, in + i);
    sum[2] += pairSum(even, odd, other + i);
    even = __builtin_convertvector(EVEN(high), Short8);
    odd = __builtin_convertvector(ODD(high), Short8);
    sum[1] += pairSum(even, odd, in + i);
    sum[3] += pairSum(even, odd, other + i);
  }
  for (size_t part = 0; part < 2 * rows; part++) *(Whole8 *)(sums + 8 * part) = sum[part];
}

#include "KernelBody.h"

extern const SEKernels se_portable_kernels;
const SEKernels se_portable_kernels = SE_KERNELS;
