#pragma once

#include "core/Clock.h"
#include "settings/SettingsRepository.h"
#include "store/Database.h"

namespace Helmdesk
{

// See settings/SettingsRepository.h. Database and clock are not owned.
class SqliteSettingsRepository final : public SettingsRepository
{
public:
    SqliteSettingsRepository(Database &database, const Clock &clock);
    Result<StoredSettings> load() const override;
    Result<Settings> save(const QString &name, const Json &value, const QString &author) override;
    Result<Settings> reset(const QString &name, const QString &author) override;

private:
    Result<Settings> change(const QString &name, const std::optional<Json> &value, const QString &author);
    Database &m_database;
    const Clock &m_clock;
};

} // namespace Helmdesk
