#pragma once

#include "settings/Settings.h"

namespace Helmdesk
{

// Where changed settings are kept. Every change is audited with author, old and new value in the same
// transaction.
// Thread: any. Failure: InvalidInput as Settings::with(); otherwise Unavailable, StorageFull, Corrupt or Io
// of the store. A stored value that is no longer valid is ignored with a warning in the log.
class SettingsRepository
{
public:
    virtual ~SettingsRepository() = default;
    virtual Result<Settings> load() const = 0;
    // Returns the snapshot after the change.
    virtual Result<Settings> save(const QString &name, const Json &value, const QString &author) = 0;
    // Back to the default.
    virtual Result<Settings> reset(const QString &name, const QString &author) = 0;
};

} // namespace Helmdesk
