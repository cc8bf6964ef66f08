#include "encoder/Simd.h"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "encoder/RowKernels.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

#include "encoder/Kernels.h"
#include "encoder/VectorMath-inl.h"

#include <algorithm>
#include <cmath>

HWY_BEFORE_NAMESPACE();
namespace Helmdesk::EncoderKernels::HWY_NAMESPACE
{

constexpr float normEpsilon = 1e-12F;

// Rounds x * factor to 16-bit integers.
HWY_INLINE void storeShorts(FloatVector x, FloatVector factor, std::int16_t *out)
{
    hn::StoreU(hn::DemoteTo(Shorts(), nearestInteger(hn::Mul(x, factor))), Shorts(), out);
}

HWY_INLINE float largestMagnitude(const float *x, std::size_t width)
{
    const Floats d;
    FloatVector largest[vectorsPerGroup];
    for (auto &vector : largest)
        vector = hn::Zero(d);
    for (std::size_t i = 0; i < width; i += groupSize) {
        for (std::size_t v = 0; v < vectorsPerGroup; ++v)
            largest[v] = hn::Max(largest[v], hn::Abs(hn::LoadU(d, x + i + v * laneCount)));
    }
    return largestOfVectors(largest);
}

HWY_INLINE void quantiseRow(const float *x, std::size_t width, std::int16_t *out, float *scale)
{
    const Floats d;
    const float largest = largestMagnitude(x, width);
    const auto factor = hn::Set(d, largest > 0.0F ? activationLimit / largest : 0.0F);
    for (std::size_t i = 0; i < width; i += laneCount)
        storeShorts(hn::LoadU(d, x + i), factor, out + i);
    *scale = largest / activationLimit;
}

void quantiseRowsLoop(const float *in, std::size_t inStride, std::size_t rows, std::size_t width,
                      std::int16_t *out, std::size_t outStride, float *scales)
{
    for (std::size_t r = 0; r < rows; ++r)
        quantiseRow(in + r * inStride, width, out + r * outStride, scales + r);
}

HWY_INLINE void layerNormRow(float *x, const float *addend, std::size_t width, const float *gamma,
                             const float *beta)
{
    const Floats d;
    FloatVector sums[vectorsPerGroup];
    for (auto &vector : sums)
        vector = hn::Zero(d);
    for (std::size_t i = 0; i < width; i += groupSize) {
        for (std::size_t v = 0; v < vectorsPerGroup; ++v) {
            const std::size_t at = i + v * laneCount;
            FloatVector value = hn::LoadU(d, x + at);
            if (addend)
                value = hn::Add(value, hn::LoadU(d, addend + at));
            hn::StoreU(value, d, x + at);
            sums[v] = hn::Add(sums[v], value);
        }
    }
    const auto mean = hn::Set(d, sumOfVectors(sums) / static_cast<float>(width));
    for (auto &vector : sums)
        vector = hn::Zero(d);
    for (std::size_t i = 0; i < width; i += groupSize) {
        for (std::size_t v = 0; v < vectorsPerGroup; ++v) {
            const auto difference = hn::Sub(hn::LoadU(d, x + i + v * laneCount), mean);
            sums[v] = hn::Add(sums[v], hn::Mul(difference, difference));
        }
    }
    const float variance = sumOfVectors(sums) / static_cast<float>(width);
    const auto factor = hn::Set(d, 1.0F / std::sqrt(variance + normEpsilon));
    for (std::size_t i = 0; i < width; i += laneCount) {
        const auto normal = hn::Mul(hn::Sub(hn::LoadU(d, x + i), mean), factor);
        hn::StoreU(hn::Add(hn::Mul(normal, hn::LoadU(d, gamma + i)), hn::LoadU(d, beta + i)), d, x + i);
    }
}

void layerNormLoop(float *x, const float *addend, std::size_t rows, std::size_t width, const float *gamma,
                   const float *beta, std::int16_t *out, float *scales)
{
    for (std::size_t r = 0; r < rows; ++r) {
        layerNormRow(x + r * width, addend ? addend + r * width : nullptr, width, gamma, beta);
        quantiseRow(x + r * width, width, out + r * width, scales + r);
    }
}

void embedLoop(const std::int8_t *word, float scale, const float *position, std::size_t width, float *x)
{
    const Floats d;
    const auto factor = hn::Set(d, scale);
    for (std::size_t i = 0; i < width; i += laneCount) {
        const auto integers = hn::PromoteTo(Integers(), hn::LoadU(Bytes(), word + i));
        const auto value = hn::Mul(hn::ConvertTo(d, integers), factor);
        hn::StoreU(hn::Add(value, hn::LoadU(d, position + i)), d, x + i);
    }
}

HWY_INLINE void softmaxRow(float *scores, std::size_t keys, std::size_t stride, std::int16_t *weights,
                           float *scale)
{
    const Floats d;
    std::fill(scores + keys, scores + stride, -1e30F); // becomes exactly zero below
    FloatVector vectors[vectorsPerGroup];
    for (auto &vector : vectors)
        vector = hn::Set(d, -1e30F);
    for (std::size_t i = 0; i < stride; i += groupSize) {
        for (std::size_t v = 0; v < vectorsPerGroup; ++v)
            vectors[v] = hn::Max(vectors[v], hn::LoadU(d, scores + i + v * laneCount));
    }
    const auto largest = hn::Set(d, largestOfVectors(vectors));
    for (auto &vector : vectors)
        vector = hn::Zero(d);
    for (std::size_t i = 0; i < stride; i += groupSize) {
        for (std::size_t v = 0; v < vectorsPerGroup; ++v) {
            const auto weight = exponential(hn::Sub(hn::LoadU(d, scores + i + v * laneCount), largest));
            hn::StoreU(weight, d, scores + i + v * laneCount);
            vectors[v] = hn::Add(vectors[v], weight);
        }
    }
    const float sum = sumOfVectors(vectors);
    const float factor = std::min(probabilityLimit, probabilityBudget / sum);
    for (std::size_t i = 0; i < stride; i += laneCount)
        storeShorts(hn::LoadU(d, scores + i), hn::Set(d, factor), weights + i);
    *scale = 1.0F / (factor * sum);
}

void softmaxLoop(float *scores, std::size_t rows, std::size_t keys, std::size_t stride, std::int16_t *weights,
                 float *scales)
{
    for (std::size_t r = 0; r < rows; ++r)
        softmaxRow(scores + r * stride, keys, stride, weights + r * stride, scales + r);
}

float dotLoop(const float *a, const float *b, std::size_t width)
{
    const Floats d;
    FloatVector sums[vectorsPerGroup];
    for (auto &vector : sums)
        vector = hn::Zero(d);
    for (std::size_t i = 0; i < width; i += groupSize) {
        for (std::size_t v = 0; v < vectorsPerGroup; ++v) {
            const std::size_t at = i + v * laneCount;
            sums[v] = hn::Add(sums[v], hn::Mul(hn::LoadU(d, a + at), hn::LoadU(d, b + at)));
        }
    }
    return sumOfVectors(sums);
}

void makeUnitLengthLoop(float *x, std::size_t width)
{
    const Floats d;
    const float length = std::sqrt(dotLoop(x, x, width));
    const auto factor = hn::Set(d, length > 0.0F ? 1.0F / length : 0.0F);
    for (std::size_t i = 0; i < width; i += laneCount)
        hn::StoreU(hn::Mul(hn::LoadU(d, x + i), factor), d, x + i);
}

void meanOfRowsLoop(const float *x, std::size_t rows, std::size_t width, float *out)
{
    const Floats d;
    for (std::size_t i = 0; i < width; i += laneCount) {
        FloatVector sum = hn::Zero(d);
        for (std::size_t r = 0; r < rows; ++r)
            sum = hn::Add(sum, hn::LoadU(d, x + r * width + i));
        hn::StoreU(sum, d, out + i);
    }
    makeUnitLengthLoop(out, width); // dividing by the number of rows would change nothing
}

void packKeysLoop(const std::int16_t *keys, std::size_t tokens, std::size_t dimensions, std::int16_t *packed)
{
    for (std::size_t block = 0; block < tokens; block += blockOutputs) {
        const std::size_t used = std::min(blockOutputs, tokens - block);
        for (std::size_t pair = 0; pair < dimensions; pair += 2) {
            std::int16_t *out = packed + block * dimensions + pair * blockOutputs;
            for (std::size_t o = 0; o < blockOutputs; ++o) {
                const std::int16_t *key = keys + (block + o) * dimensions + pair;
                out[2 * o] = o < used ? key[0] : std::int16_t{0};
                out[2 * o + 1] = o < used ? key[1] : std::int16_t{0};
            }
        }
    }
}

void packValuesLoop(const float *values, std::size_t stride, std::size_t tokens, std::size_t dimensions,
                    std::int16_t *packed, float *scales)
{
    const Floats d;
    const std::size_t padded = (tokens + blockOutputs - 1) / blockOutputs * blockOutputs;
    for (std::size_t block = 0; block < dimensions; block += blockOutputs) {
        float factors[blockOutputs];
        for (std::size_t o = 0; o < blockOutputs; o += laneCount) {
            FloatVector largest = hn::Zero(d);
            for (std::size_t t = 0; t < tokens; ++t)
                largest = hn::Max(largest, hn::Abs(hn::LoadU(d, values + t * stride + block + o)));
            const auto safe = hn::Max(largest, hn::Set(d, 1e-30F));
            hn::StoreU(hn::Div(hn::Set(d, activationLimit), safe), d, factors + o);
            hn::StoreU(hn::Div(largest, hn::Set(d, activationLimit)), d, scales + block + o);
        }
        std::int16_t *out = packed + block * padded;
        for (std::size_t pair = 0; pair < padded; pair += 2, out += 2 * blockOutputs) {
            std::int16_t rows[2][blockOutputs] = {};
            for (std::size_t t = pair; t < std::min(pair + 2, tokens); ++t) {
                for (std::size_t o = 0; o < blockOutputs; o += laneCount)
                    storeShorts(hn::LoadU(d, values + t * stride + block + o), hn::LoadU(d, factors + o),
                                rows[t - pair] + o);
            }
            for (std::size_t o = 0; o < blockOutputs; ++o) {
                out[2 * o] = rows[0][o];
                out[2 * o + 1] = rows[1][o];
            }
        }
    }
}

} // namespace Helmdesk::EncoderKernels::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace Helmdesk::EncoderKernels
{

HWY_EXPORT(quantiseRowsLoop);
HWY_EXPORT(layerNormLoop);
HWY_EXPORT(embedLoop);
HWY_EXPORT(softmaxLoop);
HWY_EXPORT(dotLoop);
HWY_EXPORT(makeUnitLengthLoop);
HWY_EXPORT(meanOfRowsLoop);
HWY_EXPORT(packKeysLoop);
HWY_EXPORT(packValuesLoop);

void quantiseRows(const float *in, std::size_t inStride, std::size_t rows, std::size_t width,
                  std::int16_t *out, std::size_t outStride, float *scales)
{
    HWY_DYNAMIC_DISPATCH(quantiseRowsLoop)(in, inStride, rows, width, out, outStride, scales);
}

void layerNorm(float *x, const float *addend, std::size_t rows, std::size_t width, const float *gamma,
               const float *beta, std::int16_t *out, float *scales)
{
    HWY_DYNAMIC_DISPATCH(layerNormLoop)(x, addend, rows, width, gamma, beta, out, scales);
}

void embed(const std::int8_t *word, float scale, const float *position, std::size_t width, float *x)
{
    HWY_DYNAMIC_DISPATCH(embedLoop)(word, scale, position, width, x);
}

void softmax(float *scores, std::size_t rows, std::size_t keys, std::size_t stride, std::int16_t *weights,
             float *scales)
{
    HWY_DYNAMIC_DISPATCH(softmaxLoop)(scores, rows, keys, stride, weights, scales);
}

float dot(const float *a, const float *b, std::size_t width)
{
    return HWY_DYNAMIC_DISPATCH(dotLoop)(a, b, width);
}

void makeUnitLength(float *x, std::size_t width)
{
    HWY_DYNAMIC_DISPATCH(makeUnitLengthLoop)(x, width);
}

void meanOfRows(const float *x, std::size_t rows, std::size_t width, float *out)
{
    HWY_DYNAMIC_DISPATCH(meanOfRowsLoop)(x, rows, width, out);
}

void packKeys(const std::int16_t *keys, std::size_t tokens, std::size_t dimensions, std::int16_t *packed)
{
    HWY_DYNAMIC_DISPATCH(packKeysLoop)(keys, tokens, dimensions, packed);
}

void packValues(const float *values, std::size_t stride, std::size_t tokens, std::size_t dimensions,
                std::int16_t *packed, float *scales)
{
    HWY_DYNAMIC_DISPATCH(packValuesLoop)(values, stride, tokens, dimensions, packed, scales);
}

} // namespace Helmdesk::EncoderKernels
#endif
