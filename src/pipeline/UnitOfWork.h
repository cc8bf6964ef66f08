#pragma once

#include "core/Result.h"

#include <functional>

namespace Helmdesk
{

// Makes several repository calls one atomic change: all of them are stored, or none when `work` or the commit
// fails. Calls may nest; the outermost one commits, and changes are announced after that.
// Thread: any; `work` runs on the calling thread and only calls of that thread take part. It must be short
// (no tools, no network): other writers wait meanwhile. Failure: that of `work`, or Unavailable, StorageFull,
// Corrupt, Io of the store.
class UnitOfWork
{
public:
    virtual ~UnitOfWork() = default;
    virtual Result<> run(const std::function<Result<>()> &work) = 0;
};

} // namespace Helmdesk
