#include "store/SqliteSettingsRepository.h"

#include "security/SecretMasker.h"
#include "store/Rows.h"
#include "store/SqliteAuditLog.h"

namespace Helmdesk
{

namespace
{

Result<Settings> loadFrom(Connection &connection)
{
    auto rows = connection.run(QStringLiteral("SELECT name, value FROM settings"));
    if (!rows)
        return std::move(rows).error();
    Settings settings;
    while (rows->next()) {
        auto next = settings.with(rows->text(0), rows->json(1));
        if (next)
            settings = std::move(*next);
        else
            qCWarning(lcStore).noquote() << "a stored setting is ignored:" << next.error().detail;
    }
    if (auto failure = rows->failure())
        return std::move(*failure);
    return settings;
}

} // namespace

SqliteSettingsRepository::SqliteSettingsRepository(Database &database, const Clock &clock)
    : m_database(database)
    , m_clock(clock)
{
}

Result<Settings> SqliteSettingsRepository::load() const
{
    return m_database.read(loadFrom);
}

Result<Settings> SqliteSettingsRepository::save(const QString &name, const Json &value, const QString &author)
{
    return change(name, value, author);
}

Result<Settings> SqliteSettingsRepository::reset(const QString &name, const QString &author)
{
    return change(name, std::nullopt, author);
}

Result<Settings> SqliteSettingsRepository::change(const QString &name, const std::optional<Json> &value,
                                                  const QString &author)
{
    const SettingDefinition *definition = findSetting(name);
    if (!definition)
        return Settings().with(name, Json()); // the sentence for an unknown name
    if (value && value->is_string()) {        // settings are shown, exported and audited
        if (const auto found = findSecrets(value->get<QString>()); !found.empty())
            return Error{ErrorKind::InvalidInput, QStringLiteral("%1 would hold %2, which is no setting")
                                                      .arg(name, describe(found.front().kind))};
    }
    return m_database.write([&](Connection &connection) -> Result<Settings> {
        auto before = loadFrom(connection);
        if (!before)
            return before;
        auto after = before->with(name, value ? *value : definition->fallback);
        if (!after || *after == *before)
            return after;
        const QString scope = nameOf(definition->scope);
        const Json &stored = after->value(definition->key);
        auto kept = after->isDefault(definition->key)
                        ? connection.run(QStringLiteral("DELETE FROM settings WHERE name = ? AND scope = ?"),
                                         name, scope)
                        : connection.run(
                              QStringLiteral("INSERT INTO settings (name, scope, value, author, updated) "
                                             "VALUES (?, ?, ?, ?, ?) ON CONFLICT (name, scope) DO UPDATE SET "
                                             "value = excluded.value, author = excluded.author, "
                                             "updated = excluded.updated"),
                              name, scope, stored, author, toIso(m_clock.now()));
        if (!kept)
            return std::move(kept).error();
        auto audited = SqliteAuditLog::append(
            connection, {m_clock.now(),
                         author,
                         QStringLiteral("settings.changed"),
                         name,
                         {{"before", before->value(definition->key)}, {"after", stored}}});
        if (!audited)
            return std::move(audited).error();
        connection.announce(Topic::Settings);
        return after;
    });
}

} // namespace Helmdesk
