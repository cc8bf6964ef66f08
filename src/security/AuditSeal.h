#pragma once

#include "core/Result.h"

#include <QByteArray>
#include <QString>

namespace Helmdesk
{

// The secret with which the audit log's records and checkpoints are sealed (HMAC-SHA-256). Whoever can write
// the database but does not have it cannot make a chain that fits. Immutable; thread: any.
class AuditSeal
{
public:
    explicit AuditSeal(QByteArray key)
        : m_key(std::move(key))
    {
    }
    QString ofRecord(const QString &hash) const;             // hexadecimal
    QString ofCheckpoint(const QByteArray &statement) const; // never equal to that of a record

private:
    QByteArray m_key;
};

// Where the key is kept, outside of the database: a file for now, a secret store of the system later.
// Thread: any. Failure: Io, or Corrupt for a key that is damaged.
class AuditKeyStore
{
public:
    struct Key {
        QByteArray bytes;
        bool isNew = false; // was made by this call: nothing was sealed with it before
    };
    virtual ~AuditKeyStore() = default;
    // The key; made when there is none. Two programs that make it at once get the same one.
    virtual Result<Key> key() = 0;
};

// In a file that only its owner can read.
class FileAuditKeyStore final : public AuditKeyStore
{
public:
    explicit FileAuditKeyStore(QString path)
        : m_path(std::move(path))
    {
    }
    Result<Key> key() override;

private:
    QString m_path;
};

} // namespace Helmdesk
