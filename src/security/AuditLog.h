#pragma once

#include "core/Json.h"

#include <optional>
#include <QDateTime>
#include <QString>
#include <vector>

namespace Helmdesk
{

// What happened, without customer text and secrets: who (an operator's name, "agent", "system"), did what
// ("approval.approved", "settings.changed"), to what ("approval:17", "routing.threshold").
struct AuditEntry {
    QDateTime at;
    QString actor;
    QString action;
    QString subject;
    Json detail = Json::object();
};

struct AuditRecord {
    qint64 id = 0; // 1, 2, 3 … without gaps
    AuditEntry entry;
    QString previousHash;
    QString hash;
};

struct AuditCheck {
    qint64 records = 0;
    std::optional<qint64> firstBroken; // id of the first record that does not fit; empty: all fit
    QString why;                       // what is wrong with it, one sentence
    bool isIntact() const { return !firstBroken.has_value(); }
};

// SHA-256 in hexadecimal over the previous hash, a line feed and the canonical JSON of the record (keys
// sorted, compact, UTF-8). The first record follows genesisHash().
QString auditHash(const QString &previousHash, qint64 id, const AuditEntry &entry);
QString genesisHash(); // 64 zeros

// An append-only log in which each record holds the hash of the one before, so that a changed, removed or
// inserted record is found. It shows tampering to whoever kept an earlier hash, and against anyone who cannot
// rewrite the whole chain; it does not prevent it.
// Thread: any. Ownership: takes and returns values. Failure: Unavailable, StorageFull, Corrupt or Io of the
// store. A broken chain is no failure but the finding of verify().
class AuditLog
{
public:
    virtual ~AuditLog() = default;
    // Takes part in the caller's transaction where there is one on this thread (UnitOfWork).
    virtual Result<qint64> append(const AuditEntry &entry) = 0;
    virtual Result<AuditCheck> verify() const = 0;
    // Newest first; `before` 0: from the end.
    virtual Result<std::vector<AuditRecord>> page(qint64 before, int limit) const = 0;
};

} // namespace Helmdesk
