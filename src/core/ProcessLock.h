#pragma once

#include <chrono>
#include <QLockFile>
#include <QString>

namespace Helmdesk
{

// A lock between programs, as a file. It ends with the program that holds it: what a killed one left is taken
// over at once, also when the file was written on another machine or before a restart of this one (a new
// container, a restored disk), since the system knows whether anybody still holds the file. Thread: one at a
// time. Ownership: releases the lock when it goes. Failure: a lock that cannot be written counts as held.
class ProcessLock
{
public:
    explicit ProcessLock(const QString &path);

    bool tryLock(std::chrono::milliseconds wait = std::chrono::milliseconds(0));
    bool isHeld() const { return m_file.isLocked(); }
    void release() { m_file.unlock(); }
    // "helmdesk, process 4711 on desk-2", for a sentence; after a tryLock() that failed.
    QString holder() const;

private:
    bool isLeftFromElsewhere() const;
    QLockFile m_file;
};

} // namespace Helmdesk
