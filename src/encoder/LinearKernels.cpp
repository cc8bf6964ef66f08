#include "encoder/Simd.h"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "encoder/LinearKernels.cpp"
#include <hwy/cache_control.h>
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

#include "encoder/DotProducts.h"
#include "encoder/Kernels.h"
#include "encoder/VectorMath-inl.h"

#include <algorithm>
#include <cstring>

HWY_BEFORE_NAMESPACE();
namespace Helmdesk::EncoderKernels::HWY_NAMESPACE
{

// How one linear layer is cut: the weights of a block stay in the nearest cache while the tiles of a chunk of
// rows pass over them, and a chunk of rows stays in the second cache while all the blocks pass.
constexpr std::size_t chunkRows = 64;

HWY_INLINE void storeOutputs(FloatVector value, Activation activation, float *out)
{
    hn::StoreU(activation == Activation::Gelu ? gelu(value) : value, Floats(), out);
}

#if HWY_TARGET == HWY_SCALAR

template <class Weight>
void linearLoop(const QuantisedRows &in, const PackedMatrix<Weight> &matrix, Activation activation,
                float *out, std::size_t outStride)
{
    for (std::size_t block = 0; block < matrix.outputs; block += blockOutputs) {
        const Weight *weights = matrix.weights + block * matrix.inputs;
        for (std::size_t row = 0; row < in.rows; ++row) {
            const std::int16_t *x = in.values + row * matrix.inputs;
            std::int32_t sums[blockOutputs] = {};
            for (std::size_t k = 0; k < matrix.inputs; k += 2) {
                for (std::size_t o = 0; o < blockOutputs; ++o)
                    sums[o] += x[k] * weights[k * blockOutputs + 2 * o] +
                               x[k + 1] * weights[k * blockOutputs + 2 * o + 1];
            }
            for (std::size_t o = 0; o < blockOutputs; ++o) {
                const float scale = in.scales[row] * matrix.scales[block + o];
                const float value = static_cast<float>(sums[o]) * scale;
                const float bias = matrix.bias ? matrix.bias[block + o] : 0.0F;
                storeOutputs(hn::Set(Floats(), value + bias), activation, out + row * outStride + block + o);
            }
        }
    }
}

#else

using Pairs = hn::Repartition<std::int16_t, Integers>; // two 16-bit inputs for each 32-bit sum
using PairVector = hn::VFromD<Pairs>;

constexpr std::size_t vectorsPerTile = 2;
constexpr std::size_t outputsPerTile = vectorsPerTile * laneCount;
constexpr std::size_t tileRows = HWY_TARGET == HWY_AVX3 ? 8 : 6; // as many sums as there are registers for

HWY_INLINE PairVector loadWeights(const std::int8_t *weights)
{
    return hn::PromoteTo(Pairs(), hn::LoadU(hn::Rebind<std::int8_t, Pairs>(), weights));
}

HWY_INLINE PairVector loadWeights(const std::int16_t *weights)
{
    return hn::LoadU(Pairs(), weights);
}

HWY_INLINE PairVector repeatPair(const std::int16_t *values)
{
    std::int32_t pair;
    std::memcpy(&pair, values, sizeof pair);
    return hn::BitCast(Pairs(), hn::Set(Integers(), pair));
}

// sums += weights[2i] * x[2i] + weights[2i + 1] * x[2i + 1]. On ARM a sum is spread over two vectors
// (`more`).
template <bool DotProducts>
HWY_INLINE void accumulate(PairVector weights, PairVector x, IntegerVector &sums, IntegerVector &more)
{
#if HWY_TARGET == HWY_AVX3 && HELMDESK_HAVE_DOT_PRODUCTS
    if constexpr (DotProducts) {
        asm("vpdpwssd %2, %1, %0" : "+v"(sums.raw) : "v"(weights.raw), "v"(x.raw));
        return;
    }
#endif
    sums = hn::ReorderWidenMulAccumulate(Integers(), weights, x, sums, more);
#if HWY_ARCH_X86 && defined(__GNUC__)
    // Emits nothing; keeps GCC from gathering all products before the additions, which made it spill the sums
    // and took 1.7 times as long.
    asm("" : "+v"(sums.raw));
#endif
}

// Where a vector of outputs finds its weights, counted from the first one's: within a block they lie side by
// side, and AVX-512, whose vector is a whole block, takes the next block.
HWY_INLINE std::size_t weightOffset(std::size_t vector, std::size_t inputs)
{
    return laneCount == blockOutputs ? vector * blockOutputs * inputs : vector * laneCount * 2;
}

// One pair of inputs for a tile. The arrays must live in registers, hence the unrolling.
template <bool DotProducts, class Weight, std::size_t Rows, std::size_t Vectors>
HWY_INLINE void addPair(const Weight *weights, std::size_t inputs, const std::int16_t *x,
                        IntegerVector (&sums)[Rows][Vectors], IntegerVector (&more)[Rows][Vectors])
{
    PairVector w[Vectors];
#pragma GCC unroll 8
    for (std::size_t v = 0; v < Vectors; ++v)
        w[v] = loadWeights(weights + weightOffset(v, inputs));
#pragma GCC unroll 8
    for (std::size_t r = 0; r < Rows; ++r) {
        const PairVector pair = repeatPair(x + r * inputs);
#pragma GCC unroll 8
        for (std::size_t v = 0; v < Vectors; ++v)
            accumulate<DotProducts>(w[v], pair, sums[r][v], more[r][v]);
    }
}

// One tile: `Rows` rows times `Vectors` vectors of outputs.
template <class Weight, std::size_t Rows, std::size_t Vectors, bool DotProducts>
void tile(const std::int16_t *x, const float *rowScales, const PackedMatrix<Weight> &matrix,
          std::size_t firstOutput, Activation activation, float *out, std::size_t outStride)
{
    const Floats d;
    IntegerVector sums[Rows][Vectors];
    IntegerVector more[Rows][Vectors];
#pragma GCC unroll 8
    for (std::size_t v = 0; v < Vectors; ++v) {
#pragma GCC unroll 8
        for (std::size_t r = 0; r < Rows; ++r)
            sums[r][v] = more[r][v] = hn::Zero(Integers());
    }

    const std::size_t inputs = matrix.inputs;
    const Weight *weights =
        matrix.weights + firstOutput / blockOutputs * blockOutputs * inputs + firstOutput % blockOutputs * 2;
    // The weights of the tile after this one; asked for past the last one too, which does no harm.
    const Weight *ahead = weights + std::max(blockOutputs, Vectors * laneCount) * inputs;
    constexpr std::size_t step = 2 * blockOutputs;
    for (std::size_t k = 0; k < inputs; k += 4) {
        hwy::Prefetch(ahead);
        addPair<DotProducts>(weights, inputs, x, sums, more);
        addPair<DotProducts>(weights + step, inputs, x + 2, sums, more);
        weights += 2 * step;
        ahead += 2 * step;
        x += 4;
    }

#pragma GCC unroll 8
    for (std::size_t v = 0; v < Vectors; ++v) {
        const std::size_t output = firstOutput + v * laneCount;
        const FloatVector scales = hn::LoadU(d, matrix.scales + output);
        const FloatVector bias = matrix.bias ? hn::LoadU(d, matrix.bias + output) : hn::Zero(d);
#pragma GCC unroll 8
        for (std::size_t r = 0; r < Rows; ++r) {
            const auto total = hn::ConvertTo(d, hn::RearrangeToOddPlusEven(sums[r][v], more[r][v]));
            const auto scale = hn::Mul(hn::Set(d, rowScales[r]), scales);
            storeOutputs(hn::Add(hn::Mul(total, scale), bias), activation, out + r * outStride + output);
        }
    }
}

template <class Weight, std::size_t Vectors, bool DotProducts, std::size_t Rows = tileRows>
void tileOfRows(std::size_t rows, const std::int16_t *x, const float *rowScales,
                const PackedMatrix<Weight> &matrix, std::size_t firstOutput, Activation activation,
                float *out, std::size_t outStride)
{
    if constexpr (Rows > 1) {
        if (rows < Rows) {
            tileOfRows<Weight, Vectors, DotProducts, Rows - 1>(rows, x, rowScales, matrix, firstOutput,
                                                               activation, out, outStride);
            return;
        }
    }
    tile<Weight, Rows, Vectors, DotProducts>(x, rowScales, matrix, firstOutput, activation, out, outStride);
}

template <class Weight, bool DotProducts>
void linearTiles(const QuantisedRows &in, const PackedMatrix<Weight> &matrix, Activation activation,
                 float *out, std::size_t outStride)
{
    for (std::size_t chunk = 0; chunk < in.rows; chunk += chunkRows) {
        const std::size_t chunkEnd = std::min(in.rows, chunk + chunkRows);
        // Tiles of nearly equal height: 15 rows are three times 5, not 6, 6 and 3.
        const std::size_t tiles = (chunkEnd - chunk + tileRows - 1) / tileRows;
        for (std::size_t output = 0; output < matrix.outputs; output += outputsPerTile) {
            std::size_t row = chunk;
            for (std::size_t t = 0; t < tiles; ++t) {
                const std::size_t rows = (chunkEnd - row + tiles - t - 1) / (tiles - t);
                const std::int16_t *x = in.values + row * matrix.inputs;
                float *target = out + row * outStride;
                if (matrix.outputs - output >= outputsPerTile)
                    tileOfRows<Weight, vectorsPerTile, DotProducts>(rows, x, in.scales + row, matrix, output,
                                                                    activation, target, outStride);
                else // AVX-512 takes two blocks at once; of an odd number one is left
                    tileOfRows<Weight, 1, DotProducts>(rows, x, in.scales + row, matrix, output, activation,
                                                       target, outStride);
                row += rows;
            }
        }
    }
}

template <class Weight>
void linearLoop(const QuantisedRows &in, const PackedMatrix<Weight> &matrix, Activation activation,
                float *out, std::size_t outStride)
{
#if HWY_TARGET == HWY_AVX3 && HELMDESK_HAVE_DOT_PRODUCTS
    if (useDotProducts()) {
        linearTiles<Weight, true>(in, matrix, activation, out, outStride);
        return;
    }
#endif
    linearTiles<Weight, false>(in, matrix, activation, out, outStride);
}

#endif

void linearBytes(const QuantisedRows &in, const PackedMatrix<std::int8_t> &matrix, Activation activation,
                 float *out, std::size_t outStride)
{
    linearLoop(in, matrix, activation, out, outStride);
}

void linearShorts(const QuantisedRows &in, const PackedMatrix<std::int16_t> &matrix, float *out,
                  std::size_t outStride)
{
    linearLoop(in, matrix, Activation::None, out, outStride);
}

} // namespace Helmdesk::EncoderKernels::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace Helmdesk::EncoderKernels
{

HWY_EXPORT(linearBytes);
HWY_EXPORT(linearShorts);

void linear(const QuantisedRows &in, const PackedMatrix<std::int8_t> &matrix, Activation activation,
            float *out, std::size_t outStride)
{
    HWY_DYNAMIC_DISPATCH(linearBytes)(in, matrix, activation, out, outStride);
}

void linear(const QuantisedRows &in, const PackedMatrix<std::int16_t> &matrix, float *out,
            std::size_t outStride)
{
    HWY_DYNAMIC_DISPATCH(linearShorts)(in, matrix, out, outStride);
}

} // namespace Helmdesk::EncoderKernels
#endif
