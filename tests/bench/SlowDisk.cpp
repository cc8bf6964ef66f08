// Loaded into a program before the C library: each wait for the disk takes HELMDESK_SYNC_MS longer, as on a
// disk that is slower than this one. For tests/bench/slow_disk.sh; nothing of the product.

#include <chrono>
#include <cstdlib>
#include <dlfcn.h>
#include <thread>

namespace
{

using Sync = int (*)(int);

int slowly(const char *name, int file)
{
    const auto sync = reinterpret_cast<Sync>(dlsym(RTLD_NEXT, name));
    const int result = sync(file);
    const char *milliseconds = std::getenv("HELMDESK_SYNC_MS");
    std::this_thread::sleep_for(std::chrono::milliseconds(milliseconds ? std::atoi(milliseconds) : 0));
    return result;
}

} // namespace

extern "C" int fsync(int file)
{
    return slowly("fsync", file);
}

extern "C" int fdatasync(int file)
{
    return slowly("fdatasync", file);
}
