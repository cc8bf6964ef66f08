#pragma once

#include "tools/policy/PolicyRules.h"

#include <mutex>
#include <QDateTime>

namespace Helmdesk
{

// The rules that hold in a workspace: those of its file policy.json, read anew when it changes, or those that
// ship where it has none. While the file cannot be read the last rules that could be read hold, kept here
// and, across starts, in the file policy.kept of the workspace, and what changes anything waits
// (PolicyInForce).
//
// Thread: any. Failure: none; what is wrong is told by PolicyInForce::problem, and once in the log.
class PolicyKeeper
{
public:
    explicit PolicyKeeper(const QString &folder);

    PolicyInForce current();

    static constexpr const char *fileName = "policy.json";
    static constexpr const char *keptName = "policy.kept";

private:
    struct Stamp {
        QDateTime modified;
        qint64 bytes = -1; // -1: there is no file
        bool operator==(const Stamp &) const = default;
    };
    Stamp stamp() const;
    void readAnew(const Stamp &stamp);
    std::shared_ptr<const Policy> kept() const;

    QString m_file;
    QString m_kept;
    std::mutex m_mutex;
    std::optional<Stamp> m_stamp; // of the file as it was read
    PolicyInForce m_current;
};

} // namespace Helmdesk
