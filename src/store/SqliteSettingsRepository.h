#pragma once

#include "core/Clock.h"
#include "settings/AdminDefaults.h"
#include "settings/SettingsRepository.h"
#include "store/Database.h"

namespace Helmdesk
{

// See settings/SettingsRepository.h: what an administrator presets or locks holds in what is loaded, and what
// is locked is never saved (Denied). Database and clock are not owned.
class SqliteSettingsRepository final : public SettingsRepository
{
public:
    SqliteSettingsRepository(Database &database, const Clock &clock, AdminDefaults defaults = {});
    Result<StoredSettings> load() const override;
    Result<Settings> save(const QString &name, const Json &value, const QString &author) override;
    Result<Settings> reset(const QString &name, const QString &author) override;

private:
    Result<Settings> change(const QString &name, const std::optional<Json> &value, const QString &author);
    Database &m_database;
    const Clock &m_clock;
    AdminDefaults m_defaults;
};

} // namespace Helmdesk
