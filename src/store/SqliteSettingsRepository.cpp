#include "store/SqliteSettingsRepository.h"

#include "security/SecretMasker.h"
#include "store/AuditedRows.h"
#include "store/Rows.h"
#include "store/SqliteAuditLog.h"

namespace Helmdesk
{

namespace
{

Result<StoredSettings> loadFrom(Connection &connection, const AdminDefaults &defaults)
{
    auto rows = connection.run(QStringLiteral("SELECT name, value FROM settings"));
    if (!rows)
        return std::move(rows).error();
    StoredSettings stored;
    stored.settings = defaults.presets();
    while (rows->next()) {
        const QString name = rows->text(0);
        if (defaults.isLocked(name))
            continue;
        auto next = stored.settings.with(name, rows->json(1));
        if (!next) {
            stored.unreadable.append(name);
            const SettingDefinition *definition = findSetting(name);
            if (definition == nullptr || definition->strictest.is_null())
                continue;
            next = stored.settings.with(name, definition->strictest);
        }
        if (!next)
            return std::move(next).error();
        stored.settings = std::move(*next);
    }
    if (auto failure = rows->failure())
        return std::move(*failure);
    stored.settings = defaults.withLocks(std::move(stored.settings));
    return stored;
}

} // namespace

SqliteSettingsRepository::SqliteSettingsRepository(Database &database, const Clock &clock,
                                                   AdminDefaults defaults)
    : m_database(database)
    , m_clock(clock)
    , m_defaults(std::move(defaults))
{
}

Result<StoredSettings> SqliteSettingsRepository::load() const
{
    return m_database.read([this](Connection &connection) { return loadFrom(connection, m_defaults); });
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
    if (auto allowed = m_defaults.mayChange(name); !allowed)
        return allowed.error();
    // A value that equals the program's default says something where another one is preset.
    const AdminDefaults::Entry *preset = m_defaults.find(name);
    const Json fallback = preset != nullptr ? preset->value : definition->fallback;
    if (value && value->is_string()) { // settings are shown, exported and audited
        if (const auto found = findSecrets(value->get<QString>()); !found.empty())
            return Error{ErrorKind::InvalidInput, QStringLiteral("%1 would hold %2, which is no setting")
                                                      .arg(name, describe(found.front().kind))};
    }
    return m_database.writeDurably([&](Connection &connection) -> Result<Settings> {
        auto loaded = loadFrom(connection, m_defaults);
        if (!loaded)
            return std::move(loaded).error();
        const Settings &before = loaded->settings;
        auto after = before.with(name, value ? *value : fallback);
        const bool isSame = after && *after == before && preset == nullptr;
        if (!after || (isSame && !loaded->unreadable.contains(name)))
            return after;
        const QString scope = nameOf(definition->scope);
        const Json &stored = after->value(definition->key);
        const QString rowKey = name + QLatin1Char('|') + scope;
        auto stood = AuditedRows::digest(connection, AuditedTable::Settings, rowKey);
        if (!stood)
            return std::move(stood).error();
        const bool isRemoved = !value || (preset == nullptr && after->isDefault(definition->key));
        auto kept = isRemoved
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
        auto row = AuditedRows::digest(connection, AuditedTable::Settings, rowKey);
        if (!row)
            return std::move(row).error();
        auto audited = SqliteAuditLog::append(connection, {m_clock.now(),
                                                           author,
                                                           QStringLiteral("settings.changed"),
                                                           name,
                                                           {{"before", before.value(definition->key)},
                                                            {"after", stored},
                                                            {"scope", scope},
                                                            {"row_before", *stood},
                                                            {"row", *row}}});
        if (!audited)
            return std::move(audited).error();
        connection.announce(Topic::Settings);
        return after;
    });
}

} // namespace Helmdesk
