#pragma once

#include "core/Json.h"
#include "core/Message.h"
#include "store/Database.h"

#include <vector>

namespace Helmdesk
{

struct BegunFileRow {
    qint64 id = 0;
    Attachment file; // without its bytes
};

// What goes with the reply that is being written in a conversation, beside its words. Thread: any. Ownership:
// the Database is not owned. Failure: InvalidInput for more than a mail may hold, NotFound for a conversation
// or file that is not there, otherwise Unavailable, StorageFull, Corrupt or Io of the store.
class SqliteBegunReplyRepository
{
public:
    explicit SqliteBegunReplyRepository(Database &database)
        : m_database(database)
    {
    }

    Result<std::vector<BegunFileRow>> files(ConversationId conversation) const; // in the order of attaching
    Result<Attachment> file(ConversationId conversation, qint64 id) const;      // with its bytes
    Result<qint64> attach(ConversationId conversation, const Attachment &file, const QDateTime &at); // its id
    Result<> detach(ConversationId conversation, qint64 id);

    Result<ReplyCopies> copies(ConversationId conversation) const;
    Result<> keepCopies(ConversationId conversation, const ReplyCopies &copies); // empty ones are forgotten

    // Within a transaction of the outbox: what was begun goes with the item, or comes back from it.
    static Result<> moveTo(Connection &connection, ConversationId conversation, OutboxId outbox);
    static Result<> giveBack(Connection &connection, ConversationId conversation, OutboxId outbox);
    static Result<QList<Attachment>> filesOf(Connection &connection, OutboxId outbox); // with their bytes

private:
    Database &m_database;
};

Json toJson(const ReplyCopies &copies);
ReplyCopies replyCopiesFromJson(const Json &json);

} // namespace Helmdesk
