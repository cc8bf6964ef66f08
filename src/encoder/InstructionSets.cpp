#include "encoder/InstructionSets.h"

#include "encoder/DotProducts.h"
#include "encoder/Simd.h"

#include <hwy/highway.h>

#include <algorithm>
#include <atomic>

namespace Helmdesk
{

namespace EncoderKernels
{

bool hasDotProducts()
{
#if HELMDESK_HAVE_DOT_PRODUCTS
    __builtin_cpu_init(); // needed before main
    return __builtin_cpu_supports("avx512vnni") != 0;
#else
    return false;
#endif
}

namespace
{
std::atomic<bool> dotProductsUsed{hasDotProducts()};
}

bool useDotProducts()
{
    return dotProductsUsed.load(std::memory_order_relaxed);
}

void setUseDotProducts(bool used)
{
    dotProductsUsed = used && hasDotProducts();
}

} // namespace EncoderKernels

std::vector<InstructionSet> instructionSets()
{
    std::vector<InstructionSet> sets;
    std::int64_t targets = hwy::SupportedTargets() & HWY_TARGETS & ~HWY_SCALAR;
    for (; targets != 0; targets &= targets - 1) { // the lowest bit is the best
        const std::int64_t target = targets & -targets;
#if HWY_ARCH_X86
        if (target == HWY_AVX3 && EncoderKernels::hasDotProducts())
            sets.push_back({"AVX3_VNNI", target, true});
#endif
        sets.push_back({hwy::TargetName(target), target, false});
    }
    if constexpr ((HWY_TARGETS & HWY_SCALAR) != 0)
        sets.push_back({"SCALAR", HWY_SCALAR, false});
    return sets;
}

InstructionSet currentInstructionSet()
{
    return instructionSets().front();
}

ForcedInstructionSet::ForcedInstructionSet(const InstructionSet &set)
{
    EncoderKernels::setUseDotProducts(set.dotProducts);
    hwy::GetChosenTarget().Update(set.target);
}

ForcedInstructionSet::~ForcedInstructionSet()
{
    EncoderKernels::setUseDotProducts(true);
    hwy::GetChosenTarget().Update(hwy::SupportedTargets());
}

} // namespace Helmdesk
