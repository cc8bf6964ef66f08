#pragma once

#include <cstddef>
#include <cstdint>

// The arithmetic of the encoder. Each function picks the best form for this processor at run time (Highway),
// and all forms give the same bits: products and their sums are integers, sums of floats run over sixteen
// fixed partial sums, and no multiplication and addition are fused (the build switches contraction off).
// Thread: any. Memory belongs to the caller; rows and weights need no alignment, and nothing is allocated.
namespace Helmdesk::EncoderKernels
{

constexpr std::size_t blockOutputs = 16;     // outputs that lie together in packed weights
constexpr float activationLimit = 8191.0F;   // 14 bits: 8191 x 127 x 1536 stays below 2^31
constexpr float probabilityLimit = 32767.0F; // softmax weights as 16-bit integers …
constexpr float probabilityBudget = 262000;  // … whose sum times 8191 stays below 2^31

// out = in x weights, in blocks of 16 outputs; within a block one pair of inputs after the other, each for
// all 16 outputs. `outputs` is a multiple of 16, `inputs` even.
template <class Weight>
struct PackedMatrix {
    const Weight *weights;
    const float *scales; // one an output
    const float *bias;   // one an output, or null
    std::size_t outputs;
    std::size_t inputs;
};

// Rows of 16-bit integers; row r stands for scales[r] * values.
struct QuantisedRows {
    const std::int16_t *values;
    const float *scales;
    std::size_t rows;
};

enum class Activation { None, Gelu };

// out[r * outStride + o] = activation(scale of row * scale of output * integer sum + bias).
void linear(const QuantisedRows &in, const PackedMatrix<std::int8_t> &matrix, Activation activation,
            float *out, std::size_t outStride);
void linear(const QuantisedRows &in, const PackedMatrix<std::int16_t> &matrix, float *out,
            std::size_t outStride);

// Quantises rows of `width` floats (a multiple of 16) symmetrically to 14 bits and a sign, one scale a row.
void quantiseRows(const float *in, std::size_t inStride, std::size_t rows, std::size_t width,
                  std::int16_t *out, std::size_t outStride, float *scales);

// Row r of x becomes layerNorm(x + addend) * gamma + beta, and its quantised form goes to out and scales.
// `addend` may be null.
void layerNorm(float *x, const float *addend, std::size_t rows, std::size_t width, const float *gamma,
               const float *beta, std::int16_t *out, float *scales);

// x = scale * word + position, for one token.
void embed(const std::int8_t *word, float scale, const float *position, std::size_t width, float *x);

// scores[r][0..keys) become softmax weights as 16-bit integers; scales[r] turns them back. Rows lie `stride`
// apart (a multiple of 16); what stands beyond `keys` becomes zero.
void softmax(float *scores, std::size_t rows, std::size_t keys, std::size_t stride, std::int16_t *weights,
             float *scales);

// The mean of the rows, made unit length.
void meanOfRows(const float *x, std::size_t rows, std::size_t width, float *out);
void makeUnitLength(float *x, std::size_t width);
float dot(const float *a, const float *b, std::size_t width); // width a multiple of 16

// Keys and values of one head in the layout of PackedMatrix<int16_t>.
// Keys: outputs are tokens (padded to 16), inputs the dimensions. Values: outputs are dimensions, inputs
// tokens.
void packKeys(const std::int16_t *keys, std::size_t tokens, std::size_t dimensions, std::int16_t *packed);
void packValues(const float *values, std::size_t stride, std::size_t tokens, std::size_t dimensions,
                std::int16_t *packed, float *scales);

} // namespace Helmdesk::EncoderKernels
