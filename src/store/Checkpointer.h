#pragma once

#include <condition_variable>
#include <mutex>
#include <QString>
#include <thread>

namespace Helmdesk
{

// Moves the write-ahead log into the database file on a thread of its own, so that no writer pays for it.
// Looks at the log's size a few times a second; a passive checkpoint never blocks a reader or a writer.
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
