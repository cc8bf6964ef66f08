#include "store/SqliteOutgoingMailRepository.h"

#include "store/Rows.h"

namespace Helmdesk
{
namespace
{

OutgoingStage stageOf(const QString &name)
{
    for (const OutgoingStage stage : {OutgoingStage::Begun, OutgoingStage::Ending, OutgoingStage::Accepted,
                                      OutgoingStage::Copied, OutgoingStage::Unsure, OutgoingStage::Returned})
        if (nameOf(stage) == name)
            return stage;
    return OutgoingStage::Ending; // what is not understood may have left
}

OutgoingNote noteFrom(const Statement &row)
{
    return {OutboxId{row.integer(0)}, row.text(1), row.text(2),
            stageOf(row.text(3)),     row.text(4), fromIso(row.text(5))};
}

QString selectNotes()
{
    return QStringLiteral("SELECT outbox, account, message_id, stage, detail, updated FROM outgoing_mails ");
}

QString onlyText(const Statement &row)
{
    return row.text(0);
}

} // namespace

SqliteOutgoingMailRepository::SqliteOutgoingMailRepository(Database &database)
    : m_database(database)
{
}

Result<> SqliteOutgoingMailRepository::keepHead(MessageId message, const QString &account,
                                                const ReplyHead &head)
{
    return m_database.write([&](Connection &connection) -> Result<> {
        auto bound = Rows::done(connection.run(
            QStringLiteral("INSERT INTO mail_conversations (conversation, account) "
                           "SELECT conversation, ? FROM messages WHERE id = ? "
                           "ON CONFLICT (conversation) DO UPDATE SET account = excluded.account"),
            account, message.value));
        if (!bound)
            return bound;
        return Rows::done(connection.run(
            QStringLiteral("INSERT INTO mail_heads (message, head) VALUES (?, ?) ON CONFLICT DO NOTHING"),
            message.value, toJson(head)));
    });
}

Result<std::optional<ReplyHead>> SqliteOutgoingMailRepository::head(MessageId message) const
{
    return m_database.read([&](Connection &connection) {
        return Rows::first(
            connection.run(QStringLiteral("SELECT head FROM mail_heads WHERE message = ?"), message.value),
            [](const Statement &row) { return replyHeadFromJson(row.json(0)); });
    });
}

Result<QString> SqliteOutgoingMailRepository::accountOf(ConversationId conversation) const
{
    auto account = m_database.read([&](Connection &connection) {
        return Rows::first(
            connection.run(QStringLiteral("SELECT account FROM mail_conversations WHERE conversation = ?"),
                           conversation.value),
            onlyText);
    });
    if (!account)
        return std::move(account).error();
    return account->value_or(QString());
}

Result<QStringList> SqliteOutgoingMailRepository::accountsWithWork() const
{
    auto accounts = m_database.read([](Connection &connection) {
        return Rows::all(connection.run(QStringLiteral(
                             "SELECT DISTINCT coalesce(nullif(outbox.account, ''), came.account) FROM outbox "
                             "LEFT JOIN mail_conversations AS came ON came.conversation = "
                             "outbox.conversation WHERE outbox.state IN ('queued', 'sending', 'unknown') "
                             "AND (outbox.account <> '' OR came.account IS NOT NULL)")),
                         onlyText);
    });
    if (!accounts)
        return std::move(accounts).error();
    return QStringList(accounts->begin(), accounts->end());
}

Result<OutgoingCounts> SqliteOutgoingMailRepository::counts(const QString &account) const
{
    auto found = m_database.read([&](Connection &connection) {
        return Rows::first(
            connection.run(
                QStringLiteral(
                    "SELECT COALESCE(SUM(outbox.state IN ('queued', 'sending')), 0), "
                    "COALESCE(SUM(outbox.state = 'unknown'), 0), (SELECT COUNT(*) FROM "
                    "mailbox_drafts WHERE account = ?) FROM outbox LEFT JOIN mail_conversations AS came "
                    "ON came.conversation = outbox.conversation WHERE outbox.state IN ('queued', "
                    "'sending', 'unknown') AND coalesce(nullif(outbox.account, ''), came.account) = ?"),
                account, account),
            [](const Statement &row) {
                return OutgoingCounts{row.integer(0), row.integer(1), row.integer(2)};
            });
    });
    if (!found)
        return found.error();
    return found->value_or(OutgoingCounts());
}

Result<> SqliteOutgoingMailRepository::keepNote(const OutgoingNote &note)
{
    return m_database.writeDurably([&](Connection &connection) -> Result<> {
        return Rows::done(connection.run(
            QStringLiteral("INSERT INTO outgoing_mails (outbox, account, message_id, stage, detail, updated) "
                           "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (outbox) DO UPDATE SET "
                           "account = excluded.account, message_id = excluded.message_id, "
                           "stage = excluded.stage, detail = excluded.detail, updated = excluded.updated"),
            note.outbox.value, note.account, note.messageId, nameOf(note.stage), note.detail,
            Rows::stamp(note.at)));
    });
}

Result<std::optional<OutgoingNote>> SqliteOutgoingMailRepository::note(OutboxId outbox) const
{
    return m_database.read([&](Connection &connection) {
        return Rows::first(connection.run(selectNotes() + QStringLiteral("WHERE outbox = ?"), outbox.value),
                           noteFrom);
    });
}

Result<std::optional<OutgoingNote>> SqliteOutgoingMailRepository::noteOf(const QString &messageId) const
{
    return m_database.read([&](Connection &connection) {
        return Rows::first(
            connection.run(selectNotes() +
                               QStringLiteral("WHERE message_id = ? ORDER BY outbox DESC LIMIT 1"),
                           messageId),
            noteFrom);
    });
}

Result<std::vector<MailboxDraft>> SqliteOutgoingMailRepository::drafts(const QString &account) const
{
    return m_database.read([&](Connection &connection) {
        return Rows::all(
            connection.run(QStringLiteral("SELECT conversation, account, message_id, outbox "
                                          "FROM mailbox_drafts WHERE account = ? ORDER BY conversation"),
                           account),
            [](const Statement &row) {
                return MailboxDraft{ConversationId{row.integer(0)}, row.text(1), row.text(2),
                                    OutboxId{row.integer(3)}};
            });
    });
}

Result<> SqliteOutgoingMailRepository::keepDraft(const MailboxDraft &draft, const QDateTime &at)
{
    return m_database.writeDurably([&](Connection &connection) -> Result<> {
        return Rows::done(connection.run(
            QStringLiteral("INSERT INTO mailbox_drafts (conversation, account, message_id, outbox, updated) "
                           "VALUES (?, ?, ?, ?, ?) ON CONFLICT (conversation) DO UPDATE SET "
                           "account = excluded.account, message_id = excluded.message_id, "
                           "outbox = excluded.outbox, updated = excluded.updated"),
            draft.conversation.value, draft.account, draft.messageId, Rows::reference(draft.outbox),
            Rows::stamp(at)));
    });
}

Result<> SqliteOutgoingMailRepository::forgetDraft(ConversationId conversation)
{
    return m_database.write([&](Connection &connection) -> Result<> {
        return Rows::done(connection.run(QStringLiteral("DELETE FROM mailbox_drafts WHERE conversation = ?"),
                                         conversation.value));
    });
}

Result<std::vector<ConversationId>>
SqliteOutgoingMailRepository::conversationsWithDraft(const QString &account) const
{
    return m_database.read([&](Connection &connection) {
        return Rows::all(
            connection.run(QStringLiteral("SELECT came.conversation FROM mail_conversations AS came "
                                          "JOIN drafts ON drafts.conversation = came.conversation AND "
                                          "drafts.state = 'current' "
                                          "JOIN conversations AS c ON c.id = came.conversation "
                                          "WHERE came.account = ? AND c.status <> 'resolved' "
                                          "ORDER BY came.conversation"),
                           account),
            [](const Statement &row) { return ConversationId{row.integer(0)}; });
    });
}

} // namespace Helmdesk
