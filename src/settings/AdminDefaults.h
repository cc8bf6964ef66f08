#pragma once

#include "settings/Settings.h"

#include <map>
#include <optional>

class QSettings;

namespace Helmdesk
{

// What the administrator of a machine sets for every workspace on it: a preset stands in for a setting's
// default until a person chooses something else, a lock holds whatever was chosen. Where it is read from and
// how it looks: docs/administrators.md.
//
// A value. Thread: any. Failure: none; what cannot be understood is told by problem(). What it would have
// locked is not known then, so nothing is to be done without a person and no setting to be changed.
class AdminDefaults
{
public:
    enum class Hold { Preset, Locked };
    struct Entry {
        Json value;
        Hold hold = Hold::Preset;
        QString source; // the file, or the place in the registry
    };

    AdminDefaults() = default; // nothing is set

    // Of this machine, read now.
    static AdminDefaults ofMachine();
    // Of those files that are there. Where two set the same, the first one counts.
    static AdminDefaults fromFiles(const QStringList &paths);
    // A policy of the registry or managed preferences as the document that a file would hold.
    static Json documentOf(QSettings &native);

    bool isEmpty() const { return m_entries.empty() && m_update.isEmpty() && m_problem.isEmpty(); }
    const std::map<QString, Entry> &entries() const { return m_entries; } // by the setting's name
    const Entry *find(const QString &name) const;                         // null: not set here
    bool isLocked(const QString &name) const;
    const QString &contact() const { return m_contact; }      // whom to ask; empty: not said
    const QString &updateAddress() const { return m_update; } // see UpdateCheck.h; empty: nobody is asked
    const QString &problem() const { return m_problem; }      // a sentence; empty: none

    // Denied, with the reason, where a person cannot change that setting.
    Result<> mayChange(const QString &name) const;
    // The presets over the program's own defaults.
    Settings presets() const;
    Settings withLocks(Settings settings) const;

private:
    void readFile(const QString &path);
    void add(const QString &source, const Json &document);
    Result<> addValues(const QString &source, const Json &values, Hold hold);
    void fail(const QString &source, const QString &why);

    std::map<QString, Entry> m_entries;
    QString m_contact;
    QString m_update;
    QString m_problem;
};

} // namespace Helmdesk
