#include "encoder/Simd.h"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "knowledge/VectorScan.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

#include "knowledge/VectorScan.h"

HWY_BEFORE_NAMESPACE();
namespace Helmdesk::VectorScan::HWY_NAMESPACE
{

namespace hn = hwy::HWY_NAMESPACE;

#if HWY_TARGET == HWY_SCALAR

void dotRowsLoop(const std::int8_t *rows, std::size_t count, std::size_t width, const std::int16_t *query,
                 std::int32_t *out)
{
    for (std::size_t r = 0; r < count; ++r) {
        std::int32_t sum = 0;
        for (std::size_t i = 0; i < width; ++i)
            sum += std::int32_t{rows[r * width + i]} * std::int32_t{query[i]};
        out[r] = sum;
    }
}

std::int32_t dotLoop(const std::int16_t *row, const std::int16_t *query, std::size_t width)
{
    std::int32_t sum = 0;
    for (std::size_t i = 0; i < width; ++i)
        sum += std::int32_t{row[i]} * std::int32_t{query[i]};
    return sum;
}

#else

// Lanes are capped at 32, so that a width of 64 fills whole vectors everywhere.
using Shorts = hn::CappedTag<std::int16_t, 32>;
using Bytes = hn::Rebind<std::int8_t, Shorts>;
using Integers = hn::RepartitionToWide<Shorts>;

void dotRowsLoop(const std::int8_t *rows, std::size_t count, std::size_t width, const std::int16_t *query,
                 std::int32_t *out)
{
    const Shorts shorts;
    const Bytes bytes;
    const Integers integers;
    constexpr std::size_t lanes = HWY_MIN(HWY_MAX_BYTES / 2, 32);
    for (std::size_t r = 0; r < count; ++r) {
        const std::int8_t *row = rows + r * width;
        auto even0 = hn::Zero(integers);
        auto odd0 = hn::Zero(integers);
        auto even1 = hn::Zero(integers);
        auto odd1 = hn::Zero(integers);
        std::size_t i = 0;
        for (; i + 2 * lanes <= width; i += 2 * lanes) {
            const auto a = hn::PromoteTo(shorts, hn::LoadU(bytes, row + i));
            const auto b = hn::PromoteTo(shorts, hn::LoadU(bytes, row + i + lanes));
            even0 = hn::ReorderWidenMulAccumulate(integers, a, hn::LoadU(shorts, query + i), even0, odd0);
            even1 =
                hn::ReorderWidenMulAccumulate(integers, b, hn::LoadU(shorts, query + i + lanes), even1, odd1);
        }
        for (; i < width; i += lanes) {
            const auto a = hn::PromoteTo(shorts, hn::LoadU(bytes, row + i));
            even0 = hn::ReorderWidenMulAccumulate(integers, a, hn::LoadU(shorts, query + i), even0, odd0);
        }
        const auto sum = hn::Add(hn::Add(even0, odd0), hn::Add(even1, odd1));
        out[r] = hn::GetLane(hn::SumOfLanes(integers, sum));
    }
}

std::int32_t dotLoop(const std::int16_t *row, const std::int16_t *query, std::size_t width)
{
    const Shorts shorts;
    const Integers integers;
    constexpr std::size_t lanes = HWY_MIN(HWY_MAX_BYTES / 2, 32);
    auto even = hn::Zero(integers);
    auto odd = hn::Zero(integers);
    for (std::size_t i = 0; i < width; i += lanes)
        even = hn::ReorderWidenMulAccumulate(integers, hn::LoadU(shorts, row + i),
                                             hn::LoadU(shorts, query + i), even, odd);
    return hn::GetLane(hn::SumOfLanes(integers, hn::Add(even, odd)));
}

#endif

} // namespace Helmdesk::VectorScan::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE

namespace Helmdesk::VectorScan
{

HWY_EXPORT(dotRowsLoop);
HWY_EXPORT(dotLoop);

void dotRows(const std::int8_t *rows, std::size_t count, std::size_t width, const std::int16_t *query,
             std::int32_t *out)
{
    HWY_DYNAMIC_DISPATCH(dotRowsLoop)(rows, count, width, query, out);
}

std::int32_t dot(const std::int16_t *row, const std::int16_t *query, std::size_t width)
{
    return HWY_DYNAMIC_DISPATCH(dotLoop)(row, query, width);
}

} // namespace Helmdesk::VectorScan

#endif
