#pragma once

// vpdpwssd, the 16-bit dot product of AVX-512 VNNI: one instruction for what otherwise takes a multiplication
// and an addition. Highway 1.0 does not use it, so it is written out where the compiler takes GNU assembler.
#if defined(__GNUC__) && defined(__x86_64__)
#define HELMDESK_HAVE_DOT_PRODUCTS 1
#else
#define HELMDESK_HAVE_DOT_PRODUCTS 0
#endif

namespace Helmdesk::EncoderKernels
{

bool hasDotProducts();             // whether this processor has it
bool useDotProducts();             // the same, unless switched off
void setUseDotProducts(bool used); // for tests and benchmarks; process-wide

} // namespace Helmdesk::EncoderKernels
