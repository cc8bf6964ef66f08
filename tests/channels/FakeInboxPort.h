#pragma once

#include "channels/InboxPort.h"

namespace Helmdesk::Test
{

// Keeps the messages in memory and numbers them; one conversation for each key. `failure` makes every call
// fail.
class FakeInboxPort final : public InboxPort
{
public:
    struct Stored {
        IncomingMessage incoming;
        PublicMessage shown;
    };
    std::vector<Stored> messages;
    std::optional<Error> failure;

    Result<TakenMessage> take(const IncomingMessage &message) override
    {
        if (failure)
            return *failure;
        for (const Stored &stored : messages)
            if (stored.incoming.externalId == message.externalId &&
                stored.incoming.channel == message.channel)
                return TakenMessage{stored.shown.id, ConversationId{1}, true};
        const MessageId id = add(message, Author::Customer);
        return TakenMessage{id, ConversationId{1}, false};
    }

    MessageId add(const IncomingMessage &message, Author author)
    {
        const MessageId id{static_cast<qint64>(messages.size()) + 1};
        messages.push_back({message, {id, author, {}, message.text, QDateTime::currentDateTimeUtc()}});
        return id;
    }

    Result<std::vector<PublicMessage>> thread(ConversationId conversation, MessageId after) override
    {
        if (failure)
            return *failure;
        if (conversation != ConversationId{1})
            return Error{ErrorKind::NotFound, QStringLiteral("no such conversation")};
        return select(after, [](const IncomingMessage &) { return true; });
    }
    Result<std::vector<PublicMessage>> thread(ChannelKind channel, const QString &key,
                                              MessageId after) override
    {
        if (failure)
            return *failure;
        return select(after, [&](const IncomingMessage &message) {
            return message.channel == channel && message.conversationKey == key;
        });
    }

private:
    template <class Belongs>
    std::vector<PublicMessage> select(MessageId after, Belongs belongs) const
    {
        std::vector<PublicMessage> found;
        for (const Stored &stored : messages)
            if (stored.shown.id > after && belongs(stored.incoming))
                found.push_back(stored.shown);
        return found;
    }
};

} // namespace Helmdesk::Test
