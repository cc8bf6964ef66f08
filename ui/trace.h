#pragma once
#include <chrono>
#include <cstdio>
#include <cstdlib>
inline void TR(const char *w)
{
    static const char *s = getenv("HELMDESK_STARTED_NS");
    static long long t0 = s ? atoll(s) : 0;
    auto n = std::chrono::duration_cast<std::chrono::nanoseconds>(
                 std::chrono::steady_clock::now().time_since_epoch())
                 .count();
    fprintf(stderr, "%7.1f %s\n", double(n - t0) / 1e6, w);
}
