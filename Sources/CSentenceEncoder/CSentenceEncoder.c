#include "CSentenceEncoder.h"

#include <stdatomic.h>
#include <stdlib.h>

_Static_assert(__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__, "the weight file is little-endian");

static const _Alignas(64) unsigned char weights[] = {
#embed "Weights/encoder.weights"
};

_Static_assert(sizeof weights > sizeof(SEHeader), "the weight file is cut off");

const SEHeader *se_weights(void) { return (const SEHeader *)(const void *)weights; }

extern const SEKernels se_portable_kernels;
#if defined(__x86_64__)
extern const SEKernels se_avx2_kernels;
#elif defined(__aarch64__)
extern const SEKernels se_neon_kernels;
#endif

const SEKernels *se_portable(void) { return &se_portable_kernels; }

const SEKernels *se_kernels(SEPath path) {
  switch (path) {
  case SE_PORTABLE:
    return &se_portable_kernels;
  case SE_AVX2:
#if defined(__x86_64__)
    __builtin_cpu_init();
    if (__builtin_cpu_supports("avx2")) return &se_avx2_kernels;
#endif
    return NULL;
  case SE_NEON:
#if defined(__aarch64__)
    return &se_neon_kernels;
#else
    return NULL;
#endif
  }
  return NULL;
}

typedef struct {
  SEArena arena;
  _Alignas(64) float rows[SE_POSITIONS * SE_HIDDEN];
  _Alignas(64) float context[SE_POSITIONS * SE_HIDDEN];
  _Alignas(64) float wide[SE_POSITIONS * SE_INNER];
  _Alignas(64) int16_t quantised[SE_POSITIONS * SE_INNER];
  float scales[SE_POSITIONS];
  float scores[SE_POSITIONS];
  uint16_t pieces[SE_POSITIONS];
} Memory;

static Memory shared;
static atomic_flag taken = ATOMIC_FLAG_INIT;

const SEArena *se_arena_acquire(void) {
  Memory *memory = &shared;
  if (atomic_flag_test_and_set_explicit(&taken, memory_order_acquire)) {
    memory = aligned_alloc(64, sizeof(Memory));
    if (!memory) return NULL;
  }
  memory->arena = (SEArena){
      .rows = memory->rows,
      .context = memory->context,
      .wide = memory->wide,
      .quantised = memory->quantised,
      .scales = memory->scales,
      .scores = memory->scores,
      .pieces = memory->pieces,
  };
  return &memory->arena;
}

void se_arena_release(const SEArena *arena) {
  if (arena == &shared.arena) {
    atomic_flag_clear_explicit(&taken, memory_order_release);
  } else {
    free((void *)arena);
  }
}
