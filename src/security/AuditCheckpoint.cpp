#include "security/AuditCheckpoint.h"

#include "core/Clock.h"
#include "core/Json.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>

namespace Helmdesk
{
namespace
{

QByteArray statementOf(const AuditCheckpoint &checkpoint)
{
    return QByteArray::number(checkpoint.records) + '\n' + checkpoint.hash.toLatin1() + '\n' +
           toIso(checkpoint.at).toLatin1();
}

Error io(const QString &path, const QString &why)
{
    return {
        ErrorKind::Io,
        QStringLiteral("the checkpoint of the audit log in %1: %2").arg(QDir::toNativeSeparators(path), why)};
}

} // namespace

Result<std::optional<AuditCheckpoint>> FileAuditAnchor::read() const
{
    QFile file(m_path);
    if (!file.exists())
        return std::optional<AuditCheckpoint>();
    if (!file.open(QIODevice::ReadOnly))
        return io(m_path, file.errorString());
    const auto json = parseJson(file.readAll());
    AuditCheckpoint checkpoint;
    QString seal;
    if (json) {
        checkpoint = {integerOr(*json, "records", -1), stringOr(*json, "hash"),
                      fromIso(stringOr(*json, "at"))};
        seal = stringOr(*json, "seal");
    }
    if (seal.isEmpty() || seal != m_seal->ofCheckpoint(statementOf(checkpoint)))
        return Error{ErrorKind::Corrupt,
                     QStringLiteral("the checkpoint of the audit log in %1 is not sealed with the log's key")
                         .arg(QDir::toNativeSeparators(m_path))};
    return std::optional(checkpoint);
}

Result<> FileAuditAnchor::write(const AuditCheckpoint &checkpoint)
{
    const Json json{{"records", checkpoint.records},
                    {"hash", checkpoint.hash},
                    {"at", toIso(checkpoint.at)},
                    {"seal", m_seal->ofCheckpoint(statementOf(checkpoint))}};
    const QByteArray text = toIndentedBytes(json) + '\n';
    QSaveFile file(m_path);
    if (!file.open(QIODevice::WriteOnly) ||
        !file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) ||
        file.write(text) != text.size() || !file.commit())
        return io(m_path, file.errorString());
    return {};
}

} // namespace Helmdesk
