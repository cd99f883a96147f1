// Short vectors as the compiler offers them on every processor.
#ifndef VECTORS_H
#define VECTORS_H

#include <stdint.h>

#pragma clang fp contract(off)

// Vectors of 32 bytes are passed between functions that are always inlined, so there is no calling convention to warn of.
#pragma clang diagnostic ignored "-Wpsabi"

typedef float Float8 __attribute__((vector_size(32), aligned(4), may_alias));
typedef int32_t Whole8 __attribute__((vector_size(32), aligned(4), may_alias));
typedef int16_t Short8 __attribute__((vector_size(16), aligned(2), may_alias));
typedef int8_t Byte16 __attribute__((vector_size(16), aligned(1), may_alias));
typedef int8_t Byte8 __attribute__((vector_size(8), aligned(1), may_alias));

#define INLINE static inline __attribute__((always_inline))

#define EVEN(v) __builtin_shufflevector(v, v, 0, 2, 4, 6, 8, 10, 12, 14)
#define ODD(v) __builtin_shufflevector(v, v, 1, 3, 5, 7, 9, 11, 13, 15)

#endif
