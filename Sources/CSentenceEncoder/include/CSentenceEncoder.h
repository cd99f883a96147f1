/// Weights and kernels of the sentence encoder.
///
/// The weights lie in the program's own image and are read in place. The kernels exist once for each kind of processor;
/// every kind gives the same bits: dot products are exact integer sums, and the floating-point parts are one source text
/// with a fixed order of operations, no contraction and no library function.
#ifndef C_SENTENCE_ENCODER_H
#define C_SENTENCE_ENCODER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
  SE_HIDDEN = 384,
  SE_LAYERS = 6,
  SE_HEADS = 12,
  SE_HEAD = SE_HIDDEN / SE_HEADS,
  SE_INNER = 1536,
  SE_POSITIONS = 128,
  SE_LANES = 8,
};

/// Places are byte offsets from the start of the file, multiples of 64.
typedef struct {
  uint32_t weights;  ///< int8, [output / 16][input / 2][16][2]
  uint32_t scales;   ///< float, one an output
  uint32_t bias;     ///< float, one an output
} SELinear;

typedef struct {
  uint32_t gain;
  uint32_t bias;
} SENorm;

typedef struct {
  SELinear queryKeyValue;
  SELinear attentionOutput;
  SELinear inner;
  SELinear output;
  SENorm attentionNorm;
  SENorm outputNorm;
} SELayer;

/// Head of the weight file; Scripts/encoder/weight_file.py writes it.
typedef struct {
  char magic[8];
  uint32_t size;
  uint32_t vocabulary, hidden, layers, heads, inner, positions;
  uint32_t classPiece, separatorPiece, unknownPiece;
  uint32_t hashSlots, longestPiece;
  uint32_t slots, pieceOffsets, pieces;
  uint32_t characterIndex, characterBlocks, mappingOffsets, mappings;
  uint32_t wordScales, words, positionRows;
  SENorm embeddingNorm;
  SELayer layer[SE_LAYERS];
} SEHeader;

/// The weight file; aligned to 64 bytes.
const SEHeader *_Nonnull se_weights(void);

/// Steps of the forward pass over `count` rows. No pointer may overlap another; row lengths are multiples of 16.
typedef struct {
  /// out[row] = layer norm of word vector + position vector.
  void (*_Nonnull embed)(
      const SEHeader *_Nonnull weights, const uint16_t *_Nonnull pieces, size_t count,
      float *_Nonnull out);
  /// Rows to whole numbers of at most ±8191 and a scale each, so that value ≈ number · scale.
  void (*_Nonnull quantise)(
      const float *_Nonnull in, size_t count, size_t width, int16_t *_Nonnull out,
      float *_Nonnull scales);
  /// out = in · weightsᵀ + bias, through the Gaussian error linear unit if asked.
  void (*_Nonnull linear)(
      const SEHeader *_Nonnull weights, const SELinear *_Nonnull linear,
      const int16_t *_Nonnull in, const float *_Nonnull scales, size_t count, size_t width,
      size_t outputs, bool gelu, float *_Nonnull out);
  /// Softmax attention over rows of query, key and value; `scores` has room for SE_POSITIONS numbers.
  void (*_Nonnull attend)(
      const float *_Nonnull queryKeyValue, size_t count, float *_Nonnull scores,
      float *_Nonnull out);
  /// rows = layer norm of rows + change.
  void (*_Nonnull addAndNormalise)(
      const SEHeader *_Nonnull weights, const SENorm *_Nonnull norm,
      const float *_Nonnull change, size_t count, float *_Nonnull rows);
  /// out = mean of the rows, scaled to length 1.
  void (*_Nonnull pool)(const float *_Nonnull rows, size_t count, float *_Nonnull out);
} SEKernels;

typedef enum { SE_PORTABLE, SE_AVX2, SE_NEON } SEPath;

/// The kernels of one path, or null where this processor lacks what they need.
const SEKernels *_Nullable se_kernels(SEPath path);

/// The kernels that run everywhere.
const SEKernels *_Nonnull se_portable(void);

/// Working memory of one forward pass: room for SE_POSITIONS rows.
typedef struct {
  float *_Nonnull rows;          ///< SE_HIDDEN numbers a row
  float *_Nonnull context;       ///< SE_HIDDEN numbers a row
  float *_Nonnull wide;          ///< SE_INNER numbers a row
  int16_t *_Nonnull quantised;   ///< SE_INNER numbers a row
  float *_Nonnull scales;        ///< one number a row
  float *_Nonnull scores;        ///< one number a row
  uint16_t *_Nonnull pieces;     ///< one number a row
} SEArena;

/// The program's one arena, or a fresh one while another thread has that; null if memory is out. Pages that no text has
/// needed yet are not resident.
const SEArena *_Nullable se_arena_acquire(void);
void se_arena_release(const SEArena *_Nonnull arena);

static inline const SELayer *_Nonnull se_layer(const SEHeader *_Nonnull weights, size_t number) {
  return &weights->layer[number];
}

#endif
