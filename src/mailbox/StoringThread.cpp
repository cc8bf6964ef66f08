#include "mailbox/StoringThread.h"

#include <memory>

namespace Helmdesk
{

StoringThread::StoringThread()
{
    m_pool.setMaxThreadCount(1);
    m_pool.setExpiryTimeout(-1);
}

StoringThread::~StoringThread()
{
    m_pool.waitForDone();
}

void StoringThread::begin(std::function<Result<>()> work)
{
    Q_ASSERT_X(!m_work.valid(), "StoringThread", "finish() comes before the next begin()");
    auto task = std::make_shared<std::packaged_task<Result<>()>>(std::move(work));
    m_work = task->get_future();
    m_pool.start([task] { (*task)(); });
}

Result<> StoringThread::finish()
{
    return m_work.valid() ? m_work.get() : Result<>();
}

} // namespace Helmdesk
