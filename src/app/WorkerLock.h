#pragma once

#include <chrono>
#include <QLockFile>
#include <QString>

namespace Helmdesk
{

// Which program answers the messages of a workspace: one at a time, so that none is answered twice. The lock
// is the file worker.lock of the workspace; that of a program which was killed is taken over at once.
// Thread: one at a time. Ownership: releases the lock when it goes. Failure: a lock that cannot be written
// counts as held.
class WorkerLock
{
public:
    explicit WorkerLock(const QString &folder);

    bool tryLock(std::chrono::milliseconds wait = std::chrono::milliseconds(0));
    bool isHeld() const { return m_file.isLocked(); }
    void release() { m_file.unlock(); }
    // "process 4711 on desk-2", for a sentence; after a tryLock() that failed.
    QString holder() const;

private:
    QLockFile m_file;
};

} // namespace Helmdesk
