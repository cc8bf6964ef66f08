#pragma once

#include "app/DeskSnapshots.h"
#include "core/Result.h"

#include <QFuture>

namespace Helmdesk
{

// What goes with the reply that is being written, beside its words: it is stored at once, so that it survives
// the program, and leaves with the next reply of a person in the conversation. Thread: the GUI thread, which
// never waits; see Desk. Failure: InvalidInput with one sentence for a file that is none, empty or too large,
// for what is no address, and for copies of what is no mail; nothing is changed then. NotFound for what is
// not there any more.
class ReplyRoom
{
public:
    template <class T = Unit>
    using Reply = QFuture<Result<T>>;

    virtual ~ReplyRoom() = default;

    virtual Reply<BegunReply> begun(ConversationId id) = 0;
    // All of the files or none; gives what is attached then.
    virtual Reply<BegunReply> attach(ConversationId id, const QStringList &paths) = 0;
    virtual Reply<BegunReply> attach(ConversationId id, const QString &name, const QByteArray &bytes) = 0;
    virtual Reply<BegunReply> detach(ConversationId id, qint64 file) = 0;
    virtual Reply<QByteArray> bytes(ConversationId id, qint64 file) = 0;
    virtual Reply<BegunReply> setCopies(ConversationId id, const ReplyCopies &copies) = 0;
};

} // namespace Helmdesk
