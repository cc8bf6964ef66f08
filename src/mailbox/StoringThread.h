#pragma once

#include "core/Result.h"

#include <functional>
#include <future>
#include <QThreadPool>

namespace Helmdesk
{

// A thread that stores what was read while the next is fetched, one piece of work at a time and in order. It
// begins with the first one and keeps its connection to the store.
// Thread: that of its maker. The destructor waits.
class StoringThread
{
public:
    StoringThread();
    ~StoringThread();

    // Call finish() before, which tells what became of the one before.
    void begin(std::function<Result<>()> work);
    // Waits for what was begun; fine where nothing was, or its failure was told.
    Result<> finish();

private:
    QThreadPool m_pool;
    std::future<Result<>> m_work;
};

} // namespace Helmdesk
