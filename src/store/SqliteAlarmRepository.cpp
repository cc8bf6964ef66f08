#include "store/SqliteAlarmRepository.h"

#include "store/Rows.h"

namespace Helmdesk
{
namespace
{

constexpr int keptDays = 90; // after their end

QString columns()
{
    return QStringLiteral("SELECT id, key, title, words, since, quiet_since, until, is_mailed FROM alarms ");
}

QDateTime timeOf(const QString &text)
{
    return text.isEmpty() ? QDateTime() : fromIso(text);
}

Alarm alarmOf(const Statement &row)
{
    return {row.integer(0),      row.text(1),         row.text(2),         row.text(3),
            timeOf(row.text(4)), timeOf(row.text(5)), timeOf(row.text(6)), row.boolean(7)};
}

} // namespace

Result<std::vector<Alarm>> SqliteAlarmRepository::standing() const
{
    return m_database.read([](Connection &connection) {
        return Rows::all(connection.run(columns() + QStringLiteral("WHERE until = '' ORDER BY id")), alarmOf);
    });
}

Result<std::vector<Alarm>> SqliteAlarmRepository::ended(int limit) const
{
    return m_database.read([&](Connection &connection) {
        return Rows::all(
            connection.run(columns() + QStringLiteral("WHERE until <> '' ORDER BY until DESC, id "
                                                      "DESC LIMIT ?"),
                           limit),
            alarmOf);
    });
}

Result<qint64> SqliteAlarmRepository::begin(const Alarm &alarm)
{
    return m_database.write([&](Connection &connection) -> Result<qint64> {
        auto inserted = connection.run(
            QStringLiteral("INSERT INTO alarms (key, title, words, since, is_mailed) VALUES (?, ?, ?, ?, ?)"),
            alarm.key, alarm.title, alarm.words, Rows::stamp(alarm.since), alarm.isMailed);
        if (!inserted)
            return std::move(inserted).error();
        connection.announce(Topic::Notifications);
        return inserted->lastInsertId();
    });
}

Result<> SqliteAlarmRepository::setQuiet(qint64 id, const QDateTime &since)
{
    return m_database.write([&](Connection &connection) {
        return Rows::changed(
            connection.run(QStringLiteral("UPDATE alarms SET quiet_since = ? WHERE id = ? AND until = ''"),
                           since.isValid() ? toIso(since) : QStringLiteral(""), id),
            QStringLiteral("alarm"));
    });
}

Result<> SqliteAlarmRepository::end(qint64 id, const QDateTime &until)
{
    return m_database.write([&](Connection &connection) -> Result<> {
        auto ended = Rows::changed(
            connection.run(QStringLiteral("UPDATE alarms SET until = ? WHERE id = ? AND until = ''"),
                           Rows::stamp(until), id),
            QStringLiteral("alarm"));
        if (!ended)
            return ended;
        connection.announce(Topic::Notifications);
        return Rows::done(connection.run(QStringLiteral("DELETE FROM alarms WHERE until <> '' AND until < ?"),
                                         toIso(until.addDays(-keptDays))));
    });
}

Result<int> SqliteAlarmRepository::mailsSince(const QDateTime &since) const
{
    return m_database.read([&](Connection &connection) -> Result<int> {
        auto count = Rows::integer(connection.run(
            QStringLiteral("SELECT count(*) FROM alarms WHERE since > ? AND is_mailed = 1"), toIso(since)));
        return count ? Result<int>(static_cast<int>(*count)) : Result<int>(count.error());
    });
}

} // namespace Helmdesk
