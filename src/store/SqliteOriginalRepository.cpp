#include "store/SqliteOriginalRepository.h"

#include "store/Rows.h"
#include "store/SqliteAuditLog.h"

namespace Helmdesk
{

Result<> SqliteOriginalRepository::keep(const OriginalMessage &original)
{
    return m_database.write([&](Connection &connection) {
        return Rows::done(connection.run(
            QStringLiteral("INSERT OR IGNORE INTO message_originals (message, subject, text, kept, expires) "
                           "VALUES (?, ?, ?, ?, ?)"),
            original.message.value, original.subject, original.text, Rows::stamp(original.keptAt),
            Rows::stamp(original.expiresAt)));
    });
}

Result<std::optional<OriginalMessage>> SqliteOriginalRepository::show(MessageId message, const QString &by,
                                                                      const QDateTime &now)
{
    using Shown = std::optional<OriginalMessage>;
    return m_database.write([&](Connection &connection) -> Result<Shown> {
        auto found = Rows::first(
            connection.run(QStringLiteral("SELECT subject, text, kept, expires FROM message_originals "
                                          "WHERE message = ? AND expires > ?"),
                           message.value, Rows::stamp(now)),
            [&](const Statement &row) {
                return OriginalMessage{message, row.text(0), row.text(1), fromIso(row.text(2)),
                                       fromIso(row.text(3))};
            });
        if (!found || !*found)
            return found;
        auto audited = SqliteAuditLog::append(connection, {now, by, QStringLiteral("original.shown"),
                                                           QStringLiteral("message:%1").arg(message.value),
                                                           Json::object()});
        return audited ? found : Result<Shown>(std::move(audited).error());
    });
}

Result<qint64> SqliteOriginalRepository::purge(const QDateTime &now, int hours)
{
    const QString at = Rows::stamp(now);
    const QString oldest = Rows::stamp(now.addSecs(qint64{-3600} * hours));
    const QString isOver = QStringLiteral("FROM message_originals WHERE expires <= ? OR kept <= ?");
    auto due = m_database.read([&](Connection &connection) {
        return Rows::integer(connection.run(QStringLiteral("SELECT count(*) ") + isOver, at, oldest));
    });
    if (!due || *due == 0)
        return due;
    return m_database.write([&](Connection &connection) -> Result<qint64> {
        auto removed = connection.run(QStringLiteral("DELETE ") + isOver, at, oldest);
        if (!removed)
            return std::move(removed).error();
        return removed->changes();
    });
}

} // namespace Helmdesk
