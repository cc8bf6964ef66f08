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
    QString origin; // the account and machine of the program that wrote it, see security/ProcessOwner.h
    QString previousHash;
    QString hash;
};

// A record as its bytes lie in the file, which is what its hash covers.
struct StoredAuditRecord {
    qint64 id = 0;
    QByteArray at;
    QByteArray actor;
    QByteArray action;
    QByteArray subject;
    QByteArray detail;
    QByteArray origin;
};

// By what rule the hash of a record was made. Number of the rule in the store.
enum class AuditRule {
    Entry = 1, // before November 2026: over the canonical JSON of the entry
    Bytes = 2, // over every stored byte, and sealed where the log has a key
};

struct AuditCheck {
    qint64 records = 0;
    qint64 sealed = 0;                      // records whose seal was checked
    std::optional<qint64> checkpointRecord; // the record that the checkpoint outside of the file names
    std::optional<qint64> firstBroken;      // the first record that does not fit; empty: everything fits
    QString why;                            // what is wrong with it, one sentence
    QStringList findings;                   // all that is wrong, `why` first
    bool isIntact() const { return !firstBroken.has_value(); }
    void add(qint64 record, const QString &finding);
};

// SHA-256 in hexadecimal over the previous hash and every field, each with its length before it, so that no
// two records have the same bytes. The first record follows genesisHash().
QString auditHash(const QByteArray &previousHash, const StoredAuditRecord &record);
// Of AuditRule::Entry: over the previous hash, a line feed and the canonical JSON of the record (keys sorted,
// compact, UTF-8).
QString auditHashOfEntry(const QString &previousHash, qint64 id, const AuditEntry &entry);
QString genesisHash(); // 64 zeros

// An append-only log in which each record holds the hash of the one before, so that a changed, removed or
// inserted record is found. With a key outside the database (security/AuditSeal.h) nobody without that key
// can make the chain anew, and with a checkpoint outside the database (security/AuditCheckpoint.h) its end
// cannot be cut off. The chain also vouches for the rows of effects, refunds, approvals and settings. It
// shows tampering; it does not prevent it. Thread: any. Ownership: takes and returns values. Failure:
// Unavailable, StorageFull, Corrupt or Io of the store. A broken chain is no failure but the finding of
// verify().
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
