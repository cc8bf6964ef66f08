#pragma once

#include <gmime/gmime.h>
#include <memory>
#include <mutex>

// Private to the files that use GMime.
namespace Helmdesk::Gmime
{

struct Unref {
    template <class T>
    void operator()(T *object) const
    {
        g_object_unref(object);
    }
};
template <class T>
using Owned = std::unique_ptr<T, Unref>;

// Once in the life of the program, before anything else of the library.
inline void start()
{
    static std::once_flag once;
    std::call_once(once, [] { g_mime_init(); });
}

} // namespace Helmdesk::Gmime
