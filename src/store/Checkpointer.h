#pragma once

#include <condition_variable>
#include <mutex>
#include <QString>
#include <thread>

namespace Helmdesk
{

// Moves the write-ahead log into the database file on a thread of its own, so that no writer pays for it.
// Does so when writing pauses, and every two seconds while it does not; a passive checkpoint never blocks a
// reader or a writer, but its waiting for the disk slows them, so it should be rare.
// Thread: made and destroyed anywhere; the destructor ends the thread. Failure: logged, tried again later.
class Checkpointer
{
public:
    explicit Checkpointer(QString path);
    ~Checkpointer();

private:
    void work(const std::stop_token &stop);
    QString m_path;
    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::jthread m_thread;
};

} // namespace Helmdesk
