// Elementary functions on vectors, included once per instruction set.
// Multiplications and additions stay apart, so that every instruction set rounds alike.
#if defined(HELMDESK_ENCODER_VECTORMATH_INL_H) == defined(HWY_TARGET_TOGGLE)
#ifdef HELMDESK_ENCODER_VECTORMATH_INL_H
#undef HELMDESK_ENCODER_VECTORMATH_INL_H
#else
#define HELMDESK_ENCODER_VECTORMATH_INL_H
#endif

#include <hwy/highway.h>

#include <cstddef>
#include <cstdint>

HWY_BEFORE_NAMESPACE();
namespace Helmdesk::EncoderKernels::HWY_NAMESPACE
{
namespace hn = hwy::HWY_NAMESPACE;

// Floats are handled in groups of sixteen: one vector of AVX-512, two of AVX2, four of SSE4 and NEON, and
// sixteen plain numbers. A sum is kept as sixteen partial sums whatever the vectors' width.
constexpr std::size_t groupSize = 16;
using Floats = hn::CappedTag<float, groupSize>;
using Integers = hn::RebindToSigned<Floats>;
using Shorts = hn::Rebind<std::int16_t, Floats>;
using Bytes = hn::Rebind<std::int8_t, Floats>;
using FloatVector = hn::VFromD<Floats>;
using IntegerVector = hn::VFromD<Integers>;
constexpr std::size_t laneCount = hn::MaxLanes(Floats());
constexpr std::size_t vectorsPerGroup = groupSize / laneCount;

// 1.5 * 2^23: adding it rounds a small number to the nearest integer, ties to even, in the lowest bits.
constexpr float roundingMagic = 12582912.0F;

HWY_INLINE IntegerVector nearestInteger(FloatVector x)
{
    const Floats d;
    const Integers di;
    const auto magic = hn::Set(d, roundingMagic);
    return hn::Sub(hn::BitCast(di, hn::Add(x, magic)), hn::BitCast(di, magic));
}

// e^x for x <= 0 (and a little above); below -87 it stays at about 1e-38. Relative error below 1e-6.
// 2^(x log2 e), the whole part by the exponent bits, the rest by a polynomial (minimax on [-1/2, 1/2]).
HWY_INLINE FloatVector exponential(FloatVector x)
{
    const Floats d;
    const Integers di;
    const auto magic = hn::Set(d, roundingMagic);
    x = hn::Mul(hn::Max(x, hn::Set(d, -87.0F)), hn::Set(d, 1.44269504F));
    const auto shifted = hn::Add(x, magic);
    const auto rest = hn::Sub(x, hn::Sub(shifted, magic));
    auto poly = hn::Set(d, 0.0013276462F);
    poly = hn::Add(hn::Mul(poly, rest), hn::Set(d, 0.009675541F));
    poly = hn::Add(hn::Mul(poly, rest), hn::Set(d, 0.055507135F));
    poly = hn::Add(hn::Mul(poly, rest), hn::Set(d, 0.2402212F));
    poly = hn::Add(hn::Mul(poly, rest), hn::Set(d, 0.69314694F));
    poly = hn::Add(hn::Mul(poly, rest), hn::Set(d, 1.0F));
    // The lowest nine bits of the magic number are zero, so the shift leaves the whole part alone.
    const auto exponent = hn::ShiftLeft<23>(hn::BitCast(di, shifted));
    return hn::BitCast(d, hn::Add(hn::BitCast(di, poly), exponent));
}

// x / 2 * (1 + erf(x / sqrt 2)), with erf(x / sqrt 2) / x as a polynomial of x^2 (minimax for x^2 up
// to 4.25^2; beyond it erf stays where it is). Absolute error below 4e-5 up to |x| = 8, a tenth of what the
// rounding to 14 bits makes after it, without a division.
HWY_INLINE FloatVector gelu(FloatVector x)
{
    const Floats d;
    const auto bounded = hn::Min(hn::Max(x, hn::Set(d, -4.25F)), hn::Set(d, 4.25F));
    const auto square = hn::Mul(bounded, bounded);
    auto poly = hn::Set(d, 9.0936945e-11F);
    poly = hn::Add(hn::Mul(poly, square), hn::Set(d, -9.030245e-09F));
    poly = hn::Add(hn::Mul(poly, square), hn::Set(d, 3.972197e-07F));
    poly = hn::Add(hn::Mul(poly, square), hn::Set(d, -1.0294811e-05F));
    poly = hn::Add(hn::Mul(poly, square), hn::Set(d, 0.00017697603F));
    poly = hn::Add(hn::Mul(poly, square), hn::Set(d, -0.0021581422F));
    poly = hn::Add(hn::Mul(poly, square), hn::Set(d, 0.01943751F));
    poly = hn::Add(hn::Mul(poly, square), hn::Set(d, -0.13238049F));
    poly = hn::Add(hn::Mul(poly, square), hn::Set(d, 0.7976384F));
    const auto half = hn::Mul(x, hn::Set(d, 0.5F));
    return hn::Add(half, hn::Mul(half, hn::Mul(poly, bounded)));
}

// Adds sixteen partial sums in a fixed order.
HWY_INLINE float sumOfGroup(const float (&partial)[groupSize])
{
    float eight[8];
    for (std::size_t i = 0; i < 8; ++i)
        eight[i] = partial[i] + partial[i + 8];
    return ((eight[0] + eight[4]) + (eight[2] + eight[6])) + ((eight[1] + eight[5]) + (eight[3] + eight[7]));
}

HWY_INLINE float sumOfVectors(const FloatVector (&sums)[vectorsPerGroup])
{
    float partial[groupSize];
    for (std::size_t v = 0; v < vectorsPerGroup; ++v)
        hn::StoreU(sums[v], Floats(), partial + v * laneCount);
    return sumOfGroup(partial);
}

// The largest does not depend on the order.
HWY_INLINE float largestOfVectors(const FloatVector (&vectors)[vectorsPerGroup])
{
    FloatVector largest = vectors[0];
    for (std::size_t v = 1; v < vectorsPerGroup; ++v)
        largest = hn::Max(largest, vectors[v]);
    return hn::GetLane(hn::MaxOfLanes(Floats(), largest));
}

} // namespace Helmdesk::EncoderKernels::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();
#endif
