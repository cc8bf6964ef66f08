#pragma once

#include "pipeline/UnansweredRepository.h"

#include <chrono>
#include <map>
#include <mutex>

namespace Helmdesk
{

// The messages that wait for an answer: people who sit before a chat first, then what programs posted, then
// mail and files; among equals in the order of arrival. Thread: any. Ownership: values.
class AnswerQueue
{
public:
    // False when it is in the queue already.
    bool add(const UnansweredMessage &message);
    // Takes the first one out; nothing when the queue is empty.
    std::optional<UnansweredMessage> next();

private:
    using Place = std::pair<int, qint64>; // urgency, message

    std::mutex m_mutex;
    std::map<Place, UnansweredMessage> m_waiting;
};

// How long until an answer that failed `attempts` times is tried again, and after how many it is given up.
std::chrono::seconds delayAfter(int attempts);
inline constexpr int mostAttempts = 6;

} // namespace Helmdesk
