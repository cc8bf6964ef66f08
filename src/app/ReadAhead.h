#pragma once

#include "core/Message.h"
#include "understanding/Reading.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <QString>
#include <thread>

namespace Helmdesk
{

// Reads messages of a batch a little before their turn, on a thread of its own: the encoder's vectors then
// lie in the cache when the pipeline asks for them. It decides nothing and keeps nothing of what it read.
//
// Thread: expect() from one thread. Ownership: what `read` refers to outlives this.
class ReadAhead
{
public:
    explicit ReadAhead(std::function<void(const QString &text)> read);
    ~ReadAhead(); // waits for the message that is being read

    // Does nothing where the machine has one processor only.
    void expect(const IncomingMessage &message);

private:
    void work(const std::stop_token &stop);

    std::function<void(const QString &text)> m_read;
    std::mutex m_mutex; // guards m_expected
    std::condition_variable_any m_hasWork;
    std::deque<IncomingMessage> m_expected;
    std::jthread m_thread; // the last member: it uses the others
};

} // namespace Helmdesk
