#include "tools/ToolThreads.h"

#include <condition_variable>
#include <exception>
#include <memory>
#include <mutex>
#include <optional>
#include <QThreadPool>

namespace Helmdesk
{
namespace
{

constexpr int maxThreads = 8;
constexpr int shutdownMs = 1000;

struct Job {
    std::mutex mutex;
    std::condition_variable_any changed;
    std::optional<Result<Json>> result;
    bool isAbandoned = false;
};

Result<Json> guarded(const ToolThreads::Work &work)
{
    try {
        return work();
    } catch (const std::exception &problem) {
        return Error{
            ErrorKind::Internal,
            QStringLiteral("a tool threw an exception: %1").arg(QString::fromUtf8(problem.what()).left(200))};
    }
}

} // namespace

ToolThreads::ToolThreads()
    : m_pool(new QThreadPool)
{
    m_pool->setMaxThreadCount(maxThreads);
}

ToolThreads::~ToolThreads()
{
    m_pool->clear();
    if (m_pool->waitForDone(shutdownMs))
        delete m_pool;
}

Result<Json> ToolThreads::run(Work work, std::chrono::milliseconds limit, const std::stop_token &stop) const
{
    auto job = std::make_shared<Job>();
    QThreadPool *pool = m_pool;
    pool->start([job, work = std::move(work), pool] {
        Result<Json> result = guarded(work);
        const std::lock_guard lock(job->mutex);
        job->result = std::move(result);
        if (job->isAbandoned)
            pool->reserveThread(); // takes back the thread that was lent in its place
        job->changed.notify_all();
    });

    std::unique_lock lock(job->mutex);
    if (job->changed.wait_for(lock, stop, limit, [&] { return job->result.has_value(); }))
        return std::move(*job->result);
    job->isAbandoned = true;
    pool->releaseThread();
    if (stop.stop_requested())
        return Error{ErrorKind::Cancelled, QStringLiteral("the run was stopped")};
    return Error{ErrorKind::Timeout, QStringLiteral("the tool did not answer in time"), true};
}

} // namespace Helmdesk
