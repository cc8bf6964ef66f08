#include "app/SharedAnswering.h"

#include "app/MailOutbound.h"
#include "pipeline/Log.h"

#include <QDeadlineTimer>
#include <thread>

namespace Helmdesk
{
namespace
{

constexpr std::chrono::seconds patience{120}; // a run may take a minute and others may be before it
constexpr std::chrono::milliseconds pause{20};
constexpr int looksPerLockAttempt = 10;
constexpr std::chrono::milliseconds betweenSends{200};

} // namespace

SharedAnswering::SharedAnswering(Workspace &workspace)
    : m_workspace(workspace)
    , m_lock(workspace.folder())
{
}

Result<bool> SharedAnswering::lock(const RunControl &control)
{
    if (m_lock.isHeld())
        return true;
    if (!m_lock.tryLock())
        return false;
    // What a killed start had left comes first, so that nothing is overtaken.
    if (auto recovered = m_workspace.sender().recover(); !recovered)
        return recovered.error();
    // One that cannot be answered keeps nobody else from an answer: it waits for a later start.
    const auto report = [](const char *what, const Error &error) {
        qCWarning(lcPipeline) << what << "failed:" << error.detail;
        return error.kind == ErrorKind::Cancelled;
    };
    if (auto resumed = m_workspace.pipeline().resume(control);
        !resumed && report("taking up old messages", resumed.error()))
        return resumed.error();
    if (auto settled = m_workspace.operatorDesk().settle(control);
        !settled && report("settling approvals", settled.error()))
        return settled.error();
    return true;
}

Result<Processed> SharedAnswering::process(const IncomingMessage &message, const RunControl &control)
{
    auto isOurs = lock(control);
    if (!isOurs)
        return isOurs.error();
    if (!*isOurs)
        return waitFor(message, control);
    auto processed = m_workspace.pipeline().process(message, control);
    if (!processed)
        return processed;
    if (m_sinceSending.isValid() && !m_sinceSending.hasExpired(betweenSends.count()))
        return processed; // what is due meanwhile leaves together
    if (auto sent = sendDue(); !sent)
        return sent.error();
    return processed;
}

Result<> SharedAnswering::sendDue()
{
    if (!m_lock.isHeld())
        return {};
    m_sinceSending.start();
    auto sent = m_workspace.sender().sendDue();
    if (!sent)
        return sent.error();
    MailOutbound mailboxes(m_workspace, std::stop_token());
    mailboxes.work();
    mailboxes.waitForDone();
    return {};
}

Result<Processed> SharedAnswering::waitFor(const IncomingMessage &message, const RunControl &control)
{
    auto taken = m_workspace.pipeline().take(message);
    if (!taken)
        return taken.error();
    const QDeadlineTimer deadline(patience);
    for (int look = 1; !deadline.hasExpired(); ++look) {
        if (control.isStopped())
            return Error{ErrorKind::Cancelled, QStringLiteral("waiting for an answer was stopped")};
        auto stored = m_workspace.runs().outcomeOf(taken->id);
        if (!stored)
            return stored.error();
        if (*stored) {
            Processed processed{taken->id, std::move((*stored)->outcome), taken->isDuplicate};
            Pipeline::describeMessage(message, processed.outcome);
            return processed;
        }
        if (look % looksPerLockAttempt == 0) { // the other program may have ended
            auto isOurs = lock(control);
            if (!isOurs)
                return isOurs.error();
            if (*isOurs)
                return process(message, control);
        }
        std::this_thread::sleep_for(pause);
    }
    return Error{ErrorKind::Timeout,
                 QStringLiteral("the program that answers this workspace's messages (%1) did not answer")
                     .arg(m_lock.holder()),
                 true};
}

} // namespace Helmdesk
