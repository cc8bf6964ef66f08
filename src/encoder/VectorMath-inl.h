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

// e^x for x <= 0 (and a little above); below -87 it stays at about 1e-38. Relative error below 2e-7.
HWY_INLINE FloatVector exponential(FloatVector x)
{
    const Floats d;
    const Integers di;
    x = hn::Max(x, hn::Set(d, -87.0F));
    const auto magic = hn::Set(d, roundingMagic);
    const auto shifted = hn::Add(hn::Mul(x, hn::Set(d, 1.44269504F)), magic);
    const auto whole = hn::Sub(shifted, magic);
    // ln 2 in two parts: the first has few enough bits for an exact product.
    auto rest = hn::Sub(x, hn::Mul(whole, hn::Set(d, 0.693359375F)));
    rest = hn::Add(rest, hn::Mul(whole, hn::Set(d, 2.12194440e-4F)));
    auto poly = hn::Set(d, 1.3981999507e-3F);
    poly = hn::Add(hn::Mul(poly, rest), hn::Set(d, 8.3334519073e-3F));
    poly = hn::Add(hn::Mul(poly, rest), hn::Set(d, 4.1665795894e-2F));
    poly = hn::Add(hn::Mul(poly, rest), hn::Set(d, 1.6666665459e-1F));
    poly = hn::Add(hn::Mul(poly, rest), hn::Set(d, 0.5F));
    poly = hn::Add(hn::Mul(poly, hn::Mul(rest, rest)), hn::Add(rest, hn::Set(d, 1.0F)));
    const auto exponent = hn::ShiftLeft<23>(hn::Sub(hn::BitCast(di, shifted), hn::BitCast(di, magic)));
    return hn::BitCast(d, hn::Add(hn::BitCast(di, poly), exponent));
}

// x / 2 * (1 + erf(x / sqrt 2)), erf after Abramowitz and Stegun 7.1.26 (error below 1.5e-7). Since erf is
// odd, this is max(x, 0) - |x| / 2 * erfc(|x| / sqrt 2).
HWY_INLINE FloatVector gelu(FloatVector x)
{
    const Floats d;
    const auto size = hn::Abs(x);
    const auto one = hn::Set(d, 1.0F);
    const auto t = hn::Div(one, hn::Add(one, hn::Mul(size, hn::Set(d, 0.3275911F * 0.70710678F))));
    auto poly = hn::Set(d, 1.061405429F);
    poly = hn::Add(hn::Mul(poly, t), hn::Set(d, -1.453152027F));
    poly = hn::Add(hn::Mul(poly, t), hn::Set(d, 1.421413741F));
    poly = hn::Add(hn::Mul(poly, t), hn::Set(d, -0.284496736F));
    poly = hn::Add(hn::Mul(poly, t), hn::Set(d, 0.254829592F));
    const auto tail = hn::Mul(hn::Mul(poly, t), exponential(hn::Mul(hn::Mul(x, x), hn::Set(d, -0.5F))));
    return hn::Sub(hn::Max(x, hn::Zero(d)), hn::Mul(hn::Mul(size, hn::Set(d, 0.5F)), tail));
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

HWY_INLINE float largestOfVectors(const FloatVector (&vectors)[vectorsPerGroup])
{
    float lanes[groupSize];
    for (std::size_t v = 0; v < vectorsPerGroup; ++v)
        hn::StoreU(vectors[v], Floats(), lanes + v * laneCount);
    float largest = lanes[0];
    for (std::size_t i = 1; i < groupSize; ++i)
        largest = lanes[i] > largest ? lanes[i] : largest;
    return largest;
}

} // namespace Helmdesk::EncoderKernels::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();
#endif
