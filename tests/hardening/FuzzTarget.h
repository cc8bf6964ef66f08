#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

// Each driver defines this one function, which libFuzzer and the mutator of this folder both call: it hands
// the bytes to a reader of untrusted input and checks what must hold of the result, whatever the bytes are.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

namespace Helmdesk::Hardening
{

// Ends the program when what must hold does not, so that both ways of running see it.
inline void require(bool holds, const char *what)
{
    if (holds)
        return;
    std::fprintf(stderr, "does not hold: %s\n", what);
    std::abort();
}

} // namespace Helmdesk::Hardening
