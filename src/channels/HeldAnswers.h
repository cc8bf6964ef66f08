#pragma once

#include "core/Result.h"

#include <functional>
#include <map>
#include <memory>
#include <mutex>

namespace Helmdesk
{

// Answers that wait for something that outlives their server, such as a disk. What is dropped here is called
// no more, however late the other side comes.
//
// Thread-safe. Held answers are called one at a time and must return at once.
class HeldAnswers : public std::enable_shared_from_this<HeldAnswers>
{
public:
    using Then = std::function<void(const Result<> &)>;

    // What to give to the other side in the answer's place: it calls `then` the first time, as long as this
    // lives and was not dropped.
    Then hold(Then then);

    // Destroys what is held; returns when no answer is being called, and from here on none is.
    void drop();

private:
    void settle(quint64 id, const Result<> &result);

    std::mutex m_mutex;
    std::map<quint64, Then> m_held;
    quint64 m_next = 0;
    bool m_isDropped = false;
};

} // namespace Helmdesk
