#include "store/SqliteMailboxRepository.h"

#include "store/Rows.h"
#include "store/SqliteAuditLog.h"

namespace Helmdesk
{
namespace
{

MailAccount accountOf(const Statement &row)
{
    return mailAccountFromJson(row.json(0));
}

quint32 uidAt(const Statement &row, int column)
{
    return static_cast<quint32>(row.integer(column));
}

Result<> audit(Connection &connection, const QDateTime &at, const QString &author, const char *action,
               const QString &name, const Json &details)
{
    auto audited =
        SqliteAuditLog::append(connection, {at, author, QString::fromLatin1(action), name, details});
    return audited ? Result<>() : Result<>(std::move(audited).error());
}

Result<> raiseRevision(Connection &connection)
{
    return Rows::done(connection.run(QStringLiteral("UPDATE mailbox_revision SET number = number + 1")));
}

Result<> writeFolder(Connection &connection, const FolderState &state)
{
    return Rows::done(connection.run(
        QStringLiteral("INSERT INTO mailbox_folders (mailbox, folder, uid_validity, last_uid, "
                       "backlog_until, since) VALUES (?, ?, ?, ?, ?, ?) "
                       "ON CONFLICT (mailbox, folder) DO UPDATE SET uid_validity = excluded.uid_validity, "
                       "last_uid = excluded.last_uid, backlog_until = excluded.backlog_until, "
                       "since = excluded.since"),
        state.mailbox, state.folder, qint64{state.uidValidity}, qint64{state.lastUid},
        qint64{state.backlogUntil}, toIso(state.since)));
}

// Counts what is noted: a state of a mailbox that was never looked at begins here.
Result<> count(Connection &connection, const QString &mailbox, qint64 taken, qint64 again, qint64 aside)
{
    return Rows::done(
        connection.run(QStringLiteral("INSERT INTO mailbox_states (mailbox, condition, taken, again, aside) "
                                      "VALUES (?, 'reading', ?, ?, ?) ON CONFLICT (mailbox) DO UPDATE SET "
                                      "taken = taken + excluded.taken, again = again + excluded.again, "
                                      "aside = aside + excluded.aside"),
                       mailbox, taken, again, aside));
}

} // namespace

SqliteMailboxRepository::SqliteMailboxRepository(Database &database, const Clock &clock)
    : m_database(database)
    , m_clock(clock)
{
}

Result<std::vector<MailAccount>> SqliteMailboxRepository::accounts() const
{
    return m_database.read([](Connection &connection) {
        return Rows::all(connection.run(QStringLiteral("SELECT account FROM mailboxes ORDER BY name")),
                         accountOf);
    });
}

Result<std::optional<MailAccount>> SqliteMailboxRepository::account(const QString &name) const
{
    return m_database.read([&](Connection &connection) {
        return Rows::first(
            connection.run(QStringLiteral("SELECT account FROM mailboxes WHERE name = ?"), name), accountOf);
    });
}

Result<> SqliteMailboxRepository::save(const MailAccount &account, const QString &author)
{
    return m_database.writeDurably([&](Connection &connection) -> Result<> {
        auto kept = Rows::done(connection.run(
            QStringLiteral("INSERT INTO mailboxes (name, account, author, updated) VALUES (?, ?, ?, ?) "
                           "ON CONFLICT (name) DO UPDATE SET account = excluded.account, "
                           "author = excluded.author, updated = excluded.updated"),
            account.name, toJson(account), author, toIso(m_clock.now())));
        if (!kept)
            return kept;
        if (auto raised = raiseRevision(connection); !raised)
            return raised;
        connection.announce(Topic::Settings);
        return audit(connection, m_clock.now(), author, "mailbox.saved", account.name,
                     {{"address", account.address},
                      {"imap", nameOf(account.imap)},
                      {"smtp", account.smtp.isSet() ? nameOf(account.smtp) : QString()},
                      {"tls", nameOf(account.imap.tls)},
                      {"mode", nameOf(account.mode)},
                      {"has_secret", !account.secretName.isEmpty()}});
    });
}

Result<> SqliteMailboxRepository::remove(const QString &name, const QString &author)
{
    return m_database.writeDurably([&](Connection &connection) -> Result<> {
        auto gone =
            Rows::changed(connection.run(QStringLiteral("DELETE FROM mailboxes WHERE name = ?"), name),
                          QStringLiteral("mailbox"));
        if (!gone)
            return gone;
        if (auto raised = raiseRevision(connection); !raised)
            return raised;
        connection.announce(Topic::Settings);
        return audit(connection, m_clock.now(), author, "mailbox.removed", name, Json::object());
    });
}

Result<qint64> SqliteMailboxRepository::revision() const
{
    return m_database.read([](Connection &connection) {
        return Rows::integer(connection.run(QStringLiteral("SELECT number FROM mailbox_revision")));
    });
}

Result<std::optional<FolderState>> SqliteMailboxRepository::folder(const QString &mailbox,
                                                                   const QString &folder) const
{
    return m_database.read([&](Connection &connection) {
        return Rows::first(
            connection.run(QStringLiteral("SELECT uid_validity, last_uid, backlog_until, since FROM "
                                          "mailbox_folders WHERE mailbox = ? AND folder = ?"),
                           mailbox, folder),
            [&](const Statement &row) {
                return FolderState{mailbox,       folder,        uidAt(row, 0),
                                   uidAt(row, 1), uidAt(row, 2), fromIso(row.text(3))};
            });
    });
}

Result<> SqliteMailboxRepository::saveFolder(const FolderState &state)
{
    return m_database.write([&](Connection &connection) { return writeFolder(connection, state); });
}

Result<> SqliteMailboxRepository::note(const FolderState &state, const std::vector<NotedMail> &mails)
{
    return m_database.write([&](Connection &connection) -> Result<> {
        const QString now = toIso(m_clock.now());
        qint64 again = 0;
        qint64 aside = 0;
        for (const NotedMail &mail : mails) {
            auto noted = Rows::done(connection.run(
                QStringLiteral("INSERT INTO mailbox_mails (mailbox, folder, uid_validity, uid, message, "
                               "aside, bytes, was_there, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) "
                               "ON CONFLICT DO NOTHING"),
                state.mailbox, state.folder, qint64{state.uidValidity}, qint64{mail.uid},
                Rows::reference(mail.message), mail.aside, mail.bytes, mail.wasThere ? 1 : 0, now));
            if (!noted)
                return noted;
            again += mail.wasThere ? 1 : 0;
            aside += mail.aside.isEmpty() ? 0 : 1;
        }
        const auto all = static_cast<qint64>(mails.size());
        if (auto counted = count(connection, state.mailbox, all - again - aside, again, aside); !counted)
            return counted;
        return writeFolder(connection, state);
    });
}

Result<std::vector<quint32>> SqliteMailboxRepository::untold(const FolderState &state, int limit) const
{
    return m_database.read([&](Connection &connection) {
        return Rows::all(
            connection.run(QStringLiteral("SELECT uid FROM mailbox_mails WHERE mailbox = ? AND folder = ? "
                                          "AND uid_validity = ? AND is_told = 0 AND aside = '' "
                                          "ORDER BY uid LIMIT ?"),
                           state.mailbox, state.folder, qint64{state.uidValidity}, limit),
            [](const Statement &row) { return uidAt(row, 0); });
    });
}

Result<> SqliteMailboxRepository::setTold(const FolderState &state, const std::vector<quint32> &uids)
{
    return m_database.write([&](Connection &connection) -> Result<> {
        for (const quint32 uid : uids) {
            auto told = Rows::done(connection.run(
                QStringLiteral("UPDATE mailbox_mails SET is_told = 1 WHERE mailbox = ? AND folder = ? AND "
                               "uid_validity = ? AND uid = ?"),
                state.mailbox, state.folder, qint64{state.uidValidity}, qint64{uid}));
            if (!told)
                return told;
        }
        return {};
    });
}

Result<std::vector<AsideMail>> SqliteMailboxRepository::aside(const QString &mailbox, int limit) const
{
    return m_database.read([&](Connection &connection) {
        return Rows::all(
            connection.run(QStringLiteral("SELECT folder, uid, aside, bytes, at FROM mailbox_mails WHERE "
                                          "mailbox = ? AND aside <> '' ORDER BY id DESC LIMIT ?"),
                           mailbox, limit),
            [](const Statement &row) {
                return AsideMail{row.text(0), uidAt(row, 1), row.text(2), row.integer(3),
                                 fromIso(row.text(4))};
            });
    });
}

Result<MailboxState> SqliteMailboxRepository::state(const QString &mailbox) const
{
    auto found = m_database.read([&](Connection &connection) {
        return Rows::first(
            connection.run(QStringLiteral("SELECT condition, last_poll, last_error, on_server, taken, again, "
                                          "aside, retry_at, asked FROM mailbox_states WHERE mailbox = ?"),
                           mailbox),
            [&](const Statement &row) {
                MailboxState state;
                state.mailbox = mailbox;
                state.condition = mailboxConditionNamed(row.text(0)).value_or(MailboxCondition::Unknown);
                state.lastPoll = fromIso(row.text(1));
                state.lastError = row.text(2);
                state.onServer = row.integer(3);
                state.taken = row.integer(4);
                state.again = row.integer(5);
                state.aside = row.integer(6);
                state.retryAt = fromIso(row.text(7));
                state.asked = row.integer(8);
                return state;
            });
    });
    if (!found)
        return found.error();
    MailboxState none;
    none.mailbox = mailbox;
    return found->value_or(none);
}

Result<> SqliteMailboxRepository::saveState(const MailboxState &state)
{
    return m_database.write([&](Connection &connection) {
        // A mailbox that was removed meanwhile has no state.
        return Rows::done(connection.run(
            QStringLiteral(
                "INSERT INTO mailbox_states (mailbox, condition, last_poll, last_error, on_server, retry_at) "
                "SELECT name, ?, ?, ?, ?, ? FROM mailboxes WHERE name = ? "
                "ON CONFLICT (mailbox) DO UPDATE SET condition = excluded.condition, "
                "last_poll = excluded.last_poll, last_error = excluded.last_error, "
                "on_server = excluded.on_server, retry_at = excluded.retry_at"),
            nameOf(state.condition), state.lastPoll.isValid() ? toIso(state.lastPoll) : QString(),
            state.lastError, state.onServer, state.retryAt.isValid() ? toIso(state.retryAt) : QString(),
            state.mailbox));
    });
}

Result<> SqliteMailboxRepository::askForSync(const QString &mailbox)
{
    return m_database.write([&](Connection &connection) -> Result<> {
        auto asked = Rows::changed(
            connection.run(QStringLiteral("INSERT INTO mailbox_states (mailbox, condition, asked) SELECT "
                                          "name, 'unknown', 1 FROM mailboxes WHERE name = ? "
                                          "ON CONFLICT (mailbox) DO UPDATE SET asked = asked + 1"),
                           mailbox),
            QStringLiteral("mailbox"));
        return asked ? raiseRevision(connection) : asked;
    });
}

Result<QString> SqliteMailboxRepository::mailboxOf(ConversationId conversation) const
{
    auto found = m_database.read([&](Connection &connection) {
        return Rows::first(
            connection.run(QStringLiteral("SELECT k.mailbox FROM messages m JOIN mailbox_mails k ON "
                                          "k.message = m.id WHERE m.conversation = ? ORDER BY m.id DESC, "
                                          "k.id DESC LIMIT 1"),
                           conversation.value),
            [](const Statement &row) { return row.text(0); });
    });
    if (!found)
        return found.error();
    return found->value_or(QString());
}

} // namespace Helmdesk
