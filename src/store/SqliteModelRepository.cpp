#include "store/SqliteModelRepository.h"

#include "store/Rows.h"
#include "store/SqliteAuditLog.h"

namespace Helmdesk
{
namespace
{

ModelProfile profileOf(const Statement &row)
{
    return profileFromJson(row.json(0));
}

Result<> audit(Connection &connection, const QDateTime &at, const QString &author, const char *action,
               const QString &name, const Json &details)
{
    auto audited =
        SqliteAuditLog::append(connection, {at, author, QString::fromLatin1(action), name, details});
    return audited ? Result<>() : Result<>(std::move(audited).error());
}

} // namespace

SqliteModelRepository::SqliteModelRepository(Database &database, const Clock &clock)
    : m_database(database)
    , m_clock(clock)
{
}

Result<std::vector<ModelProfile>> SqliteModelRepository::models() const
{
    return m_database.read([](Connection &connection) {
        return Rows::all(connection.run(QStringLiteral("SELECT profile FROM models ORDER BY name")),
                         profileOf);
    });
}

Result<std::optional<ModelProfile>> SqliteModelRepository::model(const QString &name) const
{
    return m_database.read([&](Connection &connection) {
        return Rows::first(connection.run(QStringLiteral("SELECT profile FROM models WHERE name = ?"), name),
                           profileOf);
    });
}

Result<> SqliteModelRepository::save(const ModelProfile &profile, const QString &author)
{
    return m_database.writeDurably([&](Connection &connection) -> Result<> {
        auto kept = Rows::done(connection.run(
            QStringLiteral("INSERT INTO models (name, profile, author, updated) VALUES (?, ?, ?, ?) "
                           "ON CONFLICT (name) DO UPDATE SET profile = excluded.profile, "
                           "author = excluded.author, updated = excluded.updated"),
            profile.name, toJson(profile), author, toIso(m_clock.now())));
        if (!kept)
            return kept;
        connection.announce(Topic::Settings);
        return audit(connection, m_clock.now(), author, "model.saved", profile.name,
                     {{"provider", nameOf(profile.provider)},
                      {"url", profile.url.toString()},
                      {"model", profile.model},
                      {"has_key", !profile.keyName.isEmpty()}});
    });
}

Result<> SqliteModelRepository::remove(const QString &name, const QString &author)
{
    return m_database.writeDurably([&](Connection &connection) -> Result<> {
        auto gone = Rows::changed(connection.run(QStringLiteral("DELETE FROM models WHERE name = ?"), name),
                                  QStringLiteral("model"));
        if (!gone)
            return gone;
        connection.announce(Topic::Settings);
        return audit(connection, m_clock.now(), author, "model.removed", name, Json::object());
    });
}

} // namespace Helmdesk
