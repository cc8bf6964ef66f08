#include "app/AnswerQueue.h"

#include <algorithm>
#include <array>

namespace Helmdesk
{
namespace
{

int urgencyOf(ChannelKind channel)
{
    switch (channel) {
    case ChannelKind::Chat:
        return 0;
    case ChannelKind::Api:
        return 1;
    case ChannelKind::Mail:
    case ChannelKind::File:
        break;
    }
    return 2;
}

} // namespace

bool AnswerQueue::add(const UnansweredMessage &message)
{
    const std::scoped_lock lock(m_mutex);
    return m_waiting.emplace(Place{urgencyOf(message.channel), message.id.value}, message).second;
}

std::optional<UnansweredMessage> AnswerQueue::next()
{
    const std::scoped_lock lock(m_mutex);
    if (m_waiting.empty())
        return {};
    return std::move(m_waiting.extract(m_waiting.begin()).mapped());
}

std::chrono::seconds delayAfter(int attempts)
{
    using std::chrono::seconds;
    static constexpr std::array delays{seconds(2), seconds(10), seconds(30), seconds(120), seconds(600)};
    const int last = static_cast<int>(delays.size()) - 1;
    return delays[static_cast<size_t>(std::clamp(attempts - 1, 0, last))];
}

} // namespace Helmdesk
