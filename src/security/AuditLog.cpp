#include "security/AuditLog.h"

#include "core/Clock.h"

#include <QCryptographicHash>

namespace Helmdesk
{

void AuditCheck::add(qint64 record, const QString &finding)
{
    findings.append(finding);
    if (firstBroken)
        return;
    firstBroken = record;
    why = finding;
}

QString auditHash(const QByteArray &previousHash, const StoredAuditRecord &record)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QByteArray &field : {previousHash, QByteArray::number(record.id), record.at, record.actor,
                                    record.action, record.subject, record.detail, record.origin}) {
        hash.addData(QByteArray::number(field.size()));
        hash.addData(QByteArrayView(":"));
        hash.addData(field);
    }
    return QString::fromLatin1(hash.result().toHex());
}

QString auditHashOfEntry(const QString &previousHash, qint64 id, const AuditEntry &entry)
{
    const Json canonical = {{"id", id},
                            {"at", toIso(entry.at)},
                            {"actor", entry.actor},
                            {"action", entry.action},
                            {"subject", entry.subject},
                            {"detail", entry.detail}};
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(previousHash.toLatin1());
    hash.addData(QByteArrayView("\n"));
    hash.addData(toBytes(canonical));
    return QString::fromLatin1(hash.result().toHex());
}

QString genesisHash()
{
    return QString(64, QLatin1Char('0'));
}

} // namespace Helmdesk
