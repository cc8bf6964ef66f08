#pragma once

#include "settings/Settings.h"

namespace Helmdesk
{

struct StoredSettings {
    Settings settings; // one that cannot be read has its strictest value, or its default where all are safe
    QStringList unreadable; // names of those; also of stored ones that this version does not know
};

// Where changed settings are kept. Every change is audited with author, old and new value in the same
// transaction.
// Thread: any. Failure: InvalidInput as Settings::with(); otherwise Unavailable, StorageFull, Corrupt or Io
// of the store.
class SettingsRepository
{
public:
    virtual ~SettingsRepository() = default;
    virtual Result<StoredSettings> load() const = 0;
    // Returns the snapshot after the change.
    virtual Result<Settings> save(const QString &name, const Json &value, const QString &author) = 0;
    // Back to the default.
    virtual Result<Settings> reset(const QString &name, const QString &author) = 0;
};

} // namespace Helmdesk
