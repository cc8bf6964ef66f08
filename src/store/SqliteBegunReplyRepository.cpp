#include "store/SqliteBegunReplyRepository.h"

#include "store/ConversationRows.h"
#include "store/Rows.h"

namespace Helmdesk
{
namespace
{

Error tooLarge()
{
    return {ErrorKind::InvalidInput,
            QStringLiteral("the files of a reply may have %1 MB together: more does not fit into a mail")
                .arg(largestReplyFiles / (1024 * 1024))};
}

Result<std::vector<BegunFileRow>> begunFiles(Connection &connection, ConversationId conversation)
{
    return Rows::all(
        connection.run(QStringLiteral("SELECT id, name, media_type, length(bytes) FROM reply_files WHERE "
                                      "conversation = ? AND outbox IS NULL ORDER BY id"),
                       conversation.value),
        [](const Statement &row) {
            return BegunFileRow{row.integer(0), {row.text(1), row.text(2), row.integer(3), true, {}}};
        });
}

Result<> checkSize(const std::vector<BegunFileRow> &files, qint64 more)
{
    qint64 total = more;
    for (const BegunFileRow &row : files)
        total += row.file.bytes;
    return total > largestReplyFiles ? Result<>(tooLarge()) : Result<>();
}

Result<ReplyCopies> begunCopies(Connection &connection, ConversationId conversation)
{
    auto json =
        Rows::first(connection.run(QStringLiteral("SELECT copies FROM begun_copies WHERE conversation = ?"),
                                   conversation.value),
                    [](const Statement &row) { return row.json(0); });
    if (!json)
        return json.error();
    return *json ? replyCopiesFromJson(**json) : ReplyCopies();
}

Result<> keepCopies(Connection &connection, ConversationId conversation, const ReplyCopies &copies)
{
    if (copies.isEmpty())
        return Rows::done(connection.run(QStringLiteral("DELETE FROM begun_copies WHERE conversation = ?"),
                                         conversation.value));
    return Rows::done(
        connection.run(QStringLiteral("INSERT INTO begun_copies (conversation, copies) VALUES (?, ?) "
                                      "ON CONFLICT (conversation) DO UPDATE SET copies = excluded.copies"),
                       conversation.value, toJson(copies)));
}

QStringList addressesFrom(const Json &list)
{
    QStringList addresses;
    for (const Json &address : list)
        if (address.is_string())
            addresses.append(address.get<QString>());
    return addresses;
}

} // namespace

Json toJson(const ReplyCopies &copies)
{
    Json json = Json::object();
    if (copies.cc)
        json["cc"] = *copies.cc;
    if (!copies.bcc.isEmpty())
        json["bcc"] = copies.bcc;
    return json;
}

ReplyCopies replyCopiesFromJson(const Json &json)
{
    ReplyCopies copies;
    if (const Json &cc = memberOrNull(json, "cc"); cc.is_array())
        copies.cc = addressesFrom(cc);
    copies.bcc = addressesFrom(memberOrNull(json, "bcc"));
    return copies;
}

Result<std::vector<BegunFileRow>> SqliteBegunReplyRepository::files(ConversationId conversation) const
{
    return m_database.read([&](Connection &connection) { return begunFiles(connection, conversation); });
}

Result<Attachment> SqliteBegunReplyRepository::file(ConversationId conversation, qint64 id) const
{
    return m_database.read([&](Connection &connection) -> Result<Attachment> {
        auto found = Rows::first(
            connection.run(QStringLiteral("SELECT name, media_type, bytes FROM reply_files WHERE id = ? AND "
                                          "conversation = ? AND outbox IS NULL"),
                           id, conversation.value),
            [](const Statement &row) {
                const QByteArray bytes = row.blob(2);
                return Attachment{row.text(0), row.text(1), bytes.size(), true, bytes};
            });
        if (!found)
            return found.error();
        if (!*found)
            return Error{ErrorKind::NotFound, QStringLiteral("there is no such file at the reply")};
        return std::move(**found);
    });
}

Result<qint64> SqliteBegunReplyRepository::attach(ConversationId conversation, const Attachment &file,
                                                  const QDateTime &at)
{
    return m_database.write([&](Connection &connection) -> Result<qint64> {
        auto there = begunFiles(connection, conversation);
        if (!there)
            return there.error();
        if (there->size() >= mostReplyFiles)
            return Error{ErrorKind::InvalidInput,
                         QStringLiteral("a reply may have %1 files").arg(mostReplyFiles)};
        if (auto fits = checkSize(*there, file.content.size()); !fits)
            return fits.error();
        auto known = Rows::integer(connection.run(
            QStringLiteral("SELECT count(*) FROM conversations WHERE id = ?"), conversation.value));
        if (!known)
            return known.error();
        if (*known == 0)
            return Error{ErrorKind::NotFound,
                         QStringLiteral("there is no conversation %1").arg(conversation.value)};
        auto inserted =
            connection.run(QStringLiteral("INSERT INTO reply_files (conversation, name, media_type, bytes, "
                                          "added) VALUES (?, ?, ?, ?, ?)"),
                           conversation.value, file.name, file.mediaType, file.content, Rows::stamp(at));
        if (!inserted)
            return inserted.error();
        connection.announce(Topic::Conversations, conversation.value);
        return inserted->lastInsertId();
    });
}

Result<> SqliteBegunReplyRepository::detach(ConversationId conversation, qint64 id)
{
    return m_database.write([&](Connection &connection) {
        connection.announce(Topic::Conversations, conversation.value);
        return Rows::changed(connection.run(QStringLiteral("DELETE FROM reply_files WHERE id = ? AND "
                                                           "conversation = ? AND outbox IS NULL"),
                                            id, conversation.value),
                             QStringLiteral("file at the reply"));
    });
}

Result<ReplyCopies> SqliteBegunReplyRepository::copies(ConversationId conversation) const
{
    return m_database.read([&](Connection &connection) { return begunCopies(connection, conversation); });
}

Result<> SqliteBegunReplyRepository::keepCopies(ConversationId conversation, const ReplyCopies &copies)
{
    return m_database.write(
        [&](Connection &connection) { return Helmdesk::keepCopies(connection, conversation, copies); });
}

Result<> SqliteBegunReplyRepository::moveTo(Connection &connection, ConversationId conversation,
                                            OutboxId outbox)
{
    auto files = begunFiles(connection, conversation);
    if (!files)
        return files.error();
    if (auto fits = checkSize(*files, 0); !fits)
        return fits;
    auto copies = begunCopies(connection, conversation);
    if (!copies)
        return copies.error();
    QList<Attachment> list;
    for (const BegunFileRow &row : *files) {
        auto moved =
            connection.run(QStringLiteral("UPDATE reply_files SET outbox = ?, position = ? WHERE id = ?"),
                           outbox.value, static_cast<qint64>(list.size()), row.id);
        if (!moved)
            return moved.error();
        list.append(row.file);
    }
    if (list.isEmpty() && copies->isEmpty())
        return {};
    auto noted = connection.run(QStringLiteral("UPDATE outbox SET files = ?, copies = ? WHERE id = ?"),
                                ConversationRows::toJson(list), toJson(*copies), outbox.value);
    return noted ? Helmdesk::keepCopies(connection, conversation, {}) : Result<>(noted.error());
}

// What was chosen for another reply meanwhile stays.
Result<> SqliteBegunReplyRepository::giveBack(Connection &connection, ConversationId conversation,
                                              OutboxId outbox)
{
    auto back = connection.run(
        QStringLiteral("UPDATE reply_files SET outbox = NULL, position = 0 WHERE outbox = ?"), outbox.value);
    if (!back)
        return back.error();
    auto begun = begunCopies(connection, conversation);
    if (!begun)
        return begun.error();
    if (begun->isEmpty()) {
        auto returned = connection.run(
            QStringLiteral("INSERT INTO begun_copies (conversation, copies) SELECT conversation, copies FROM "
                           "outbox WHERE id = ? AND copies <> '{}' AND conversation IS NOT NULL "
                           "ON CONFLICT DO NOTHING"),
            outbox.value);
        if (!returned)
            return returned.error();
    }
    return Rows::done(connection.run(
        QStringLiteral("UPDATE outbox SET files = '[]', copies = '{}' WHERE id = ?"), outbox.value));
}

Result<QList<Attachment>> SqliteBegunReplyRepository::filesOf(Connection &connection, OutboxId outbox)
{
    auto files = Rows::all(connection.run(QStringLiteral("SELECT name, media_type, bytes FROM reply_files "
                                                         "WHERE outbox = ? ORDER BY position"),
                                          outbox.value),
                           [](const Statement &row) {
                               const QByteArray bytes = row.blob(2);
                               return Attachment{row.text(0), row.text(1), bytes.size(), true, bytes};
                           });
    if (!files)
        return files.error();
    return QList<Attachment>(files->begin(), files->end());
}

} // namespace Helmdesk
