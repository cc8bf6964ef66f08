#pragma once

#include "settings/SettingsRepository.h"

#include <mutex>
#include <QString>

namespace Helmdesk
{

// The settings that hold now. Settings that cannot be read are never the defaults: then everything is held
// back (Settings::heldBack), on top of the last ones that could be read, which are kept here and, across
// starts, in the file settings.kept of the workspace. A single value that cannot be read has its strictest
// value, or the last good one where none is strict.
//
// Thread: any. Ownership: the repository is not owned. Failure: none; what cannot be read is told by
// problem(), and once in the log.
class SettingsKeeper
{
public:
    // With a problem of the administrator's defaults everything is held back, too.
    SettingsKeeper(const SettingsRepository &repository, const QString &folder,
                   const QString &defaultsProblem = {});

    Settings current();
    // What cannot be read and what holds meanwhile, as a sentence; empty: all could be read at the last call.
    QString problem() const;

    static constexpr const char *fileName = "settings.kept";

private:
    void keep(const Settings &settings);
    Settings withKept(const StoredSettings &stored);
    Settings kept();
    void tell(const QString &problem);

    const SettingsRepository &m_repository;
    QString m_file;
    QString m_defaultsProblem;
    mutable std::mutex m_mutex;
    std::optional<Settings> m_kept; // the last that were read whole
    QString m_problem;
};

} // namespace Helmdesk
