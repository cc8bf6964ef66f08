#pragma once

#include <vector>

namespace Helmdesk
{

// The forms of the kernels that were compiled in and that this processor can run, best first; the last one is
// always plain C++. Vectors are the same in every form, to the last bit.
struct InstructionSet {
    const char *name; // "AVX2", "NEON", "SCALAR", …
    long long target; // Highway's bit
    bool dotProducts; // AVX-512 with the 16-bit dot products of VNNI
    bool operator==(const InstructionSet &) const = default;
};
std::vector<InstructionSet> instructionSets();
InstructionSet currentInstructionSet();

// Forces one of them while it lives, for tests and benchmarks. Process-wide: keep one at a time, and use no
// encoder in another thread while it is made or destroyed.
class ForcedInstructionSet
{
public:
    explicit ForcedInstructionSet(const InstructionSet &set);
    ~ForcedInstructionSet();
    ForcedInstructionSet(const ForcedInstructionSet &) = delete;
    ForcedInstructionSet &operator=(const ForcedInstructionSet &) = delete;
};

} // namespace Helmdesk
