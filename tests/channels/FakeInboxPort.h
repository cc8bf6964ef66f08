#pragma once

#include "channels/InboxPort.h"

#include <functional>
#include <mutex>

namespace Helmdesk::Test
{

// Keeps the messages in memory and numbers them; one conversation for each key. `failure` makes every call
// fail, `before` is called by each on the thread that calls. Thread: any.
class FakeInboxPort final : public InboxPort
{
public:
    enum class Call { Take, Read };
    using Before = std::function<void(Call)>;

    void failWith(const Error &error)
    {
        change([&] { m_failure = error; });
    }
    void callBefore(const Before &before)
    {
        change([&] { m_before = before; });
    }

    size_t count() const
    {
        const std::lock_guard lock(m_mutex);
        return m_messages.size();
    }
    IncomingMessage at(size_t index) const
    {
        const std::lock_guard lock(m_mutex);
        return m_messages.at(index).incoming;
    }

    MessageId add(const IncomingMessage &message, Author author)
    {
        const std::lock_guard lock(m_mutex);
        return store(message, author);
    }

    Result<TakenMessage> take(const IncomingMessage &message) override
    {
        if (auto failure = enter(Call::Take))
            return *failure;
        const std::lock_guard lock(m_mutex);
        for (const Stored &stored : m_messages)
            if (stored.incoming.externalId == message.externalId &&
                stored.incoming.channel == message.channel)
                return TakenMessage{stored.shown.id, ConversationId{1}, true};
        return TakenMessage{store(message, Author::Customer), ConversationId{1}, false};
    }

    Result<std::vector<PublicMessage>> thread(ConversationId conversation, MessageId after) override
    {
        if (auto failure = enter(Call::Read))
            return *failure;
        if (conversation != ConversationId{1})
            return Error{ErrorKind::NotFound, QStringLiteral("no such conversation")};
        return select(after, [](const IncomingMessage &) { return true; });
    }
    Result<std::vector<PublicMessage>> thread(ChannelKind channel, const QString &key,
                                              MessageId after) override
    {
        if (auto failure = enter(Call::Read))
            return *failure;
        return select(after, [&](const IncomingMessage &message) {
            return message.channel == channel && message.conversationKey == key;
        });
    }
    // Every reply of the thread has one file.
    Result<Attachment> file(ChannelKind channel, const QString &key, MessageId message, int position) override
    {
        if (auto failure = enter(Call::Read))
            return *failure;
        const std::lock_guard lock(m_mutex);
        for (const Stored &stored : m_messages)
            if (stored.shown.id == message && stored.shown.author != Author::Customer && position == 0 &&
                stored.incoming.channel == channel && stored.incoming.conversationKey == key)
                return Attachment{QStringLiteral("Größe\r\nX-Evil: 1;\"a\".html"),
                                  QStringLiteral("text/html"), 8, true, "<script>"};
        return Error{ErrorKind::NotFound, QStringLiteral("no such file")};
    }
    using InboxPort::file;

    // The conversation of a message has the message's number.
    Result<std::optional<QString>> chatKey(ConversationId conversation) override
    {
        if (auto failure = enter(Call::Read))
            return *failure;
        const std::lock_guard lock(m_mutex);
        const auto index = static_cast<size_t>(conversation.value - 1);
        return index < m_messages.size() ? std::optional(m_messages[index].incoming.conversationKey)
                                         : std::optional<QString>();
    }

    Result<QByteArray> metrics() override
    {
        if (auto failure = enter(Call::Read))
            return *failure;
        return QByteArray("helmdesk_x 1\n");
    }

private:
    struct Stored {
        IncomingMessage incoming;
        PublicMessage shown;
    };

    template <class Change>
    void change(Change made)
    {
        const std::lock_guard lock(m_mutex);
        made();
    }
    std::optional<Error> enter(Call call)
    {
        Before before;
        std::optional<Error> failure;
        change([&] {
            before = m_before;
            failure = m_failure;
        });
        if (before)
            before(call);
        return failure;
    }
    MessageId store(const IncomingMessage &message, Author author)
    {
        const MessageId id{static_cast<qint64>(m_messages.size()) + 1};
        m_messages.push_back({message, {id, author, {}, message.text, QDateTime::currentDateTimeUtc()}});
        return id;
    }
    template <class Belongs>
    std::vector<PublicMessage> select(MessageId after, Belongs belongs) const
    {
        const std::lock_guard lock(m_mutex);
        std::vector<PublicMessage> found;
        for (const Stored &stored : m_messages)
            if (stored.shown.id > after && found.size() < 200 && belongs(stored.incoming))
                found.push_back(stored.shown);
        return found;
    }

    mutable std::mutex m_mutex;
    std::vector<Stored> m_messages;
    std::optional<Error> m_failure;
    Before m_before;
};

} // namespace Helmdesk::Test
