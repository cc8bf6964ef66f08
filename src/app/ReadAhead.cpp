#include "app/ReadAhead.h"

#include "pipeline/MessageBurst.h"
#include "pipeline/TurnText.h"

namespace Helmdesk
{

ReadAhead::ReadAhead(std::function<void(const QString &text)> read)
    : m_read(std::move(read))
{
    if (std::thread::hardware_concurrency() > 1)
        m_thread = std::jthread([this](const std::stop_token &stop) { work(stop); });
}

ReadAhead::~ReadAhead() = default;

void ReadAhead::expect(const IncomingMessage &message)
{
    if (!m_thread.joinable())
        return;
    {
        const std::lock_guard lock(m_mutex);
        m_expected.push_back(message);
    }
    m_hasWork.notify_one();
}

void ReadAhead::work(const std::stop_token &stop)
{
    for (;;) {
        IncomingMessage next;
        {
            std::unique_lock lock(m_mutex);
            if (!m_hasWork.wait(lock, stop, [this] { return !m_expected.empty(); }))
                return;
            next = std::move(m_expected.front());
            m_expected.pop_front();
        }
        Conversation conversation;
        conversation.channel = next.channel;
        Message message;
        message.text = next.text;
        m_read(readTurnText(readableBeginning(next.text), conversation, message, {}).asking);
    }
}

} // namespace Helmdesk
