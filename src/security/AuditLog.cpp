#include "security/AuditLog.h"

#include "core/Clock.h"

#include <QCryptographicHash>

namespace Helmdesk
{

QString auditHash(const QString &previousHash, qint64 id, const AuditEntry &entry)
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
