#pragma once

#include "app/WorkerLock.h"
#include "app/Workspace.h"

#include <QElapsedTimer>

namespace Helmdesk
{

// Answers messages one by one on a workspace that other programs may have open. Where none of them holds the
// WorkerLock the messages are answered and their replies sent here, after the work that an earlier start had
// left. Otherwise they are stored and the outcome of that program is waited for, so that nobody answers a
// message twice.
//
// Thread: one at a time; blocks. Ownership: the workspace, with its engine loaded, is not owned and outlives
// this. Failure: as the pipeline; Timeout when the other program does not answer.
class SharedAnswering
{
public:
    explicit SharedAnswering(Workspace &workspace);

    // Sends what is due too, a little later when messages follow each other quickly.
    Result<Processed> process(const IncomingMessage &message, const RunControl &control);
    // After the last message: what is due leaves now.
    Result<> sendDue();
    // Whether the work is ours. When it becomes so, what an earlier start had left is done before this
    // returns.
    Result<bool> lock(const RunControl &control);
    bool isOurs() const { return m_lock.isHeld(); }
    // The program whose work it is, in words; after a lock() that gave false.
    QString otherProgram() const { return m_lock.holder(); }

private:
    Result<Processed> waitFor(const IncomingMessage &message, const RunControl &control);

    Workspace &m_workspace;
    WorkerLock m_lock;
    QElapsedTimer m_sinceSending;
};

} // namespace Helmdesk
