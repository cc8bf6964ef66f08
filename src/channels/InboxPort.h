#pragma once

#include "core/Message.h"
#include "core/Result.h"

#include <functional>
#include <vector>

namespace Helmdesk
{

// What the other side of a conversation may read: no notes, no drafts.
struct PublicMessage {
    MessageId id;
    Author author = Author::Customer;
    QString name; // of the operator, where one wrote or approved it
    QString text;
    QDateTime at;
    QList<Attachment> files = {}; // of a reply, by their place; without their bytes
};

struct TakenMessage {
    MessageId message;
    ConversationId conversation;
    bool wasThere = false; // delivered before; nothing was done again
};

// What the HTTP inbox needs of the engine. Implemented by app.
// Thread: called on the inbox's threads and to be thread-safe; returns without waiting for a run. Ownership:
// values. Failure: NotFound for an unknown conversation, Unavailable when the store is busy, others as they
// are.
class InboxPort
{
public:
    virtual ~InboxPort() = default;

    // Stores the message, once for each channel and external id, and sees to it that it is answered. It
    // survives a kill then; it may be acknowledged to its sender after keep() or whenKept().
    virtual Result<TakenMessage> take(const IncomingMessage &message) = 0;

    // Returns when all that was taken before survives a power cut; waits for the disk. One call serves any
    // number of messages. Failure: what was taken may be lost, so it is not to be acknowledged.
    virtual Result<> keep() { return {}; }
    // The same without blocking: `then` is called once, on any thread, and must return at once. Calls that
    // come close together share one wait.
    virtual void whenKept(std::function<void(const Result<> &)> then) { then(keep()); }

    // Messages after the given one (an invalid id: from the beginning), oldest first, at most 200, and fewer
    // of long ones. Costs what it gives, not the conversation's length.
    virtual Result<std::vector<PublicMessage>> thread(ConversationId conversation, MessageId after) = 0;
    // The same by the thread on the channel; an unknown key is an empty thread.
    virtual Result<std::vector<PublicMessage>> thread(ChannelKind channel, const QString &conversationKey,
                                                      MessageId after) = 0;
    // A file of a reply with its bytes, for who may read its thread. NotFound where the reply is none of that
    // conversation or has not left.
    virtual Result<Attachment> file(ConversationId conversation, MessageId message, int position)
    {
        Q_UNUSED(conversation)
        Q_UNUSED(message)
        Q_UNUSED(position)
        return Error{ErrorKind::NotFound, QStringLiteral("there is no such file")};
    }
    virtual Result<Attachment> file(ChannelKind channel, const QString &conversationKey, MessageId message,
                                    int position)
    {
        Q_UNUSED(channel)
        Q_UNUSED(conversationKey)
        Q_UNUSED(message)
        Q_UNUSED(position)
        return Error{ErrorKind::NotFound, QStringLiteral("there is no such file")};
    }
    // The thread of a conversation of the chat; nothing for one of another channel.
    virtual Result<std::optional<QString>> chatKey(ConversationId conversation) = 0;

    // How the desk does, in the text form of Prometheus. Unavailable where nothing is measured.
    virtual Result<QByteArray> metrics()
    {
        return Error{ErrorKind::Unavailable, QStringLiteral("nothing is measured here")};
    }
};

} // namespace Helmdesk
