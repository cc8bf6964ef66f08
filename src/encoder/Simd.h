#pragma once

// What every file with kernels includes before the files of Highway.
// Vectors here have a size known to the compiler, so the scalable ones of ARM and RISC-V are left out (such
// machines run NEON or plain C++), and so is SSSE3, which only processors from before 2010 would need.
#define HWY_DISABLED_TARGETS (HWY_SSSE3 | HWY_SVE | HWY_SVE2 | HWY_SVE_256 | HWY_SVE2_128 | HWY_RVV)
// The fallback is plain C++, which compilers turn into better code than Highway's emulated vectors.
#define HWY_BROKEN_EMU128 1
