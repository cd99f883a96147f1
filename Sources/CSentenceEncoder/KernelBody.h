// The steps of the forward pass, included once by each path after it has defined
//   SE_ROWS      the most rows its tile takes
//   dotTile(rows, in, width, weights, sums)
//                exact sums of `rows` inputs (int16, `width` apart) with 16 outputs of int8 weights
// Floating point follows one rule so that every path gives the same bits: eight lanes, each element added to lane
// (index mod 8) in order, lanes joined by `total` below, no fused multiply-add, no library function.

#include "CSentenceEncoder.h"
#include "Vectors.h"

INLINE Float8 load(const float *p) { return *(const Float8 *)p; }
INLINE void store(float *p, Float8 v) { *(Float8 *)p = v; }
INLINE Float8 all(float x) { return (Float8){x, x, x, x, x, x, x, x}; }

INLINE Float8 choose(Whole8 mask, Float8 yes, Float8 no) {
  return (Float8)((mask & (Whole8)yes) | (~mask & (Whole8)no));
}
INLINE Float8 larger(Float8 a, Float8 b) { return choose((Whole8)(a > b), a, b); }
INLINE Float8 smaller(Float8 a, Float8 b) { return choose((Whole8)(a < b), a, b); }
INLINE Float8 magnitude(Float8 v) {
  return (Float8)((Whole8)v & 0x7fffffff);
}

/// Nearest whole number, ties to even, for magnitudes under 2²².
INLINE Float8 nearest(Float8 v) {
  const Float8 shift = all(12582912.0f);
  return (v + shift) - shift;
}

INLINE float total(Float8 v) {
  return ((v[0] + v[4]) + (v[2] + v[6])) + ((v[1] + v[5]) + (v[3] + v[7]));
}

INLINE float largest(Float8 v) {
  float result = v[0];
  for (int i = 1; i < SE_LANES; i++) result = v[i] > result ? v[i] : result;
  return result;
}

/// e^v for v ≤ 0, relative error under 3e-7 (down to e^-87, below which it stays there): Cody and Waite's reduction by
/// ln 2 in two parts and the Taylor polynomial of degree 6.
INLINE Float8 exponential(Float8 v) {
  v = larger(v, all(-87.0f));
  Float8 n = nearest(v * all(1.44269504f));
  Float8 r = (v - n * all(0.693359375f)) - n * all(-2.12194440e-4f);
  Float8 p = all(1.0f / 720);
  p = p * r + all(1.0f / 120);
  p = p * r + all(1.0f / 24);
  p = p * r + all(1.0f / 6);
  p = p * r + all(0.5f);
  p = p * r + all(1.0f);
  p = p * r + all(1.0f);
  Whole8 power = (__builtin_convertvector(n, Whole8) + 127) << 23;
  return p * (Float8)power;
}

/// Error function by a rational approximation on [-4, 4] (the coefficients of Eigen's `erf`), absolute error under 4e-7.
INLINE Float8 errorFunction(Float8 v) {
  Float8 x = smaller(larger(v, all(-4.0f)), all(4.0f));
  Float8 s = x * x;
  Float8 p = all(-2.72614225801306e-10f);
  p = p * s + all(2.77068142495902e-08f);
  p = p * s + all(-2.10102402082508e-06f);
  p = p * s + all(-5.69250639462346e-05f);
  p = p * s + all(-7.34990630326855e-04f);
  p = p * s + all(-2.95459980854025e-03f);
  p = p * s + all(-1.60960333262415e-02f);
  Float8 q = all(-1.45660718464996e-05f);
  q = q * s + all(-2.13374055278905e-04f);
  q = q * s + all(-1.68282697438203e-03f);
  q = q * s + all(-7.37332916720468e-03f);
  q = q * s + all(-1.42647390514189e-02f);
  return x * p / q;
}

INLINE const void *section(const SEHeader *weights, uint32_t place) {
  return (const char *)weights + place;
}

INLINE void normaliseRow(const SEHeader *weights, const SENorm *norm, float *row) {
  const float *gain = section(weights, norm->gain);
  const float *bias = section(weights, norm->bias);
  Float8 sum = all(0);
  for (size_t i = 0; i < SE_HIDDEN; i += SE_LANES) sum += load(row + i);
  Float8 mean = all(total(sum) * (1.0f / SE_HIDDEN));
  Float8 squares = all(0);
  for (size_t i = 0; i < SE_HIDDEN; i += SE_LANES) {
    Float8 d = load(row + i) - mean;
    squares += d * d;
  }
  float variance = total(squares) * (1.0f / SE_HIDDEN);
  Float8 factor = all(1.0f / __builtin_elementwise_sqrt(variance + 1e-12f));
  for (size_t i = 0; i < SE_HIDDEN; i += SE_LANES) {
    Float8 d = (load(row + i) - mean) * factor;
    store(row + i, d * load(gain + i) + load(bias + i));
  }
}

static void embed(const SEHeader *weights, const uint16_t *pieces, size_t count, float *out) {
  const int8_t *words = section(weights, weights->words);
  const float *scales = section(weights, weights->wordScales);
  const float *positions = section(weights, weights->positionRows);
  for (size_t row = 0; row < count; row++) {
    const int8_t *word = words + (size_t)pieces[row] * SE_HIDDEN;
    const float *position = positions + row * SE_HIDDEN;
    Float8 scale = all(scales[pieces[row]]);
    for (size_t i = 0; i < SE_HIDDEN; i += SE_LANES) {
      Float8 value = __builtin_convertvector(*(const Byte8 *)(word + i), Float8);
      store(out + i, value * scale + load(position + i));
    }
    normaliseRow(weights, &weights->embeddingNorm, out);
    out += SE_HIDDEN;
  }
}

// 8191 · 127 · 1536 < 2³¹: the sums of a dot product cannot overflow.
static void quantise(const float *in, size_t count, size_t width, int16_t *out, float *scales) {
  for (size_t row = 0; row < count; row++, in += width, out += width) {
    Float8 peak = all(0);
    for (size_t i = 0; i < width; i += SE_LANES) peak = larger(magnitude(load(in + i)), peak);
    float most = largest(peak);
    most = most > 1e-20f ? most : 1e-20f;
    scales[row] = most * (1.0f / 8191);
    Float8 factor = all(8191.0f / most);
    for (size_t i = 0; i < width; i += SE_LANES) {
      Whole8 whole = __builtin_convertvector(nearest(load(in + i) * factor), Whole8);
      *(Short8 *)(out + i) = __builtin_convertvector(whole, Short8);
    }
  }
}

static void linear(
    const SEHeader *weights, const SELinear *layer, const int16_t *in, const float *scales,
    size_t count, size_t width, size_t outputs, bool gelu, float *out) {
  const int8_t *matrix = section(weights, layer->weights);
  const float *factors = section(weights, layer->scales);
  const float *bias = section(weights, layer->bias);
  size_t tiles = (count + SE_ROWS - 1) / SE_ROWS;
  for (size_t output = 0; output < outputs; output += 16, matrix += 16 * width) {
    for (size_t tile = 0; tile < tiles; tile++) {
      size_t first = count * tile / tiles;
      size_t rows = count * (tile + 1) / tiles - first;
      int32_t sums[SE_ROWS * 16];
      dotTile(rows, in + first * width, width, matrix, sums);
      for (size_t row = 0; row < rows; row++) {
        Float8 scale = all(scales[first + row]);
        for (size_t i = 0; i < 16; i += SE_LANES) {
          Float8 sum = __builtin_convertvector(*(Whole8 *)(sums + row * 16 + i), Float8);
          Float8 v = sum * (scale * load(factors + output + i)) + load(bias + output + i);
          if (gelu) v = all(0.5f) * v * (all(1.0f) + errorFunction(v * all(0.70710678f)));
          store(out + (first + row) * outputs + output + i, v);
        }
      }
    }
  }
}

static void attend(const float *queryKeyValue, size_t count, float *scores, float *out) {
  const size_t stride = 3 * SE_HIDDEN;
  const size_t padded = (count + SE_LANES - 1) / SE_LANES * SE_LANES;
  for (size_t head = 0; head < SE_HEADS; head++) {
    const float *keys = queryKeyValue + SE_HIDDEN + head * SE_HEAD;
    const float *values = keys + SE_HIDDEN;
    for (size_t row = 0; row < count; row++) {
      const float *query = queryKeyValue + row * stride + head * SE_HEAD;
      Float8 q0 = load(query), q1 = load(query + 8), q2 = load(query + 16), q3 = load(query + 24);
      for (size_t other = 0; other < count; other++) {
        const float *key = keys + other * stride;
        Float8 sum = q0 * load(key);
        sum += q1 * load(key + 8);
        sum += q2 * load(key + 16);
        sum += q3 * load(key + 24);
        scores[other] = total(sum);
      }
      for (size_t other = count; other < padded; other++) scores[other] = scores[0];
      Float8 peak = load(scores);
      for (size_t i = SE_LANES; i < padded; i += SE_LANES) peak = larger(load(scores + i), peak);
      Float8 most = all(largest(peak));
      for (size_t i = 0; i < padded; i += SE_LANES) {
        store(scores + i, exponential(load(scores + i) - most));
      }
      for (size_t other = count; other < padded; other++) scores[other] = 0;
      Float8 sum = all(0);
      for (size_t i = 0; i < padded; i += SE_LANES) sum += load(scores + i);
      Float8 factor = all(1.0f / total(sum));
      Float8 o0 = all(0), o1 = all(0), o2 = all(0), o3 = all(0);
      for (size_t other = 0; other < count; other++) {
        const float *value = values + other * stride;
        Float8 share = all(scores[other]);
        o0 += share * load(value);
        o1 += share * load(value + 8);
        o2 += share * load(value + 16);
        o3 += share * load(value + 24);
      }
      float *result = out + row * SE_HIDDEN + head * SE_HEAD;
      store(result, o0 * factor);
      store(result + 8, o1 * factor);
      store(result + 16, o2 * factor);
      store(result + 24, o3 * factor);
    }
  }
}

static void addAndNormalise(
    const SEHeader *weights, const SENorm *norm, const float *change, size_t count, float *rows) {
  for (size_t row = 0; row < count; row++, rows += SE_HIDDEN, change += SE_HIDDEN) {
    for (size_t i = 0; i < SE_HIDDEN; i += SE_LANES) store(rows + i, load(rows + i) + load(change + i));
    normaliseRow(weights, norm, rows);
  }
}

static void pool(const float *rows, size_t count, float *out) {
  Float8 share = all(1.0f / (float)count);
  Float8 squares = all(0);
  for (size_t i = 0; i < SE_HIDDEN; i += SE_LANES) {
    Float8 sum = all(0);
    for (size_t row = 0; row < count; row++) sum += load(rows + row * SE_HIDDEN + i);
    sum *= share;
    squares += sum * sum;
    store(out + i, sum);
  }
  float length = __builtin_elementwise_sqrt(total(squares));
  Float8 factor = all(1.0f / (length > 1e-12f ? length : 1e-12f));
  for (size_t i = 0; i < SE_HIDDEN; i += SE_LANES) store(out + i, load(out + i) * factor);
}

#define SE_KERNELS \
  {.embed = embed, .quantise = quantise, .linear = linear, .attend = attend, \
   .addAndNormalise = addAndNormalise, .pool = pool}
